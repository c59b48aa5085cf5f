#include "engine/io/gdal_errors.hpp"

#include <cpl_error.h>

namespace papar {

namespace {

void catch_message(CPLErr severity, CPLErrorNum, const char* text) {
    static_cast<GdalMessages*>(CPLGetErrorHandlerUserData())->note(severity >= CE_Failure, text);
}

}  // namespace

GdalMessages::GdalMessages() {
    CPLPushErrorHandlerEx(catch_message, this);
}

GdalMessages::~GdalMessages() {
    CPLPopErrorHandler();
}

void GdalMessages::note(bool failure, const char* text) {
    if (!failure || failed()) {
        return;
    }
    failure_ = text;
    while (!failure_.empty() && (failure_.back() == '\n' || failure_.back() == '.' || failure_.back() == ' ')) {
        failure_.pop_back();
    }
}

std::string GdalMessages::in_brackets() const {
    return failed() ? " (" + failure_ + ")" : std::string{};
}

}  // namespace papar
