// papar info FILE: what papar sees in a raster or a vector layer.
#include "tools/papar/command.hpp"
#include "tools/papar/file_description.hpp"
#include <fmt/format.h>

#include <memory>
#include <string>

namespace papar {

namespace {

struct InfoArguments {
    std::string file;
    bool json = false;
};

using Json = nlohmann::ordered_json;

// "key: value" a line; what lies inside is indented.
std::string as_text(const Json& json, int indent) {
    std::string text;
    for (const auto& [key, value] : json.items()) {
        const std::string label = json.is_array() ? "-" : key + ":";
        if (value.is_structured()) {
            text += fmt::format("{:{}}{}\n{}", "", indent, label, as_text(value, indent + 2));
        } else {
            text += fmt::format("{:{}}{} {}\n", "", indent, label,
                                value.is_string() ? value.get<std::string>() : value.dump());
        }
    }
    return text;
}

void describe(const InfoArguments& arguments) {
    const Json description = describe_file(arguments.file);
    fmt::print("{}", arguments.json ? description.dump(2) + "\n" : as_text(description, 0));
}

}  // namespace

Action declare_info(CLI::App& options) {
    const auto arguments = std::make_shared<InfoArguments>();
    options.add_option("FILE", arguments->file, "A raster or a vector file")->required();
    options.add_flag("--json", arguments->json, "Print a JSON object");
    options.footer("Example:\n  papar info penduduk.tif --json");
    return [arguments] { describe(*arguments); };
}

}  // namespace papar
