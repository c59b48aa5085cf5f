#include "engine/tiles/unfinished.hpp"

#include "engine/output/written_file.hpp"

#include <system_error>
#include <utility>

namespace papar {

namespace fs = std::filesystem;

Unfinished::Unfinished(fs::path final)
    : final_(std::move(final)), part_(final_.parent_path() / ("." + final_.filename().string() + ".papar-part")) {
    std::error_code ignored;  // if it stays, writing there says why
    fs::remove_all(part_, ignored);
}

Unfinished::~Unfinished() {
    std::error_code ignored;
    fs::remove_all(part_, ignored);
}

void Unfinished::put_in_place() {
    const bool folder = fs::is_directory(part_);
    folder ? sync_all_to_disk(part_) : sync_to_disk(part_);
    std::error_code none;
    if (folder && fs::exists(final_, none)) {
        // A folder with files in it cannot be renamed over.
        const Unfinished aside(final_.parent_path() / (final_.filename().string() + "-old"));
        rename_or_throw(final_, aside.path());
        rename_or_throw(part_, final_);
    } else {
        rename_or_throw(part_, final_);
    }
    sync_to_disk(final_.parent_path());
}

}  // namespace papar
