#include "engine/base/error.hpp"
#include "engine/tiles/mvt_encode.hpp"

#include <libdeflate.h>

#include <memory>

namespace papar {

std::string gzipped(std::string_view bytes) {
    struct Free {
        void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
    };
    const std::unique_ptr<libdeflate_compressor, Free> compressor(libdeflate_alloc_compressor(6));
    if (!compressor) {
        throw error(ErrorKind::failed, "map tiles: no memory left to compress a tile of {} bytes; free some and repeat",
                    bytes.size());
    }
    std::string result(libdeflate_gzip_compress_bound(compressor.get(), bytes.size()), '\0');
    result.resize(libdeflate_gzip_compress(compressor.get(), bytes.data(), bytes.size(), result.data(), result.size()));
    return result;
}

}  // namespace papar
