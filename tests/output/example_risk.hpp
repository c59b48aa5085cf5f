// A risk assessment made by hand, of the zones of example_result. The figures are inputs, not computed.
#pragma once

#include "engine/risk/risk_result.hpp"

namespace papar {

// Zone 1, banjir: hazard 1000, 3000, 3000 m2 by class, index x m2 4100; no physical component; vulnerability 2000,
// 5000,
//   0 m2, 3600; risk 4000, 2000, 1000 m2, 2800; physical loss 1, 2, 3.5 million rupiah; economic loss not known;
//   environment 0, 5000, 0 m2. longsor: nothing known. Capacity 0.44 of IKD 0.5 and IKM 0.4.
//   Multi: 6000 m2 with one hazard, 1000 with both.
// Zone 2, banjir: data but no land. longsor and capacity: nothing known.
// Exposures: "jalan" in metres, shown in km: 2500 in zone 1, of which 500, 0, 1000 under banjir; "sekolah", points.
// Points: a school in zone 1, tinggi under banjir, no data of longsor; one named like a formula outside all zones,
// without banjir.
// Cells near a class limit: 7 of longsor, whose raster is an index.
[[nodiscard]] RiskResult example_risk();

}  // namespace papar
