#include "engine/io/sha256.hpp"

#include "engine/base/error.hpp"

#include <fcntl.h>
#include <fmt/ranges.h>
#include <openssl/evp.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <memory>
#include <system_error>
#include <vector>

namespace papar {

namespace {

constexpr std::size_t chunk_bytes = std::size_t{1} << 17;  // stays in a core's cache between reading and hashing

struct DigestDeleter {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

class Descriptor {
public:
    explicit Descriptor(const std::filesystem::path& file) : fd_(::open(file.c_str(), O_RDONLY | O_CLOEXEC)) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (fd_ >= 0) {
            ::close(fd_);
        }
    }
    [[nodiscard]] int get() const { return fd_; }

private:
    int fd_;
};

[[noreturn]] void unreadable(const std::filesystem::path& file) {
    throw error(ErrorKind::input, "{}: cannot be read: {}", file.string(), std::generic_category().message(errno));
}

void require(int openssl_result, const std::filesystem::path& file) {
    if (openssl_result != 1) {
        throw error(ErrorKind::failed, "{}: OpenSSL could not compute the SHA-256", file.string());
    }
}

}  // namespace

std::string sha256_of_file(const std::filesystem::path& file, std::uint64_t& bytes, const std::stop_token& stop) {
    const Descriptor input(file);
    if (input.get() < 0) {
        unreadable(file);
    }
    const std::unique_ptr<EVP_MD_CTX, DigestDeleter> digest(EVP_MD_CTX_new());
    require(EVP_DigestInit_ex(digest.get(), EVP_sha256(), nullptr), file);
    std::vector<unsigned char> chunk(chunk_bytes);
    bytes = 0;
    for (;;) {
        if (stop.stop_requested()) {
            throw error(ErrorKind::interrupted, "{}: interrupted while its SHA-256 was computed", file.string());
        }
        const ssize_t got = ::read(input.get(), chunk.data(), chunk.size());
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            unreadable(file);
        }
        if (got == 0) {
            break;
        }
        require(EVP_DigestUpdate(digest.get(), chunk.data(), static_cast<std::size_t>(got)), file);
        bytes += static_cast<std::uint64_t>(got);
    }
    std::array<unsigned char, 32> hash{};
    require(EVP_DigestFinal_ex(digest.get(), hash.data(), nullptr), file);
    return fmt::format("{:02x}", fmt::join(hash, ""));
}

}  // namespace papar
