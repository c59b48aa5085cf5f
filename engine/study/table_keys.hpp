// Keys that every table of the study has in common.
#pragma once

#include "engine/io/population_settings.hpp"
#include "engine/study/section.hpp"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace papar {

// The keys of read_table.
[[nodiscard]] std::span<const std::string> table_keys();

// `folder`: what paths start from.
[[nodiscard]] TableInput read_table_keys(const Section& section, const std::filesystem::path& folder);

// The name of a column and its place; empty where the key is absent.
[[nodiscard]] ColumnInput read_column(const Section& section, std::string_view key);
[[nodiscard]] ColumnInput read_required_column(const Section& section, std::string_view key);

// The table under `key`, written as key = { ... } or [section.key]; nothing where it is absent.
[[nodiscard]] std::optional<Section> inner_section(const Section& section, std::string_view key,
                                                   std::span<const std::string> keys);

}  // namespace papar
