// The output folder comes into being whole or not at all: everything is written into a hidden folder
// beside it, which takes the final name in one step.
#pragma once

#include "engine/output/output_files.hpp"
#include "engine/output/output_settings.hpp"

#include <filesystem>
#include <span>

namespace papar {

class OutputFolder {
public:
    // Makes the staging folder, ".<name>.papar-<process>" beside the final one. Throws an Error of kind
    //   usage   when the final folder holds a result and `overwrite` is not set, when it holds anything but `names` and
    //           what a GIS has put beside these (that is never deleted), or when its name is taken by a file;
    //   output  when the parent is missing or cannot be written.
    // That no input lies in the folder is for the caller to check.
    explicit OutputFolder(const OutputSettings& settings, std::span<const char* const> names = output_files);
    OutputFolder(const OutputFolder&) = delete;
    OutputFolder& operator=(const OutputFolder&) = delete;
    ~OutputFolder();  // removes the staging folder: the unfinished result, or after `commit` the one replaced

    [[nodiscard]] const std::filesystem::path& staging() const { return staging_; }
    [[nodiscard]] const std::filesystem::path& folder() const { return final_; }  // symbolic links resolved

    // Brings every file to the disk, then gives the folder its final name. An older result changes places with
    // the new one and is removed by the destructor: it is never gone before the new one is whole and in place.
    // Throws an Error of kind output, and leaves the older result, when the new one cannot be put in place.
    void commit();

private:
    void refuse_unless_replaceable() const;

    std::filesystem::path final_;
    std::filesystem::path staging_;
    std::span<const char* const> names_;  // constants
    bool overwrite_;
};

}  // namespace papar
