#include "engine/io/ogr_handles.hpp"

#include <cpl_error.h>

namespace papar {

namespace {

void keep_first_failure(CPLErr severity, CPLErrorNum /*number*/, const char* message) {
    auto& failure = *static_cast<std::string*>(CPLGetErrorHandlerUserData());
    if (severity >= CE_Failure && failure.empty()) {
        failure = message;
    }
}

}  // namespace

OgrMessages::OgrMessages() {
    CPLPushErrorHandlerEx(keep_first_failure, &failure_);
}

OgrMessages::~OgrMessages() {
    CPLPopErrorHandler();
}

}  // namespace papar
