#include "engine/document/open_package.hpp"

#include "engine/base/error.hpp"
#include "engine/document/xml_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <set>

namespace papar {

namespace {

namespace fs = std::filesystem;

constexpr const char* types_part = "[Content_Types].xml";
constexpr const char* types_space = "http://schemas.openxmlformats.org/package/2006/content-types";
constexpr const char* relationships_space = "http://schemas.openxmlformats.org/package/2006/relationships";
constexpr const char* relationships_type = "application/vnd.openxmlformats-package.relationships+xml";

[[nodiscard]] std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
    return text;
}

[[nodiscard]] std::string extension_of(const std::string& name) {
    const std::string extension = fs::path(name).extension().string();
    return extension.empty() ? "" : lower(extension.substr(1));
}

// "word/document.xml" has its relationships in "word/_rels/document.xml.rels", the package in "_rels/.rels".
[[nodiscard]] std::string relationships_part(const std::string& source) {
    const fs::path path(source);
    return (path.parent_path() / "_rels" / (path.filename().string() + ".rels")).generic_string();
}

[[nodiscard]] std::string source_of(const std::string& relationships_name) {
    const fs::path path(relationships_name);
    const std::string name = path.filename().string();  // ".rels" alone is the package's
    return (path.parent_path().parent_path() / name.substr(0, name.size() - 5)).generic_string();
}

[[nodiscard]] bool holds_relationships(const std::string& name) {
    const fs::path path(name);
    return path.parent_path().filename() == "_rels" && name.size() > 5 && name.substr(name.size() - 5) == ".rels";
}

// Targets are relative to the source's folder, or absolute.
[[nodiscard]] std::string resolved(const std::string& source, const std::string& target) {
    if (!target.empty() && target.front() == '/') return target.substr(1);
    return (fs::path(source).parent_path() / target).lexically_normal().generic_string();
}

// Relative, which every reader understands; absolute targets are allowed and less well known.
[[nodiscard]] std::string relative_target(const std::string& source, const std::string& target) {
    const fs::path folder = fs::path(source).parent_path();
    return folder.empty() ? target : fs::path(target).lexically_relative(folder).generic_string();
}

[[nodiscard]] std::vector<Relationship> read_relationships(const std::string& source, const pugi::xml_document& xml) {
    std::vector<Relationship> all;
    for (const pugi::xml_node node : xml.document_element().children("Relationship")) {
        Relationship one{node.attribute("Id").value(), node.attribute("Type").value(), node.attribute("Target").value(),
                         std::string_view(node.attribute("TargetMode").value()) == "External"};
        if (!one.external) one.target = resolved(source, one.target);
        all.push_back(std::move(one));
    }
    return all;
}

[[nodiscard]] std::string relationships_bytes(const std::string& source, const std::vector<Relationship>& all) {
    pugi::xml_document xml;
    const pugi::xml_node root = add_element(xml, "Relationships", {{"xmlns", relationships_space}});
    for (const Relationship& one : all) {
        const std::string target = one.external ? one.target : relative_target(source, one.target);
        pugi::xml_node node =
            add_element(root, "Relationship", {{"Id", one.id}, {"Type", one.type}, {"Target", target}});
        if (one.external) node.append_attribute("TargetMode").set_value("External");
    }
    return xml_bytes(xml);
}

}  // namespace

OpenPackage OpenPackage::read(const fs::path& path) {
    const std::string file = path.string();
    std::optional<ZipFiles> files = unzip_file(path);
    if (!files || files->count(types_part) == 0) {
        throw error(ErrorKind::input,
                    "{}: is not a Word document (.docx); an old .doc, or one with a password, must be saved as .docx "
                    "without it",
                    file);
    }
    OpenPackage package;
    for (auto& [name, content] : *files) {
        if (name == types_part) {
            const pugi::xml_document types = parsed_xml(content, file, name);
            for (const pugi::xml_node node : types.document_element().children("Default")) {
                package.type_of_extension_[lower(node.attribute("Extension").value())] =
                    node.attribute("ContentType").value();
            }
            for (const pugi::xml_node node : types.document_element().children("Override")) {
                package.type_of_part_[resolved("", node.attribute("PartName").value())] =
                    node.attribute("ContentType").value();
            }
        } else if (holds_relationships(name)) {
            const std::string source = source_of(name);
            package.relationships_[source] = read_relationships(source, parsed_xml(content, file, name));
        } else {
            package.parts_[name] = std::move(content);
        }
    }
    return package;
}

void OpenPackage::add(const std::string& name, std::string content, const std::string& content_type) {
    parts_[name] = std::move(content);
    type_of_part_[name] = content_type;
}

std::string OpenPackage::content_type(const std::string& name) const {
    if (const auto own = type_of_part_.find(name); own != type_of_part_.end()) return own->second;
    const auto of_extension = type_of_extension_.find(extension_of(name));
    return of_extension == type_of_extension_.end() ? "" : of_extension->second;
}

std::string OpenPackage::add_relationship(const std::string& source, const std::string& type,
                                          const std::string& target) {
    std::vector<Relationship>& all = relationships_[source];
    std::size_t number = all.size() + 1;
    const auto taken = [&](const std::string& id) {
        return std::any_of(all.begin(), all.end(), [&](const Relationship& one) { return one.id == id; });
    };
    while (taken(fmt::format("rId{}", number))) ++number;
    all.push_back({fmt::format("rId{}", number), type, target, false});
    return all.back().id;
}

std::vector<Relationship>& OpenPackage::relationships(const std::string& source) {
    return relationships_[source];
}

std::optional<std::string> OpenPackage::related(const std::string& source, std::string_view type) const {
    const auto all = relationships_.find(source);
    if (all == relationships_.end()) return std::nullopt;
    for (const Relationship& one : all->second) {
        if (one.type == type && !one.external && has(one.target)) return one.target;
    }
    return std::nullopt;
}

void OpenPackage::drop_unreached() {
    std::set<std::string> reached;
    std::vector<std::string> open{""};
    while (!open.empty()) {
        const std::string source = open.back();
        open.pop_back();
        const auto all = relationships_.find(source);
        if (all == relationships_.end()) continue;
        for (const Relationship& one : all->second) {
            if (!one.external && reached.insert(one.target).second) open.push_back(one.target);
        }
    }
    for (auto part = parts_.begin(); part != parts_.end();) {
        if (reached.count(part->first) == 0) {
            type_of_part_.erase(part->first);
            relationships_.erase(part->first);
            part = parts_.erase(part);
        } else {
            ++part;
        }
    }
}

std::string OpenPackage::bytes() const {
    ZipFiles files = parts_;
    pugi::xml_document types;
    const pugi::xml_node root = add_element(types, "Types", {{"xmlns", types_space}});
    std::map<std::string, std::string> extensions = type_of_extension_;
    extensions["rels"] = relationships_type;
    for (const auto& [extension, type] : extensions) {
        add_element(root, "Default", {{"Extension", extension}, {"ContentType", type}});
    }
    for (const auto& [name, type] : type_of_part_) {
        add_element(root, "Override", {{"PartName", "/" + name}, {"ContentType", type}});
    }
    files[types_part] = xml_bytes(types);
    for (const auto& [source, all] : relationships_) {
        if (!all.empty()) files[relationships_part(source)] = relationships_bytes(source, all);
    }
    return zip_bytes(files);
}

std::string office_relationship(std::string_view word) {
    return fmt::format("{}/{}", relationship_space, word);
}

}  // namespace papar
