#include "engine/serve/connections.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

namespace papar {

bool Connections::cut_one() {
    if (waiting_.empty()) return false;
    Connection& longest = *waiting_.front();
    longest.cut();
    return true;
}

void Connections::cut_waiting() {
    while (cut_one()) {
    }
}

void Connections::cut_overdue(std::chrono::steady_clock::time_point now) {
    for (const auto* list : {&waiting_, &busy_}) {
        std::vector<Connection*> overdue;  // cutting moves them
        std::ranges::copy_if(*list, std::back_inserter(overdue),
                             [&](Connection* each) { return each->deadline < now; });
        for (Connection* each : overdue) each->cut();
    }
}

Connections::Place::Place(Connections& all, Connection& connection)
    : all_(all), at_(all.busy_.insert(all.busy_.end(), &connection)) {}

Connections::Place::~Place() {
    (waits_ ? all_.waiting_ : all_.busy_).erase(at_);
}

void Connections::Place::waits() {
    if (waits_) return;
    all_.waiting_.splice(all_.waiting_.end(), all_.busy_, at_);
    waits_ = true;
}

void Connections::Place::is_busy() {
    if (!waits_) return;
    all_.busy_.splice(all_.busy_.end(), all_.waiting_, at_);
    waits_ = false;
}

}  // namespace papar
