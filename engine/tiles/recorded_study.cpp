#include "engine/tiles/recorded_study.hpp"

#include "engine/base/error.hpp"
#include "engine/io/sha256.hpp"
#include "engine/output/json_text.hpp"
#include "engine/output/output_files.hpp"
#include "engine/output/written_file.hpp"

#include <algorithm>
#include <system_error>

namespace papar {

namespace {

namespace fs = std::filesystem;

// Values by their place; what is not there, or of another kind, is the default.
class Record {
public:
    explicit Record(const Json& json) : json_(json) {}

    [[nodiscard]] std::string text(const char* place) const {
        const Json* at = find(place);
        return at != nullptr && at->is_string() ? at->get<std::string>() : std::string();
    }
    [[nodiscard]] double number(const char* place, double otherwise) const {
        const Json* at = find(place);
        return at != nullptr && at->is_number() ? at->get<double>() : otherwise;
    }
    [[nodiscard]] const Json& list(const char* place) const {
        static const Json none = Json::array();
        const Json* at = find(place);
        return at != nullptr && at->is_array() ? *at : none;
    }
    [[nodiscard]] std::vector<double> numbers(const char* place) const {
        std::vector<double> values;
        for (const Json& value : list(place)) {
            if (value.is_number()) values.push_back(value.get<double>());
        }
        return values;
    }

private:
    [[nodiscard]] const Json* find(const char* place) const {
        const Json::json_pointer pointer(place);
        return json_.contains(pointer) ? &json_[pointer] : nullptr;
    }

    const Json& json_;
};

RasterInput raster_of(const Record& record, const fs::path& folder, const fs::path& file, const std::string& section) {
    RasterInput raster;
    raster.name = record.text("/file");
    if (raster.name.empty()) return raster;
    raster.path = folder / raster.name;  // an absolute name stays
    raster.band = static_cast<int>(record.number("/band", 1));
    raster.where = file.string() + ": study.settings." + section + ".file";
    raster.assume_crs = record.text("/assume_crs");
    raster.nodata = record.numbers("/nodata");
    return raster;
}

HazardKind kind_of(const std::string& word) {
    if (word == "index") return HazardKind::index;
    if (word == "class") return HazardKind::classes;
    return word == "polygons" || word == "buffers" ? HazardKind::shapes : HazardKind::quantity;
}

RecordedHazard hazard_of(const Record& record, const fs::path& folder, const fs::path& file) {
    RecordedHazard hazard;
    hazard.id = record.text("/id");
    hazard.title = record.text("/title");
    hazard.classes.kind = kind_of(record.text("/kind"));
    hazard.classes.no_hazard = record.number("/no_hazard", 0);
    hazard.classes.breaks = record.numbers("/breaks");
    hazard.classes.on_break = record.text("/on_break") == "upper" ? OnBreak::upper : OnBreak::lower;
    hazard.classes.codes = record.numbers("/codes");
    for (const Json& label : record.list("/labels")) {
        if (label.is_string()) hazard.classes.labels.push_back(label.get<std::string>());
    }
    if (hazard.classes.kind != HazardKind::shapes) hazard.raster = raster_of(record, folder, file, "hazard");
    return hazard;
}

std::optional<RecordedPeople> people_of(const Record& record, const fs::path& folder, const fs::path& file) {
    RecordedPeople people;
    people.raster = raster_of(record, folder, file, "population");
    if (people.raster.name.empty()) return std::nullopt;
    const std::string unit = record.text("/unit");
    people.unit = unit == "per_km2"       ? PopulationUnit::per_km2
                  : unit == "per_hectare" ? PopulationUnit::per_hectare
                                          : PopulationUnit::count;
    people.negative = record.text("/negative") == "zero" ? NegativePeople::zero : NegativePeople::refuse;
    people.adjusted = record.text("/model") != "raster";
    return people;
}

}  // namespace

RecordedStudy read_recorded_study(const fs::path& result) {
    std::error_code none;
    RecordedStudy study;
    study.file = result / run_record_file;
    if (!fs::exists(study.file, none)) {
        throw error(ErrorKind::input, "{}: this is no result of papar run: there is no {} in it", result.string(),
                    run_record_file);
    }
    const Json json = Json::parse(read_back(study.file), nullptr, false);
    const Record record(json);
    const fs::path folder = (result / record.text("/run/study_folder")).lexically_normal();
    study.title = record.text("/study/title");
    study.language = record.text("/study/settings/output/language") == "en" ? Language::en : Language::id;
    for (const Json& hazard : record.list("/study/settings/hazard")) {
        study.hazards.push_back(hazard_of(Record(hazard), folder, study.file));
    }
    const Json::json_pointer population("/study/settings/population");
    if (json.contains(population)) study.people = people_of(Record(json[population]), folder, study.file);
    study.index_limits = record.numbers("/study/settings/profile/entry/index.breaks/value");
    study.capacity_limits = record.numbers("/study/settings/profile/entry/capacity.breaks/value");
    for (const Json& input : record.list("/inputs")) {
        const Record one(input);
        study.inputs.push_back({one.text("/role"), one.text("/name"), one.text("/sha256")});
    }
    return study;
}

std::shared_ptr<const RasterFile> open_recorded(const RecordedStudy& study, const std::string& role,
                                                const RasterInput& raster) {
    std::shared_ptr<const RasterFile> opened;
    try {
        opened = RasterFile::open(raster);
    } catch (const Error& problem) {
        throw error(problem.kind(),
                    "{} (an input of {}, looked for in {}: where the study's folder is, seen from the "
                    "result; bring it back there, or run the study again)",
                    problem.what(), study.file.string(), raster.path.parent_path().string());
    }
    for (const fs::path& file : opened->files()) {
        const auto recorded = std::ranges::find_if(study.inputs, [&](const RecordedFile& each) {
            return each.role == role && fs::path(each.name).filename() == file.filename();
        });
        std::uint64_t bytes = 0;
        if (recorded == study.inputs.end() || sha256_of_file(file, bytes) != recorded->sha256) {
            throw error(ErrorKind::input,
                        "{}: this is not the file that {} was made of, by its SHA-256; bring that one back, or run the "
                        "study again",
                        file.string(), study.file.string());
        }
    }
    return opened;
}

}  // namespace papar
