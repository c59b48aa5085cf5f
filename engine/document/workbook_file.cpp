#include "engine/document/workbook_file.hpp"

#include "engine/base/error.hpp"
#include "engine/document/workbook_parts.hpp"
#include "engine/output/written_file.hpp"

#include <cerrno>
#include <new>
#include <utility>

namespace papar {
namespace {

constexpr std::time_t created = 946684800;  // 2000-01-01T00:00:00Z, as in the GeoPackage

}  // namespace

WorkbookFile::WorkbookFile(std::filesystem::path path, const KrbReport& report)
    : path_(std::move(path)), folder_(path_.has_parent_path() ? path_.parent_path().string() : ".") {
    write_file(path_, "");  // says why where that is impossible, before any work is done
    lxw_workbook_options options{};
    options.tmpdir = folder_.data();  // parts of the file wait on the disk that must have room for it anyway
    handle_ = workbook_new_opt(path_.c_str(), &options);
    if (handle_ == nullptr) throw std::bad_alloc();
    std::string title = report.title;
    std::string subject = report.region;
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.subject = subject.data();
    properties.created = created;
    workbook_set_properties(handle_, &properties);
}

WorkbookFile::~WorkbookFile() {
    if (handle_ != nullptr) lxw_workbook_free(handle_);
}

Sheet WorkbookFile::add_sheet(const std::string& name) {
    const lxw_error refused = workbook_validate_sheet_name(handle_, name.c_str());
    lxw_worksheet* sheet = refused == LXW_NO_ERROR ? workbook_add_worksheet(handle_, name.c_str()) : nullptr;
    if (sheet == nullptr) {
        throw error(ErrorKind::output, "{}: no sheet can be called \"{}\" ({})", path_.string(), name,
                    lxw_strerror(refused));
    }
    return {path_, name, sheet};
}

void WorkbookFile::finish() {
    errno = 0;
    const lxw_error failed = workbook_close(std::exchange(handle_, nullptr));  // frees it in any case
    if (failed != LXW_NO_ERROR) {
        throw error(ErrorKind::output, "{}: could not be written ({}; {})", path_.string(), lxw_strerror(failed),
                    system_reason());
    }
    check_workbook_parts(path_);
}

}  // namespace papar
