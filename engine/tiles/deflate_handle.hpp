// Owners of libdeflate's compressors and decompressors.
#pragma once

#include <libdeflate.h>

#include <memory>

namespace papar {

struct FreeDeflate {
    void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
    void operator()(libdeflate_decompressor* decompressor) const { libdeflate_free_decompressor(decompressor); }
};

using DeflateCompressor = std::unique_ptr<libdeflate_compressor, FreeDeflate>;
using DeflateDecompressor = std::unique_ptr<libdeflate_decompressor, FreeDeflate>;

}  // namespace papar
