// A file or folder under a hidden name until it is whole.
#pragma once

#include <filesystem>

namespace papar {

class Unfinished {
public:
    // For `final`, under ".<name>.papar-part" beside it. What a killed program left there is removed.
    explicit Unfinished(std::filesystem::path final);
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;
    ~Unfinished();  // removes it unless it is in place

    [[nodiscard]] const std::filesystem::path& path() const { return part_; }

    // Brings everything to the disk, then gives it the final name. What has that name already is replaced. Throws
    // Error(output) with the system's reason.
    void put_in_place();

private:
    std::filesystem::path final_;
    std::filesystem::path part_;
};

}  // namespace papar
