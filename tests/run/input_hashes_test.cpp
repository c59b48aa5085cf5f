#include "engine/input_hashes.hpp"

#include "engine/base/error.hpp"

#include "tests/support/scratch_folder.hpp"
#include <gtest/gtest.h>

#include <fstream>

namespace papar {
namespace {

// SHA-256 of "abc" and of nothing, as FIPS 180-4's examples have them.
constexpr const char* of_abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
constexpr const char* of_nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

TEST(InputHashes, FilesAddedOneAfterTheOther) {
    const test::ScratchFolder folder;
    const auto abc = folder.path() / "abc", empty = folder.path() / "empty";
    std::ofstream(abc) << "abc";
    std::ofstream{empty};
    InputHashes hashes(2);
    hashes.add({abc});
    hashes.add({empty, abc});
    const std::vector<InputFile> inputs = hashes.of({{"zones", "e", empty}, {"population", "a", abc}, {"x", "b", abc}});
    ASSERT_EQ(inputs.size(), 3U);  // in the order of the files asked for
    EXPECT_EQ(inputs[0].role + inputs[0].name + inputs[0].sha256, std::string("zonese") + of_nothing);
    EXPECT_EQ(inputs[0].bytes, 0U);
    EXPECT_EQ(inputs[1].role + inputs[1].name + inputs[1].sha256, std::string("populationa") + of_abc);
    EXPECT_EQ(inputs[1].bytes, 3U);
    EXPECT_EQ(inputs[2].sha256, of_abc);
}

TEST(InputHashes, WhatIsNoFileIsNotWaitedFor) {
    const test::ScratchFolder folder;
    InputHashes hashes(1);
    hashes.add({folder.path(), folder.path() / "missing"});
    EXPECT_TRUE(hashes.of({}).empty());
    try {
        (void)hashes.of({{"zones", "batas.gpkg", folder.path() / "missing"}});
        FAIL() << "there is no such file";
    } catch (const Error& problem) {
        EXPECT_EQ(problem.kind(), ErrorKind::input);
        EXPECT_TRUE(std::string(problem.what()).starts_with("batas.gpkg: "));
    }
}

}  // namespace
}  // namespace papar
