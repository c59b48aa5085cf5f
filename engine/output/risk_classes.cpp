#include "engine/output/risk_classes.hpp"

#include <utility>
#include <vector>

namespace papar {
namespace {

[[nodiscard]] ValueNames three_classes(const ResultView& view, const char* id) {
    return {id, {{1, view.say("RENDAH", "LOW")}, {2, view.say("SEDANG", "MEDIUM")}, {3, view.say("TINGGI", "HIGH")}}};
}

}  // namespace

std::string class_title(const ResultView& view, std::size_t index) {
    constexpr std::array<const char*, risk_classes> english = {"low", "medium", "high"};
    return view.say("kelas ", "class ") + view.say(class_words[index], english[index]);
}

std::shared_ptr<const ValueNames> class_names(const ResultView& view) {
    return std::make_shared<const ValueNames>(three_classes(view, "kelas"));
}

std::shared_ptr<const ValueNames> class_or_none_names(const ResultView& view) {
    ValueNames names = three_classes(view, "kelas_atau_nihil");
    names.names.insert(names.names.begin(), {0, view.say("TIDAK ADA BAHAYA", "NO HAZARD")});
    return std::make_shared<const ValueNames>(std::move(names));
}

}  // namespace papar
