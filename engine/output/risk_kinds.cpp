#include "engine/output/risk_kinds.hpp"

namespace papar {

std::vector<NamedIndex> named_indices(const ResultView& view) {
    using Optional = const std::optional<IndexFigures>&;
    const auto component = [](Component which) {
        return [which](const HazardRisk& risk) -> Optional { return risk.component(which); };
    };
    return {{"bahaya", view.say("bahaya", "hazard"), [](const HazardRisk& risk) -> Optional { return risk.hazard; }},
            {"sosial", view.say("kerentanan sosial", "social vulnerability"), component(Component::social)},
            {"fisik", view.say("kerentanan fisik", "physical vulnerability"), component(Component::physical)},
            {"ekonomi", view.say("kerentanan ekonomi", "economic vulnerability"), component(Component::economic)},
            {"lingkungan", view.say("kerentanan lingkungan", "environmental vulnerability"),
             component(Component::environmental)},
            {"kerugian", view.say("kerugian", "loss"), [](const HazardRisk& risk) -> Optional { return risk.loss; }},
            {"kerentanan", view.say("kerentanan", "vulnerability"),
             [](const HazardRisk& risk) -> Optional { return risk.vulnerability; }},
            {"risiko", view.say("risiko", "risk"), [](const HazardRisk& risk) -> Optional { return risk.risk; }}};
}

}  // namespace papar
