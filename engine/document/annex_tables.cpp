#include "engine/document/annex_tables.hpp"

#include "engine/document/annex_words.hpp"
#include "engine/document/number_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace papar {
namespace {

[[nodiscard]] std::string status_word(const ReportContext& context, NumberStatus status) {
    switch (status) {
        case NumberStatus::seen:
            return context.say("terbaca", "seen");
        case NumberStatus::computed:
            return context.say("dihitung", "computed");
        case NumberStatus::recalled:
            return context.say("ingatan, belum diperiksa", "recalled, unverified");
        case NumberStatus::study:
            break;
    }
    return context.say("studi", "study");
}

[[nodiscard]] std::string value_text(const ReportContext& context, const ProfileEntry& entry) {
    if (const auto* text = std::get_if<std::string>(&entry.value)) return context.say(choice_title(*text), *text);
    std::string numbers;
    for (const double number : std::get<std::vector<double>>(entry.value)) {
        if (!numbers.empty()) numbers += "; ";
        numbers += plain_number_text(number, context.language());
    }
    return numbers;
}

// The path is how the study and method.csv call the entry.
[[nodiscard]] std::string path_text(const ReportContext& context, const std::string& path) {
    return context.say(fmt::format("{} ({})", entry_title(path), path), path);
}

// What a file is for; of a hazard or an exposure layer by its title.
[[nodiscard]] std::string role_text(const ReportContext& context, const std::string& role) {
    for (const HazardFacts& hazard : context.view.facts.hazards) {
        if (role == "hazard:" + hazard.id) return hazard_phrase(hazard.title, context.language());
    }
    for (const ExposureFacts& exposure : context.risk.exposures) {
        if (role == "exposure:" + exposure.id) return context.say("paparan: ", "exposure: ") + exposure.title;
    }
    return context.say(role_title(role), role);
}

[[nodiscard]] std::size_t unverified(const ReportContext& context) {
    return static_cast<std::size_t>(std::ranges::count_if(
        context.risk.method, [](const UsedEntry& used) { return used.entry.status == NumberStatus::recalled; }));
}

[[nodiscard]] bool names_inarisk(const std::string& text) {
    return lower_case(text).find("inarisk") != std::string::npos;
}

// Whether the profile, a source, an input file or an entry of the method is of InaRISK.
[[nodiscard]] bool uses_inarisk(const ReportContext& context, const std::vector<std::string>& sources) {
    const auto input_is = [](const InputFile& input) { return names_inarisk(input.name); };
    const auto entry_is = [](const UsedEntry& used) { return names_inarisk(used.entry.source); };
    return names_inarisk(context.risk.profile_id) || names_inarisk(context.risk.profile_title) ||
           std::ranges::any_of(sources, names_inarisk) ||
           std::ranges::any_of(context.view.facts.inputs.get(), input_is) ||
           std::ranges::any_of(context.risk.method, entry_is);
}

// "Banjir 12, Longsor 3"; empty where no hazard is an index.
[[nodiscard]] std::string cells_near_limits(const ReportContext& context) {
    std::string list;
    for (std::size_t i = 0; i < context.view.facts.hazards.size(); ++i) {
        const HazardFacts& hazard = context.view.facts.hazards[i];
        if (hazard.classes.kind != HazardKind::index) continue;
        const auto cells = static_cast<double>(context.risk.cells_near_limits[i]);
        list += fmt::format("{}{} {}", list.empty() ? "" : ", ", hazard.title,
                            plain_number_text(cells, context.language()));
    }
    return list;
}

}  // namespace

ReportTable method_table(ReportContext& context) {
    ReportTable table;
    table.sheet = context.sheets.take(context.say("Lampiran metode", "Method annex"));
    table.caption = context.say("Angka dan pilihan metode", "Numbers and choices of the method");
    if (!context.risk.profile_title.empty()) table.caption += ": " + context.risk.profile_title;
    table.columns = {{"No", "", CellFormat::ordinal},
                     {context.say("Parameter", "Parameter"), ""},
                     {context.say("Nilai", "Value"), ""},
                     {context.say("Sumber", "Source"), ""},
                     {"Status", ""}};
    for (const UsedEntry& used : context.risk.method) {
        table.rows.push_back({static_cast<double>(table.rows.size() + 1), path_text(context, used.path),
                              value_text(context, used.entry), used.entry.source,
                              status_word(context, used.entry.status)});
    }
    const std::size_t all = context.risk.method.size();
    table.paragraph = context.say(fmt::format("Kajian ini memakai {} angka dan pilihan metode.", all),
                                  fmt::format("This assessment uses {} numbers and choices of the method.", all));
    if (const std::size_t recalled = unverified(context); recalled > 0) {
        table.paragraph += context.say(
            fmt::format(" {} di antaranya berstatus ingatan: belum dicocokkan dengan sumber yang disebut dan harus "
                        "diperiksa sebelum dipakai.",
                        recalled),
            fmt::format(
                " Recalled: {}; nobody has compared them with the source named, and they must be checked before "
                "use.",
                recalled));
    }
    table.notes = {
        context.say("Status: terbaca = dibaca di sumber yang disebut; dihitung = diturunkan dari sumber itu; "
                    "ingatan = diyakini ada di sumber itu, belum diperiksa; studi = diberikan oleh studi.",
                    "Status: seen = read in the source named; computed = worked out from it; recalled = "
                    "believed to be in it, unverified; study = given by the study.")};
    if (const std::string near_limits = cells_near_limits(context); !near_limits.empty()) {
        table.notes.push_back(
            context.say(fmt::format("Sel yang indeks bahayanya berjarak paling jauh 0,001 dari batas kelas, dan dapat "
                                    "berpindah kelas dengan batas yang sedikit berbeda: {}.",
                                    near_limits),
                        fmt::format("Cells whose hazard index lies within 0.001 of a class limit, and would change "
                                    "class under slightly other limits: {}.",
                                    near_limits)));
    }
    return table;
}

ReportTable sources_table(ReportContext& context, const std::vector<std::string>& sources) {
    ReportTable table;
    table.sheet = context.sheets.take(context.say("Sumber data", "Data sources"));
    table.caption = context.say("Berkas masukan", "Input files");
    table.columns = {{"No", "", CellFormat::ordinal},
                     {context.say("Kegunaan", "Use"), ""},
                     {context.say("Berkas", "File"), ""},
                     {context.say("Ukuran (bita)", "Size (bytes)"), "", CellFormat::people},
                     {"SHA-256", ""}};
    for (const InputFile& input : context.view.facts.inputs.get()) {
        table.rows.push_back({static_cast<double>(table.rows.size() + 1), role_text(context, input.role), input.name,
                              static_cast<double>(input.bytes), input.sha256});
    }
    table.notes = sources;
    return table;
}

std::vector<std::string> disclaimers(const ReportContext& context, const std::vector<std::string>& sources) {
    std::vector<std::string> all;
    if (uses_inarisk(context, sources)) {
        all.push_back(
            context.say("Data InaRISK hanya menunjukkan lokasi relatif dan tidak untuk keperluan hukum atau "
                        "rekayasa sipil, sebagaimana dinyatakan portal InaRISK.",
                        "InaRISK data show relative locations only and are not for legal or "
                        "civil-engineering use, as the InaRISK portal states."));
    }
    all.push_back(
        context.say("Angka dibulatkan saat dicetak: jumlah angka yang tercetak dapat berbeda dari total pada "
                    "angka terakhir.",
                    "Figures are rounded in print: the sum of printed figures may differ from the total in "
                    "the last digit."));
    if (unverified(context) > 0) {
        all.push_back(
            context.say("Hasil memakai angka metode yang belum diperiksa pada sumbernya; lihat lampiran metode.",
                        "The result uses numbers of the method that are unverified; see the method annex."));
    }
    return all;
}

}  // namespace papar
