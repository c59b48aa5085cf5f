#include "engine/tiles/pmtiles_format.hpp"

#include <algorithm>
#include <string_view>
#include <type_traits>

namespace papar {

namespace {

using Bytes = std::vector<std::byte>;

constexpr std::string_view magic = "PMTiles";
constexpr std::uint8_t version = 3;

// Calls `field` with every number after the version, in the file's order.
template <typename Header, typename Field>
void each_field(Header& header, const Field& field) {
    for (auto* section : {&header.root, &header.metadata, &header.leaves, &header.data}) {
        field(section->offset);
        field(section->bytes);
    }
    field(header.addressed_tiles);
    field(header.entries);
    field(header.contents);
    field(header.clustered);
    field(header.internal_compression);
    field(header.tile_compression);
    field(header.tile_type);
    field(header.min_zoom);
    field(header.max_zoom);
    field(header.west);
    field(header.south);
    field(header.east);
    field(header.north);
    field(header.centre_zoom);
    field(header.centre_lon);
    field(header.centre_lat);
}

void append_varint(Bytes& bytes, std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) {
        bytes.push_back(static_cast<std::byte>(value | 0x80));
    }
    bytes.push_back(static_cast<std::byte>(value));
}

class VarintReader {
public:
    explicit VarintReader(std::span<const std::byte> bytes) : bytes_(bytes) {}

    std::uint64_t next() {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (bytes_.empty()) break;
            const auto byte = static_cast<std::uint64_t>(bytes_.front());
            bytes_ = bytes_.subspan(1);
            value |= (byte & 0x7f) << shift;
            if (byte < 0x80) return value;
        }
        good_ = false;
        return 0;
    }
    [[nodiscard]] bool good() const { return good_; }
    [[nodiscard]] std::size_t left() const { return bytes_.size(); }

private:
    std::span<const std::byte> bytes_;
    bool good_ = true;
};

}  // namespace

Bytes header_bytes(const PmtilesHeader& header) {
    Bytes bytes;
    for (const char c : magic) {
        bytes.push_back(static_cast<std::byte>(c));
    }
    bytes.push_back(std::byte{version});
    each_field(header, [&](auto value) {
        for (std::size_t i = 0; i < sizeof value; ++i) {
            bytes.push_back(static_cast<std::byte>(static_cast<std::make_unsigned_t<decltype(value)>>(value) >> 8 * i));
        }
    });
    return bytes;
}

std::optional<PmtilesHeader> read_header(std::span<const std::byte> bytes) {
    if (bytes.size() < pmtiles_header_bytes ||
        !std::ranges::equal(magic, bytes.first(magic.size()), {}, {},
                            [](std::byte b) { return static_cast<char>(b); }) ||
        bytes[magic.size()] != std::byte{version}) {
        return std::nullopt;
    }
    PmtilesHeader header;
    std::size_t at = magic.size() + 1;
    each_field(header, [&](auto& value) {
        using Number = std::remove_reference_t<decltype(value)>;
        std::uint64_t number = 0;
        for (std::size_t i = 0; i < sizeof value; ++i) {
            number |= static_cast<std::uint64_t>(bytes[at + i]) << 8 * i;
        }
        value = static_cast<Number>(number);
        at += sizeof value;
    });
    return header;
}

Bytes directory_bytes(std::span<const PmtilesEntry> entries) {
    Bytes bytes;
    append_varint(bytes, entries.size());
    std::uint64_t last = 0;
    for (const PmtilesEntry& entry : entries) {
        append_varint(bytes, entry.id - last);
        last = entry.id;
    }
    for (const PmtilesEntry& entry : entries) append_varint(bytes, entry.run);
    for (const PmtilesEntry& entry : entries) append_varint(bytes, entry.bytes);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const bool follows = i > 0 && entries[i].offset == entries[i - 1].offset + entries[i - 1].bytes;
        append_varint(bytes, follows ? 0 : entries[i].offset + 1);
    }
    return bytes;
}

std::optional<std::vector<PmtilesEntry>> read_directory(std::span<const std::byte> bytes) {
    VarintReader reader(bytes);
    const std::uint64_t count = reader.next();
    constexpr std::uint64_t least_bytes = 4;  // of an entry
    if (!reader.good() || count > reader.left() / least_bytes) {
        return std::nullopt;
    }
    std::vector<PmtilesEntry> entries(count);
    std::uint64_t last = 0;
    for (PmtilesEntry& entry : entries) entry.id = last += reader.next();
    for (PmtilesEntry& entry : entries) entry.run = static_cast<std::uint32_t>(reader.next());
    for (PmtilesEntry& entry : entries) entry.bytes = static_cast<std::uint32_t>(reader.next());
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const std::uint64_t offset = reader.next();
        if (offset == 0 && i == 0) {
            return std::nullopt;
        }
        entries[i].offset = offset == 0 ? entries[i - 1].offset + entries[i - 1].bytes : offset - 1;
    }
    if (!reader.good() || reader.left() != 0) {
        return std::nullopt;
    }
    return entries;
}

}  // namespace papar
