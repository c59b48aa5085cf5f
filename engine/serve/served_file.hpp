// Files that may be served, and how they are known again.
#pragma once

#include "engine/io/read_only_file.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>

namespace papar {

// What changes when a file or a folder is replaced or written to.
struct FileIdentity {
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::uint64_t bytes = 0;
    std::int64_t modified_ns = 0;  // since 1970

    bool operator==(const FileIdentity&) const = default;
    // A strong entity tag, for files too large to be read for it.
    [[nodiscard]] std::string tag() const;
};

// A file open for reading in pieces, the same one whatever takes its place meanwhile.
class ServedFile {
public:
    // Throws std::system_error when the file cannot be opened.
    ServedFile(const std::filesystem::path& path, const FileIdentity& identity) : file_(path), identity_(identity) {}

    [[nodiscard]] const FileIdentity& identity() const { return identity_; }
    [[nodiscard]] std::uint64_t size() const { return file_.size(); }
    // False when the file ends before, or cannot be read.
    [[nodiscard]] bool read(std::uint64_t offset, std::span<std::byte> out) const { return file_.read(offset, out); }

private:
    ReadOnlyFile file_;
    FileIdentity identity_;
};

// A file or folder that was found when the server began, inside the folder it was found in.
struct ServedPath {
    std::filesystem::path path;
    std::filesystem::path within;  // canonical

    // Nothing when nothing is there any more.
    [[nodiscard]] std::optional<FileIdentity> identity() const;
    // Whether it is there, and no link leads out of the folder. To be asked before each opening: a link that takes the
    // file's place has another identity.
    [[nodiscard]] bool is_inside() const;
    // Null when it is not inside, is a folder, or cannot be opened.
    [[nodiscard]] std::shared_ptr<const ServedFile> open() const;
};

}  // namespace papar
