#include "engine/document/workbooks.hpp"

#include "engine/base/error.hpp"
#include "engine/output/written_file.hpp"

#include "tests/document/workbook_report.hpp"
#include "tests/support/scratch_folder.hpp"
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <functional>
#include <string>
#include <thread>

namespace papar {
namespace {

using test::ScratchFolder;
using test::workbook_report;
using testing::AllOf;
using testing::HasSubstr;

// What openpyxl reads; it says on the standard error what is wrong.
[[nodiscard]] int read_with_openpyxl(const ScratchFolder& folder, const std::string& language) {
    const std::string command = fmt::format("/usr/bin/python3 -B '{}/tests/document/check_workbook.py' '{}' {}",
                                            PAPAR_SOURCE_DIR, folder.path().string(), language);
    return std::system(command.c_str());  // NOLINT(cert-env33-c,concurrency-mt-unsafe): a fixed command, one thread
}

[[nodiscard]] std::string output_error(const std::function<void()>& write) {
    try {
        write();
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::output);
        return error.what();
    }
    return "no error";
}

// No file of this process grows beyond a size, as if the disk were full.
class FullDisk {
public:
    explicit FullDisk(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
        getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit limit{bytes, before_.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;
    ~FullDisk() {
        setrlimit(RLIMIT_FSIZE, &before_);
        (void)std::signal(SIGXFSZ, handler_);
    }

private:
    void (*handler_)(int);
    rlimit before_{};
};

TEST(Workbooks, AnotherProgramReadsWhatTheReportSays) {
    const ScratchFolder folder;
    write_tables_workbook(folder / "krb_tabel.xlsx", workbook_report());
    write_matrix_workbook(folder / "krb_matriks.xlsx", workbook_report());
    EXPECT_EQ(read_with_openpyxl(folder, "id"), 0);
}

TEST(Workbooks, EnglishOnRequest) {
    const ScratchFolder folder;
    write_tables_workbook(folder / "krb_tabel.xlsx", workbook_report(Language::en));
    write_matrix_workbook(folder / "krb_matriks.xlsx", workbook_report(Language::en));
    EXPECT_EQ(read_with_openpyxl(folder, "en"), 0);
}

TEST(Workbooks, EqualReportsGiveEqualBytes) {
    const ScratchFolder folder;
    const auto write = [&](const std::string& name) {
        write_tables_workbook(folder / ("t" + name), workbook_report());
        write_matrix_workbook(folder / ("m" + name), workbook_report());
    };
    write("1.xlsx");
    std::this_thread::sleep_for(std::chrono::milliseconds(2100));  // times in zip files count two seconds
    write("2.xlsx");
    EXPECT_EQ(read_back(folder / "t1.xlsx"), read_back(folder / "t2.xlsx"));
    EXPECT_EQ(read_back(folder / "m1.xlsx"), read_back(folder / "m2.xlsx"));
}

TEST(Workbooks, AReportWithoutChartsOrRowsIsWritten) {
    const ScratchFolder folder;
    KrbReport report = workbook_report();
    report.sections.front().charts.clear();
    report.sections.front().tables.front().rows.clear();
    report.note.clear();
    report.findings.clear();
    EXPECT_NO_THROW(write_tables_workbook(folder / "krb_tabel.xlsx", report));
}

TEST(Workbooks, AFileThatCannotBeWrittenIsNamedWithTheReason) {
    const ScratchFolder folder;
    const auto path = folder / "absent" / "krb_matriks.xlsx";
    EXPECT_THAT(output_error([&] { write_matrix_workbook(path, workbook_report()); }),
                AllOf(HasSubstr(path.string()), HasSubstr("No such file or directory")));
}

TEST(Workbooks, AFullDiskIsNoticed) {
    const ScratchFolder folder;
    const auto path = folder / "krb_matriks.xlsx";
    // Each part of the file passes through a temporary file that libxlsxwriter does not watch.
    KrbReport report = workbook_report();
    report.matrix.front().rows.resize(2000, report.matrix.front().rows.front());
    const FullDisk limit(200'000);
    EXPECT_THAT(output_error([&] { write_matrix_workbook(path, report); }),
                AllOf(HasSubstr(path.string()), HasSubstr("not written completely")));
}

TEST(Workbooks, ALongTextIsRefusedWhereACellCannotHoldIt) {
    const ScratchFolder folder;
    const auto path = folder / "krb_tabel.xlsx";
    KrbReport report = workbook_report();
    report.method.rows.front().front() = std::string(32'768, 'a');
    EXPECT_THAT(output_error([&] { write_tables_workbook(path, report); }),
                AllOf(HasSubstr("krb_tabel.xlsx"), HasSubstr("\"Lampiran metode\""), HasSubstr("32768 characters")));
    // Paragraphs are spread over rows.
    report = workbook_report();
    std::string& paragraph = report.sections.front().tables.front().paragraph;
    paragraph.clear();
    while (paragraph.size() <= 32'767) paragraph += "luas bahaya ";
    EXPECT_NO_THROW(write_tables_workbook(path, report));
}

TEST(Workbooks, NamesOfSheetsThatExcelDoesNotTakeAreRefused) {
    const ScratchFolder folder;
    KrbReport report = workbook_report();
    const auto refused = [&](const std::string& name) {
        report.matrix.front().sheet = name;
        return output_error([&] { write_matrix_workbook(folder / "krb_matriks.xlsx", report); });
    };
    EXPECT_THAT(refused("Banjir/Rob"), HasSubstr("\"Banjir/Rob\""));
    EXPECT_THAT(refused(std::string(32, 'x')), HasSubstr("31 characters"));
    EXPECT_THAT(refused("kecamatan"), HasSubstr("already in use"));  // KECAMATAN is there
}

TEST(Workbooks, MoreRowsThanASheetHoldsAreRefused) {
    const ScratchFolder folder;
    KrbReport report = workbook_report();
    ReportTable& table = report.matrix.front();
    table.columns = {{"DESA", ""}};
    table.rows.assign(1'048'576, {ReportCell(1.0)});  // and four rows of titles and headings
    EXPECT_THAT(output_error([&] { write_matrix_workbook(folder / "krb_matriks.xlsx", report); }),
                AllOf(HasSubstr("\"DESA\""), HasSubstr("1048576 rows")));
}

}  // namespace
}  // namespace papar
