#include "engine/io/sha256.hpp"

#include "engine/base/error.hpp"

#include "tests/support/scratch_folder.hpp"
#include <gtest/gtest.h>

#include <fstream>

namespace papar {
namespace {

std::filesystem::path file_of(const std::string& name, const std::string& content) {
    static const test::ScratchFolder folder;
    const std::filesystem::path path = folder / name;
    std::ofstream(path, std::ios::binary) << content;
    return path;
}

// Expected digests: NIST, FIPS 180-2, appendix B, and the examples that go with it.
TEST(Sha256OfFile, KnownDigests) {
    std::uint64_t bytes = 7;
    EXPECT_EQ(sha256_of_file(file_of("sha_empty", ""), bytes),
              "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(bytes, 0U);
    EXPECT_EQ(sha256_of_file(file_of("sha_abc", "abc"), bytes),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(bytes, 3U);
    EXPECT_EQ(sha256_of_file(file_of("sha_million", std::string(1000000, 'a')), bytes),
              "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    EXPECT_EQ(bytes, 1000000U);
}

// 3,000,001 bytes are read in three pieces; expected: sha256sum of coreutils 9.1 on `head -c 3000001 /dev/zero`.
TEST(Sha256OfFile, LongerThanOneRead) {
    std::uint64_t bytes = 0;
    EXPECT_EQ(sha256_of_file(file_of("sha_zeros", std::string(3000001, '\0')), bytes),
              "4f3c36cc4ec3bc4ac4c40dfc33a9c5505a31fd01c106a5277fdcc63239a8f34d");
    EXPECT_EQ(bytes, 3000001U);
}

TEST(Sha256OfFile, WhatCannotBeReadIsAnError) {
    std::uint64_t bytes = 0;
    for (const std::filesystem::path path : {std::string("/nonexistent/file"), testing::TempDir()}) {
        try {
            (void)sha256_of_file(path, bytes);
            FAIL() << path;
        } catch (const Error& problem) {
            EXPECT_EQ(problem.kind(), ErrorKind::input);
            EXPECT_NE(std::string(problem.what()).find(path.string()), std::string::npos);
        }
    }
}

}  // namespace
}  // namespace papar
