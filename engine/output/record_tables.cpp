#include "engine/output/json_text.hpp"
#include "engine/output/tables.hpp"

#include <cstddef>
#include <string>
#include <utility>

namespace papar {
namespace {

[[nodiscard]] std::string numbers_text(const Finding& finding) {
    Json numbers = Json::object();
    for (const auto& [name, value] : finding.numbers) numbers[name] = value;
    return json_line(numbers);
}

}  // namespace

Table findings_table(const ResultView& view) {
    const Findings& findings = view.facts.findings;
    using enum ColumnType;
    return {
        "temuan",
        view.say("Temuan", "Findings"),
        view.say("Hal-hal yang harus diketahui pembaca hasil ini", "What a reader of this result must know"),
        {{"jenis", text, "", view.say("Jenis", "Kind"), view.say("Kode tetap jenis temuan", "Stable code of the kind"),
          [&findings](std::size_t row) { return findings[row].id; }},
         {"pokok", text, "", view.say("Pokok", "Subject"),
          view.say("Berkas, wilayah atau bahaya yang dimaksud", "The file, zone or hazard it is about"),
          [&findings](std::size_t row) { return findings[row].subject; }},
         {"kalimat", text, "", view.say("Kalimat", "Sentence"),
          view.say("Temuan, dalam bahasa Inggris", "The finding, in English"),
          [&findings](std::size_t row) { return findings[row].sentence; }},
         {"angka", text, "", view.say("Angka", "Numbers"),
          view.say("Angka di balik temuan, sebagai JSON", "The figures behind it, as JSON"),
          [&findings](std::size_t row) { return numbers_text(findings[row]); }}},
        {},
        findings.size()};
}

Table inputs_table(const ResultView& view) {
    const std::vector<InputFile>& inputs = view.facts.inputs.get();
    using enum ColumnType;
    return {"masukan",
            view.say("Berkas masukan", "Input files"),
            view.say("Berkas yang dibaca, dengan ukuran dan sidik SHA-256", "The files read, with size and SHA-256"),
            {{"peran", text, "", view.say("Peran", "Role"), view.say("Kegunaan berkas", "What the file is used for"),
              [&inputs](std::size_t row) { return inputs[row].role; }},
             {"berkas", text, "", view.say("Berkas", "File"),
              view.say("Jalur seperti tertulis dalam studi", "Path as the study writes it"),
              [&inputs](std::size_t row) { return inputs[row].name; }},
             {"ukuran", integer, "B", view.say("Ukuran (bita)", "Size (bytes)"),
              view.say("Ukuran berkas", "Size of the file"),
              [&inputs](std::size_t row) { return static_cast<std::int64_t>(inputs[row].bytes); }},
             {"sha256", text, "", "SHA-256", view.say("Sidik isi berkas", "Digest of the file's content"),
              [&inputs](std::size_t row) { return inputs[row].sha256; }}},
            {},
            inputs.size()};
}

}  // namespace papar
