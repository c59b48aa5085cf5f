#include "engine/tiles/webp_image.hpp"

#include <webp/encode.h>

#include <algorithm>
#include <new>

namespace papar {

namespace {

// Of 0 to 9. Beyond 3 images of classes hardly get smaller and take many times as long.
constexpr int effort = 3;

// A picture and the memory it is written to, freed together.
struct Picture {
    WebPPicture picture;
    WebPMemoryWriter memory;

    Picture() : picture{}, memory{} {
        if (WebPPictureInit(&picture) == 0) throw std::bad_alloc();
        WebPMemoryWriterInit(&memory);
        picture.writer = WebPMemoryWrite;
        picture.custom_ptr = &memory;
    }
    Picture(const Picture&) = delete;
    Picture& operator=(const Picture&) = delete;
    ~Picture() {
        WebPPictureFree(&picture);
        WebPMemoryWriterClear(&memory);
    }
};

}  // namespace

std::vector<std::byte> webp_image(std::span<const std::uint32_t> argb, int side) {
    WebPConfig config;
    if (WebPConfigInit(&config) == 0 || WebPConfigLosslessPreset(&config, effort) == 0) throw std::bad_alloc();
    config.exact = 1;  // colours of transparent pixels too
    Picture out;
    out.picture.use_argb = 1;
    out.picture.width = side;
    out.picture.height = side;
    if (WebPPictureAlloc(&out.picture) == 0) throw std::bad_alloc();
    for (int y = 0; y < side; ++y) {
        std::copy_n(argb.data() + static_cast<std::ptrdiff_t>(y) * side, side,
                    out.picture.argb + static_cast<std::ptrdiff_t>(y) * out.picture.argb_stride);
    }
    // Nothing but memory can be wanting for a picture of this size.
    if (WebPEncode(&config, &out.picture) == 0) throw std::bad_alloc();
    const auto* bytes = reinterpret_cast<const std::byte*>(out.memory.mem);
    return {bytes, bytes + out.memory.size};
}

}  // namespace papar
