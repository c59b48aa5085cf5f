#include "engine/serve/access_record.hpp"

#include "engine/output/json_text.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

namespace papar {

std::string access_line(const AccessRecord& record) {
    const auto whole_s = std::chrono::floor<std::chrono::seconds>(record.time);
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(record.time - whole_s).count();
    constexpr double us_in_ms = 1000;
    Json json = {{"time", fmt::format("{:%Y-%m-%dT%H:%M:%S}.{:03}Z",
                                      fmt::gmtime(std::chrono::system_clock::to_time_t(whole_s)), ms)},
                 {"client", record.client},
                 {"method", record.method},
                 {"target", record.target},
                 {"status", record.status},
                 {"bytes", record.bytes},
                 {"ms", static_cast<double>(record.took.count()) / us_in_ms},
                 {"agent", record.agent}};
    if (!record.whole) json["whole"] = false;
    return json_line(json);
}

std::string http_date(std::chrono::system_clock::time_point time) {
    return fmt::format("{:%a, %d %b %Y %H:%M:%S} GMT", fmt::gmtime(std::chrono::system_clock::to_time_t(time)));
}

}  // namespace papar
