// A file of Open Packaging Conventions (ECMA-376 part 2), as Word documents and workbooks are: parts, the type of each,
// and which part refers to which.
#pragma once

#include "engine/document/zip_bytes.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace papar {

struct Relationship {
    std::string id;
    std::string type;
    std::string target;  // a part's name; an address where it is external
    bool external = false;
};

class OpenPackage {
public:
    OpenPackage() = default;
    // Throws an Error of kind input where the file is no such package.
    [[nodiscard]] static OpenPackage read(const std::filesystem::path& path);

    // Adds or replaces.
    void add(const std::string& name, std::string content, const std::string& content_type);
    void replace(const std::string& name, std::string content) { parts_[name] = std::move(content); }
    [[nodiscard]] bool has(const std::string& name) const { return parts_.count(name) != 0; }
    [[nodiscard]] const std::string& content(const std::string& name) const { return parts_.at(name); }
    [[nodiscard]] std::string content_type(const std::string& name) const;

    // The source is a part's name, or "" for the package. `add_relationship` gives the new id.
    std::string add_relationship(const std::string& source, const std::string& type, const std::string& target);
    [[nodiscard]] std::vector<Relationship>& relationships(const std::string& source);
    // The part a relationship of this type leads to, if it is there.
    [[nodiscard]] std::optional<std::string> related(const std::string& source, std::string_view type) const;

    // Drops the parts that no relationship leads to any more.
    void drop_unreached();

    [[nodiscard]] std::string bytes() const;

private:
    ZipFiles parts_;  // without [Content_Types].xml and the _rels
    std::map<std::string, std::vector<Relationship>> relationships_;
    std::map<std::string, std::string> type_of_part_;
    std::map<std::string, std::string> type_of_extension_;  // in lower case
};

inline constexpr const char* relationship_space = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
inline constexpr const char* drawing_space = "http://schemas.openxmlformats.org/drawingml/2006/main";
inline constexpr const char* chart_space = "http://schemas.openxmlformats.org/drawingml/2006/chart";

// The types of relationships between parts, the last word of them: "styles", "chart".
[[nodiscard]] std::string office_relationship(std::string_view word);

}  // namespace papar
