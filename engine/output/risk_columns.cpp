#include "engine/output/risk_columns.hpp"

#include "engine/output/published_figures.hpp"
#include "engine/output/risk_classes.hpp"
#include "engine/output/risk_kinds.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <utility>

namespace papar {
namespace {

// Adds columns whose values need the risk figures of a row.
class RiskColumns {
public:
    using Get = std::function<Value(const RiskFigures&)>;

    RiskColumns(const RowsView& view, Table& table) : view_(view), table_(table), names_(class_names(view)) {}

    void index(const std::string& name, const std::string& title, const std::string& description, Get get) {
        add({name, ColumnType::real, "", title, described(description), {}}, std::move(get));
    }
    void class_of(const std::string& name, const std::string& title, const std::string& description, Get get) {
        Column column{name, ColumnType::integer, "", title, described(description), {}};
        column.values = names_;
        add(std::move(column), std::move(get));
    }
    void quantity(const std::string& name, const std::string& unit, const std::string& title, Get get) {
        add({name, ColumnType::real, unit, title + " (" + unit + ")", described(title), {}}, std::move(get));
    }
    // "<name>" where `total`, "<name>_rendah", "<name>_sedang", "<name>_tinggi". `get` gives an optional ByClass;
    // `publish` a value of one sum.
    template <typename GetClasses, typename Publish>
    void by_class(const std::string& name, const std::string& unit, const std::string& title, bool total,
                  GetClasses get, Publish publish) {
        if (total) {
            quantity(name, unit, title + ", " + view_.say("semua kelas", "all classes"),
                     [get, publish](const RiskFigures& row) {
                         const auto classes = get(row);
                         return classes ? Value(publish(papar::total(*classes))) : Value();
                     });
        }
        for (std::size_t c = 0; c < risk_classes; ++c) {
            quantity(name + "_" + class_words[c], unit, title + ", " + class_title(view_, c),
                     [get, publish, c](const RiskFigures& row) {
                         const auto classes = get(row);
                         return classes ? Value(publish((*classes)[c])) : Value();
                     });
        }
    }

private:
    [[nodiscard]] std::string described(const std::string& text) const {
        return text + view_.say("; kosong berarti tidak diketahui", "; empty means not known");
    }
    void add(Column column, Get get) {
        column.value = [&rows = view_.risk_rows(), get = std::move(get)](std::size_t row) { return get(rows[row]); };
        table_.columns.push_back(std::move(column));
    }

    const RowsView& view_;
    Table& table_;
    std::shared_ptr<const ValueNames> names_;
};

[[nodiscard]] Value class_value(std::optional<int> single_class) {
    return single_class ? Value(std::int64_t{*single_class}) : Value();
}

void add_capacity(const RowsView& view, RiskColumns& columns) {
    const auto add = [&](const std::string& index_name, const std::string& class_name, const std::string& words,
                         std::optional<double> CapacityFigures::*index, std::optional<int> CapacityFigures::*of_class) {
        columns.index(index_name, view.say("Indeks ", "Index of ") + words, view.say("indeks ", "index of ") + words,
                      [index](const RiskFigures& row) { return published_index(row.capacity.*index); });
        columns.class_of(class_name, view.say("Kelas ", "Class of ") + words, view.say("kelas ", "class of ") + words,
                         [of_class](const RiskFigures& row) { return class_value(row.capacity.*of_class); });
    };
    add("ikd", "kelas_ikd", view.say("ketahanan daerah (IKD)", "regional resilience (IKD)"), &CapacityFigures::ikd,
        &CapacityFigures::ikd_class);
    add("ikm", "kelas_ikm", view.say("kesiapsiagaan masyarakat (IKM)", "community preparedness (IKM)"),
        &CapacityFigures::ikm, &CapacityFigures::ikm_class);
    add("indeks_kapasitas", "kelas_kapasitas", view.say("kapasitas", "capacity"), &CapacityFigures::index,
        &CapacityFigures::single_class);
}

void add_indices(const RowsView& view, std::size_t hazard, RiskColumns& columns) {
    const HazardFacts& facts = view.facts.hazards[hazard];
    for (const NamedIndex& kind : named_indices(view)) {
        const std::string id = facts.id + "_";
        const auto of = [hazard, figures = kind.figures](const RiskFigures& row) -> const std::optional<IndexFigures>& {
            return figures(row.by_hazard[hazard]);
        };
        const std::string index = view.say("indeks ", "index of ") + kind.title;
        const std::string single = view.say("kelas ", "class of ") + kind.title;
        columns.index(id + "indeks_" + kind.id, facts.title + ": " + index,
                      facts.title + ": " + index +
                          view.say(", rata-rata tertimbang luas di lahan dengan bahaya",
                                   ", mean weighted by area over the land with the hazard"),
                      [of](const RiskFigures& row) { return of(row) ? published_index(of(row)->mean()) : Value(); });
        columns.class_of(
            id + "kelas_" + kind.id, facts.title + ": " + single,
            facts.title + ": " + single +
                view.say(", menurut aturan agregasi profil", ", by the profile's roll-up rule"),
            [of](const RiskFigures& row) { return of(row) ? class_value(of(row)->single_class) : Value(); });
        if (kind.id == "kerentanan" || kind.id == "risiko") {
            columns.by_class(
                id + "ha_" + kind.id, "ha", facts.title + ": " + view.say("luas ", "area of ") + kind.title, false,
                [of](const RiskFigures& row) { return of(row) ? std::optional(of(row)->area) : std::nullopt; },
                published_hectares);
        }
    }
}

void add_losses(const RowsView& view, std::size_t hazard, RiskColumns& columns) {
    const HazardFacts& facts = view.facts.hazards[hazard];
    const auto add = [&](const char* name, const std::string& unit, const std::string& title, auto member,
                         auto publish) {
        columns.by_class(
            facts.id + name, unit, facts.title + ": " + title, true,
            [hazard, member](const RiskFigures& row) { return row.by_hazard[hazard].*member; }, publish);
    };
    add("_rumah", view.say("unit", "houses"), view.say("rumah terpapar", "exposed houses"), &HazardRisk::houses,
        [](Amount amount) { return published_amount(amount, 1); });
    add("_rugi_fisik", "Rp", view.say("kerugian fisik", "physical loss"), &HazardRisk::physical_loss, published_rupiah);
    add("_rugi_ekonomi", "Rp", view.say("kerugian ekonomi", "economic loss"), &HazardRisk::economic_loss,
        published_rupiah);
    add("_rusak_lingkungan", "ha", view.say("kerusakan lingkungan", "environmental damage"),
        &HazardRisk::environmental_loss, published_hectares);
}

void add_all_hazards(const RowsView& view, RiskColumns& columns) {
    const std::string all = view.say("Multibahaya: ", "All hazards: ");
    const auto add_areas = [&](const char* name, const std::string& title, auto get) {
        columns.by_class(name, "ha", all + title, false, get, published_hectares);
    };
    const std::string highest = view.say("kelas bahaya tertinggi", "highest hazard class");
    add_areas("multi_ha_bahaya", view.say("luas menurut ", "area by ") + highest,
              [](const RiskFigures& row) { return std::optional(row.multi.highest.area); });
    columns.class_of("multi_kelas_bahaya", all + view.say("kelas bahaya", "hazard class"),
                     all + view.say("kelas dari ", "class of the ") + highest,
                     [](const RiskFigures& row) { return class_value(row.multi.highest.single_class); });
    for (std::size_t n = 1; n <= view.facts.hazards.size(); ++n) {
        columns.quantity(fmt::format("multi_ha_{}_bahaya", n), "ha",
                         all + fmt::format(fmt::runtime(view.say("luas dengan {} bahaya", "area with {} hazards")), n),
                         [n](const RiskFigures& row) {
                             const auto& numbers = row.multi.by_number;
                             return n <= numbers.size() ? Value(published_hectares(total(numbers[n - 1]))) : Value();
                         });
    }
    const std::string weighted = view.say("indeks berbobot", "weighted index");
    columns.index("multi_indeks_bahaya", all + weighted, all + weighted, [](const RiskFigures& row) {
        return row.multi.weighted ? published_index(row.multi.weighted->mean()) : Value();
    });
    add_areas(
        "multi_ha_risiko", view.say("luas menurut kelas risiko tertinggi", "area by highest risk class"),
        [](const RiskFigures& row) { return row.multi.risk ? std::optional(row.multi.risk->area) : std::nullopt; });
    const std::string risk = view.say("kelas risiko", "risk class");
    columns.class_of("multi_kelas_risiko", all + risk, all + risk, [](const RiskFigures& row) {
        return row.multi.risk ? class_value(row.multi.risk->single_class) : Value();
    });
}

void add_exposures(const RowsView& view, RiskColumns& columns) {
    for (std::size_t e = 0; e < view.risk->exposures.size(); ++e) {
        const ExposureFacts& facts = view.risk->exposures[e];
        const auto publish = [&facts](Amount amount) {
            return facts.unit == "Rp" ? published_rupiah(amount) : published_amount(amount, facts.per_unit);
        };
        columns.quantity("paparan_" + facts.id, facts.unit, facts.title + view.say(", seluruh wilayah", ", whole zone"),
                         [e, publish](const RiskFigures& row) { return Value(publish(row.exposures[e].total)); });
        for (std::size_t hazard = 0; hazard < view.facts.hazards.size(); ++hazard) {
            const HazardFacts& of = view.facts.hazards[hazard];
            columns.by_class(
                of.id + "_paparan_" + facts.id, facts.unit, of.title + ": " + facts.title, true,
                [e, hazard](const RiskFigures& row) {
                    return row.by_hazard[hazard].hazard ? std::optional(row.exposures[e].by_hazard[hazard])
                                                        : std::nullopt;
                },
                publish);
        }
    }
}

}  // namespace

void add_risk_columns(const RowsView& view, Table& table) {
    RiskColumns columns(view, table);
    add_capacity(view, columns);
    for (std::size_t hazard = 0; hazard < view.facts.hazards.size(); ++hazard) {
        add_indices(view, hazard, columns);
        add_losses(view, hazard, columns);
    }
    if (view.facts.hazards.size() > 1) add_all_hazards(view, columns);
    add_exposures(view, columns);
}

}  // namespace papar
