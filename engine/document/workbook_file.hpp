// A workbook being written, and its sheets. Excel's limits, and files that could not be written, are Errors of kind
// output that name the file and the reason.
#pragma once

#include "engine/document/krb_report.hpp"

#include <xlsxwriter.h>

#include <cstddef>
#include <filesystem>
#include <string>

namespace papar {

// Rows and columns are counted from 0.
class Sheet {
public:
    Sheet(std::filesystem::path file, std::string name, lxw_worksheet* handle);

    // Always text, whatever it looks like: "=1+1", "-", "007", "https://...". A cell holds 32,767 characters.
    void text(std::size_t row, std::size_t column, const std::string& text, lxw_format* format);
    void number(std::size_t row, std::size_t column, double value, lxw_format* format);
    // The sum of rows `first` to `last` of the same column; `value` is what it shows before anything is recalculated.
    void sum(std::size_t row, std::size_t column, std::size_t first, std::size_t last, double value,
             lxw_format* format);
    // One cell from (top, left) to (bottom, right).
    void merged(std::size_t top, std::size_t left, std::size_t bottom, std::size_t right, const std::string& text,
                lxw_format* format);
    // A text that leads to a cell of column A of another sheet.
    void link(std::size_t row, std::size_t column, const std::string& sheet, std::size_t to_row,
              const std::string& text, lxw_format* format);

    void set_width(std::size_t column, double digits);
    void set_height(std::size_t row, std::size_t lines);  // lines of ordinary text

    [[nodiscard]] lxw_worksheet* handle() const { return handle_; }
    [[nodiscard]] const std::string& name() const { return name_; }

    // Throws what libxlsxwriter refused.
    void check(lxw_error result, std::size_t row) const;

private:
    void check_length(const std::string& text, std::size_t row) const;

    std::filesystem::path file_;
    std::string name_;
    lxw_worksheet* handle_;  // the workbook's
};

// "A" for 0, "AA" for 26.
[[nodiscard]] std::string column_letters(std::size_t column);

class WorkbookFile {
public:
    // The report gives the document's title and subject. Equal content gives equal bytes: the time of creation is
    // that of the GeoPackage.
    WorkbookFile(std::filesystem::path path, const KrbReport& report);
    WorkbookFile(const WorkbookFile&) = delete;
    WorkbookFile& operator=(const WorkbookFile&) = delete;
    ~WorkbookFile();

    [[nodiscard]] Sheet add_sheet(const std::string& name);
    void finish();  // writes the file and reads it back

    [[nodiscard]] lxw_workbook* handle() const { return handle_; }

private:
    std::filesystem::path path_;
    std::string folder_;  // libxlsxwriter keeps a pointer to it
    lxw_workbook* handle_;
};

}  // namespace papar
