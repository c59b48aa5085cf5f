#include "engine/tiles/tile_journal.hpp"

#include "engine/base/error.hpp"
#include "engine/tiles/deflate_handle.hpp"

#include <libdeflate.h>

#include <array>
#include <cstring>
#include <fstream>
#include <memory>
#include <new>
#include <optional>
#include <string_view>
#include <unordered_set>

namespace papar {

namespace {

using Bytes = std::vector<std::byte>;

constexpr std::string_view journal_mark = "papar tiles";
constexpr std::uint64_t group_mark = 0x7061706172677270ULL;
constexpr std::size_t word = sizeof(std::uint64_t);

struct GroupHead {
    std::uint64_t mark = group_mark;
    std::uint64_t bytes = 0;
    ContentHash hash;
};
struct Counts {
    std::uint32_t tiles = 0;
    std::uint32_t contents = 0;
    std::uint32_t root_bytes = 0;
    std::uint32_t zero = 0;
};
struct TileEntry {
    std::uint64_t id = 0;
    std::uint64_t content = 0;
};
struct ContentEntry {
    std::uint32_t number = 0;
    std::uint32_t bytes = 0;
    ContentHash hash;
};

template <typename Value>
void append(Bytes& bytes, const Value& value) {
    const auto* first = reinterpret_cast<const std::byte*>(&value);
    bytes.insert(bytes.end(), first, first + sizeof value);
}

// Takes values off the front of bytes; nothing where they end too early.
class Reader {
public:
    explicit Reader(std::span<const std::byte> bytes) : bytes_(bytes) {}

    template <typename Value>
    [[nodiscard]] std::optional<Value> take() {
        Value value;
        if (at_ + sizeof value > bytes_.size()) return std::nullopt;
        std::memcpy(&value, bytes_.data() + at_, sizeof value);
        at_ += sizeof value;
        return value;
    }
    [[nodiscard]] bool skip(std::size_t bytes) {
        const bool enough = bytes <= bytes_.size() - at_;
        at_ += enough ? bytes : 0;
        return enough;
    }
    [[nodiscard]] std::size_t at() const { return at_; }

private:
    std::span<const std::byte> bytes_;
    std::size_t at_ = 0;
};

Bytes journal_head(const std::string& fingerprint) {
    Bytes head;
    for (const char c : journal_mark) append(head, c);
    append(head, std::uint64_t{fingerprint.size()});
    for (const char c : fingerprint) append(head, c);
    return head;
}

// Of the head, whatever the fingerprint; nothing for a file without.
std::optional<std::uint64_t> head_bytes(const ScratchFile& file) {
    const std::size_t before = journal_mark.size() + word;
    if (file.size() < before) return std::nullopt;
    const Bytes begin = file.read(0, before);
    if (std::memcmp(begin.data(), journal_mark.data(), journal_mark.size()) != 0) return std::nullopt;
    std::uint64_t length = 0;
    std::memcpy(&length, begin.data() + journal_mark.size(), word);
    return length <= file.size() - before ? std::optional(before + length) : std::nullopt;
}

std::optional<JournalGroup> group_of(const Bytes& body, std::uint64_t offset) {
    Reader reader(body);
    const auto counts = reader.take<Counts>();
    if (!counts) return std::nullopt;
    JournalGroup group;
    for (std::uint32_t i = 0; i < counts->tiles; ++i) {
        const auto tile = reader.take<TileEntry>();
        if (!tile) return std::nullopt;
        group.tiles.push_back({tile->id, static_cast<std::uint32_t>(tile->content)});
    }
    for (std::uint32_t i = 0; i < counts->contents; ++i) {
        const auto content = reader.take<ContentEntry>();
        if (!content) return std::nullopt;
        group.contents.push_back({content->number, content->hash, 0, content->bytes});
    }
    for (JournalGroup::Content& content : group.contents) {
        content.offset = offset + reader.at();
        if (!reader.skip(content.bytes)) return std::nullopt;
    }
    group.root_offset = offset + reader.at();
    group.root_bytes = counts->root_bytes;
    return reader.skip(group.root_bytes) ? std::optional(std::move(group)) : std::nullopt;
}

struct ReadGroup {
    JournalGroup group;
    std::uint64_t end = 0;
};

// Nothing where the file ends, or the group is not whole.
std::optional<ReadGroup> group_at(const ScratchFile& file, std::uint64_t offset) {
    if (file.size() < offset + sizeof(GroupHead)) return std::nullopt;
    GroupHead head;
    const Bytes head_at = file.read(offset, sizeof head);
    std::memcpy(&head, head_at.data(), sizeof head);
    offset += sizeof head;
    if (head.mark != group_mark || head.bytes > file.size() - offset) return std::nullopt;
    const Bytes body = file.read(offset, head.bytes);
    if (content_hash(body) != head.hash) return std::nullopt;
    std::optional<JournalGroup> group = group_of(body, offset);
    if (!group) return std::nullopt;
    return ReadGroup{std::move(*group), offset + head.bytes};
}

constexpr int journal_level = 1;  // read at most once

Bytes packed(std::span<const std::byte> pixels) {
    if (pixels.empty()) return {};
    const DeflateCompressor compressor(libdeflate_alloc_compressor(journal_level));
    if (!compressor) throw std::bad_alloc();
    Bytes bytes(libdeflate_zlib_compress_bound(compressor.get(), pixels.size()));
    bytes.resize(libdeflate_zlib_compress(compressor.get(), pixels.data(), pixels.size(), bytes.data(), bytes.size()));
    return bytes;
}

}  // namespace

ScratchFile open_journal(const std::filesystem::path& path, const std::string& fingerprint) {
    ScratchFile file = ScratchFile::named(path);
    const Bytes head = journal_head(fingerprint);
    if (file.size() < head.size() || file.read(0, head.size()) != head) {
        file.cut(0);
        file.append(head);
    }
    return file;
}

bool journal_goes_on(const std::filesystem::path& path, const std::string& fingerprint) {
    const Bytes head = journal_head(fingerprint);
    Bytes begin(head.size());
    std::ifstream file(path, std::ios::binary);
    file.read(reinterpret_cast<char*>(begin.data()), static_cast<std::streamsize>(begin.size()));
    return file && begin == head;
}

std::vector<JournalGroup> read_journal(ScratchFile& file) {
    const std::optional<std::uint64_t> head = head_bytes(file);
    if (!head) return {};
    std::vector<JournalGroup> groups;
    std::unordered_set<std::uint32_t> given;
    std::unordered_set<std::uint32_t> missing;
    // A group may refer to a content that a later one brings: they are built at the same time.
    std::size_t complete = 0;
    std::uint64_t complete_end = *head;
    for (std::uint64_t at = *head;;) {
        std::optional<ReadGroup> next = group_at(file, at);
        if (!next) break;
        at = next->end;
        for (const JournalGroup::Content& content : next->group.contents) {
            given.insert(content.number);
            missing.erase(content.number);
        }
        for (const StoredTile& tile : next->group.tiles) {
            if (!given.contains(tile.content)) missing.insert(tile.content);
        }
        groups.push_back(std::move(next->group));
        if (missing.empty()) {
            complete = groups.size();
            complete_end = at;
        }
    }
    groups.resize(complete);
    file.cut(complete_end);
    return groups;
}

Bytes root_pixels(const ScratchFile& file, const JournalGroup& group, std::size_t bytes) {
    const Bytes from = file.read(group.root_offset, group.root_bytes);
    Bytes pixels(bytes);
    const DeflateDecompressor decompressor(libdeflate_alloc_decompressor());
    if (!decompressor) throw std::bad_alloc();
    if (libdeflate_zlib_decompress(decompressor.get(), from.data(), from.size(), pixels.data(), pixels.size(),
                                   nullptr) != LIBDEFLATE_SUCCESS) {
        throw error(ErrorKind::failed,
                    "tiles of an interrupted run cannot be gone on with; give the command with "
                    "--overwrite after removing the hidden files in the folder of tiles");
    }
    return pixels;
}

void write_group(EncodedTiles&& encoded, std::span<const std::byte> root, TileSet& set) {
    const Bytes packed_root = packed(root);
    Bytes bytes;
    append(bytes, GroupHead{});
    append(bytes,
           Counts{static_cast<std::uint32_t>(encoded.tiles.size()), static_cast<std::uint32_t>(encoded.contents.size()),
                  static_cast<std::uint32_t>(packed_root.size()), 0});
    for (const auto& [tile, number] : encoded.tiles) {
        append(bytes, TileEntry{tile_id(tile), number});
        set.add_tile(tile, number);
    }
    for (const EncodedContent& content : encoded.contents) {
        append(bytes, ContentEntry{content.number, static_cast<std::uint32_t>(content.bytes.size()), content.hash});
    }
    for (const EncodedContent& content : encoded.contents) {
        set.place_content(content.number, set.file().size() + bytes.size(),
                          static_cast<std::uint32_t>(content.bytes.size()));
        bytes.insert(bytes.end(), content.bytes.begin(), content.bytes.end());
    }
    bytes.insert(bytes.end(), packed_root.begin(), packed_root.end());
    bytes.resize((bytes.size() + word - 1) / word * word);
    const auto body = std::span(bytes).subspan(sizeof(GroupHead));
    const GroupHead head{group_mark, body.size(), content_hash(body)};
    std::memcpy(bytes.data(), &head, sizeof head);
    set.file().append(bytes);
    encoded = {};
}

void add_group(const JournalGroup& group, ContentNumbers& numbers, TileSet& set) {
    for (const StoredTile& tile : group.tiles) set.add_tile(tile_of(tile.id), tile.content);
    for (const JournalGroup::Content& content : group.contents) {
        numbers.know(content.hash, content.number);
        set.place_content(content.number, content.offset, content.bytes);
    }
}

}  // namespace papar
