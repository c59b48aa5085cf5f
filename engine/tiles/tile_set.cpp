#include "engine/tiles/tile_set.hpp"

#include "engine/base/error.hpp"
#include "engine/output/written_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <limits>
#include <string>

namespace papar {

TileSet::TileSet(const std::filesystem::path& folder) : folder_(folder) {
    std::string name = (folder / ".tiles-XXXXXX").string();
    file_ = ::mkostemp(name.data(), O_CLOEXEC);
    if (file_ < 0) {
        throw error(ErrorKind::output, "{}: no scratch file can be made here ({})", folder.string(), system_reason());
    }
    ::unlink(name.c_str());  // gone with the program, however that ends
}

TileSet::~TileSet() {
    ::close(file_);
}

void TileSet::add_content(std::uint32_t content, std::span<const std::byte> bytes) {
    if (content >= contents_.size()) {
        contents_.resize(std::size_t{content} + 1);
    }
    contents_[content] = {end_, static_cast<std::uint32_t>(bytes.size())};
    while (!bytes.empty()) {
        const ssize_t done = ::pwrite(file_, bytes.data(), bytes.size(), static_cast<off_t>(end_));
        if (done < 0 && errno == EINTR) continue;
        if (done <= 0) {
            throw error(ErrorKind::output, "{}: the scratch file of tiles could not be written ({})", folder_.string(),
                        system_reason());
        }
        end_ += static_cast<std::uint64_t>(done);
        bytes = bytes.subspan(static_cast<std::size_t>(done));
    }
}

void TileSet::finish() {
    std::ranges::sort(tiles_, {}, &StoredTile::id);
    constexpr std::uint32_t unseen = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::uint32_t> number_of(contents_.size(), unseen);
    std::vector<Place> in_order;
    in_order.reserve(contents_.size());
    for (StoredTile& tile : tiles_) {
        std::uint32_t& number = number_of[tile.content];
        if (number == unseen) {
            number = static_cast<std::uint32_t>(in_order.size());
            in_order.push_back(contents_[tile.content]);
        }
        tile.content = number;
    }
    contents_ = std::move(in_order);
}

TileBytes TileSet::content(std::uint32_t content) const {
    const Place& place = contents_[content];
    TileBytes bytes(place.bytes);
    std::size_t have = 0;
    while (have < bytes.size()) {
        const ssize_t done =
            ::pread(file_, bytes.data() + have, bytes.size() - have, static_cast<off_t>(place.offset + have));
        if (done < 0 && errno == EINTR) continue;
        if (done <= 0) {
            throw error(ErrorKind::output, "{}: the scratch file of tiles could not be read back ({})",
                        folder_.string(), system_reason());
        }
        have += static_cast<std::size_t>(done);
    }
    return bytes;
}

}  // namespace papar
