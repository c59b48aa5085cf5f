#include "engine/io/zones_levels.hpp"

#include "engine/base/error.hpp"
#include "engine/io/concerned_zones.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace papar {

namespace {

// The first `count` characters of a code in UTF-8; empty where it has fewer.
std::string first_characters(const std::string& code, int count) {
    std::size_t end = 0;
    for (int i = 0; i < count; ++i) {
        if (end == code.size()) {
            return {};
        }
        do {
            ++end;
        } while (end < code.size() && (static_cast<unsigned char>(code[end]) & 0xC0U) == 0x80U);
    }
    return code.substr(0, end);
}

std::string code_on(const LevelFields& level, const ZoneFeature& zone, const ZoneArea& written) {
    if (level.input.prefix == 0) {
        return written.code;
    }
    return zone.code_stands_in ? "" : first_characters(zone.zone.code, level.input.prefix);
}

void report(Findings& findings, const char* id, const ZonesLayerFile& file, const ConcernedZones& concerned,
            const std::string& sentence) {
    if (concerned.count() > 0) {
        findings.push_back({id,
                            file.layer_name,
                            fmt::format("{}: {}", file.subject, sentence),
                            {{"count", static_cast<double>(concerned.count())}}});
    }
}

// The areas of the level at `index` among the zones' levels.
class LevelBuilder {
public:
    LevelBuilder(const ZonesLayerFile& file, std::size_t index)
        : file_(file), fields_(file.levels[index]), index_(index) {
        level_.id = fields_.input.id;
        level_.title = fields_.input.title;
    }

    void add(const ZoneFeature& zone) {
        const ZoneArea& written = zone.levels[index_];
        const std::string code = code_on(fields_, zone, written);
        if (code.empty()) {
            level_.area_of_zone.emplace_back();
            return;
        }
        const auto [found, is_new] = areas_.emplace(code, static_cast<std::uint32_t>(level_.areas.size()));
        if (is_new) {
            level_.areas.push_back({code, ""});
            other_name_.emplace_back();
        }
        level_.area_of_zone.emplace_back(found->second);
        std::string& name = level_.areas[found->second].name;
        std::string& other_name = other_name_[found->second];
        if (name.empty()) {
            name = written.name;
        } else if (other_name.empty() && !written.name.empty() && written.name != name) {
            other_name = written.name;
        }
    }

    ZoneLevel finish(const std::deque<ZoneFeature>& zones, Findings& findings) {
        if (level_.areas.empty()) {
            throw error(ErrorKind::input, "{}: no zone belongs to an area of the level \"{}\": {}", file_.subject,
                        level_.id,
                        fields_.input.prefix > 0
                            ? fmt::format("no code has {} characters", fields_.input.prefix)
                            : fmt::format("its column \"{}\" is empty everywhere", fields_.input.code_column));
        }
        ConcernedZones outside(zones.size());
        for (std::size_t i = 0; i < zones.size(); ++i) {
            if (!level_.area_of_zone[i]) {
                outside.add(label(zones[i].zone));
            }
        }
        ConcernedZones names(level_.areas.size(), "areas");
        for (std::size_t i = 0; i < level_.areas.size(); ++i) {
            ZoneArea& area = level_.areas[i];
            if (!other_name_[i].empty()) {
                names.add(fmt::format("{}: {}, {}", area.code, area.name, other_name_[i]));
            }
            area.name = area.name.empty() ? area.code : area.name;
        }
        report(findings, "level.no_area", file_, outside,
               fmt::format("{} belong to no area of the level \"{}\" and are not in its sums.", outside.text(),
                           level_.id));
        report(findings, "level.names", file_, names,
               fmt::format("{} of the level \"{}\" have several names; the first is used.", names.text(), level_.id));
        return std::move(level_);
    }

private:
    const ZonesLayerFile& file_;
    const LevelFields& fields_;
    std::size_t index_;
    ZoneLevel level_;
    std::vector<std::string> other_name_;  // parallel to the areas; the first name that is another
    std::unordered_map<std::string, std::uint32_t> areas_;
};

// Areas of the finer level whose zones lie in several areas of the coarser.
void report_split(const ZoneLevel& finer, const ZoneLevel& coarser, const ZonesLayerFile& file, Findings& findings) {
    std::vector<std::vector<std::uint32_t>> parents(finer.areas.size());
    for (std::size_t zone = 0; zone < finer.area_of_zone.size(); ++zone) {
        const std::optional<std::uint32_t> area = finer.area_of_zone[zone];
        const std::optional<std::uint32_t> parent = coarser.area_of_zone[zone];
        if (area && parent && std::ranges::find(parents[*area], *parent) == parents[*area].end()) {
            parents[*area].push_back(*parent);
        }
    }
    ConcernedZones split(finer.areas.size(), "areas");
    for (std::size_t area = 0; area < parents.size(); ++area) {
        if (parents[area].size() > 1) {
            split.add(fmt::format("{} in {} and {}", finer.areas[area].code, coarser.areas[parents[area][0]].code,
                                  coarser.areas[parents[area][1]].code));
        }
    }
    report(findings, "level.split", file, split,
           fmt::format("{} of the level \"{}\" lie in several areas of the level \"{}\"; each sum holds the zones that "
                       "name it.",
                       split.text(), finer.id, coarser.id));
}

}  // namespace

std::vector<ZoneLevel> zone_levels(const std::deque<ZoneFeature>& zones, const ZonesLayerFile& file,
                                   Findings& findings) {
    std::vector<ZoneLevel> levels;
    for (std::size_t index = 0; index < file.levels.size(); ++index) {
        LevelBuilder builder(file, index);
        for (const ZoneFeature& zone : zones) {
            builder.add(zone);
        }
        levels.push_back(builder.finish(zones, findings));
        if (index > 0) {
            report_split(levels[index - 1], levels[index], file, findings);
        }
    }
    return levels;
}

}  // namespace papar
