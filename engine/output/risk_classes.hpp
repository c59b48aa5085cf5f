// The three classes of the risk assessment, in words.
#pragma once

#include "engine/output/result_view.hpp"
#include "engine/output/value_names.hpp"
#include "engine/risk/risk_result.hpp"

#include <array>
#include <memory>
#include <string>

namespace papar {

// In names of columns and of raw values, class 1 first; the same in every language.
inline constexpr std::array<const char*, risk_classes> class_words = {"rendah", "sedang", "tinggi"};

// "kelas rendah", "class low"; `index` from 0.
[[nodiscard]] std::string class_title(const ResultView& view, std::size_t index);

// 1 RENDAH, 2 SEDANG, 3 TINGGI.
[[nodiscard]] std::shared_ptr<const ValueNames> class_names(const ResultView& view);
// The same, and 0 for no hazard.
[[nodiscard]] std::shared_ptr<const ValueNames> class_or_none_names(const ResultView& view);

}  // namespace papar
