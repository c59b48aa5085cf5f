// What the study says of the border report.
#pragma once

namespace papar {

struct BorderSettings {
    bool report = true;
    double sliver_width_m = 10;  // defects narrower than this are slivers; see border_report.hpp
};

}  // namespace papar
