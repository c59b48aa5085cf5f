// The zones of hasil.json, one at a time.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace papar {

class ServedZones {
public:
    // A text that is no JSON, or has no `zones`, has none.
    explicit ServedZones(std::shared_ptr<const std::string> text);

    // The zone's object as it stands there. Valid as long as this.
    [[nodiscard]] std::optional<std::string_view> zone(const std::string& layer, const std::string& code) const;
    // {"layer": "zona", "zones": [{"code": ..., "name": ...}, ...]} in the order of the codes.
    [[nodiscard]] std::optional<std::string> list(const std::string& layer) const;

private:
    std::shared_ptr<const std::string> text_;
    std::map<std::string, std::map<std::string, std::string_view>> layers_;  // layer, code: a part of text_
};

}  // namespace papar
