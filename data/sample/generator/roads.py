"""Roads over the easiest ground: a national road from the capital to the furthest seat on the coast, roads of the regency
from the other seats and village roads from the rest, each to the road it reaches most easily."""
from dataclasses import dataclass

import numpy as np

from .borders import drawn
from .cover import MANGROVE, POND, PROTECTED, SETTLEMENT, SWAMP, WATER
from .frame import COARSE
from .noise import blurred, noise, octaves
from .paths import cheapest, way
from .people import seats_of
from .places import coarse, slope_of
from .regions import distance2

NATIONAL, REGENCY, VILLAGE = "jalan nasional", "jalan kabupaten", "jalan desa"
LOWLAND = 30.0   # metres: seats that the national road may serve
SHORTEST = 5     # cells; a village this near to a road has none of its own


@dataclass
class Road:
    nama: str
    kelas: str
    points: np.ndarray  # n x 2 whole centimetres: easting, northing; where roads meet, both have the point


def make_roads(land, places, regions, cover, units):
    ways = _ways(_travel(land, regions, cover), land, regions)
    ends = {cell for _, _, cells in ways for cell in (cells[0], cells[-1])}
    columns = places.suitable.shape[1]
    names = {number: unit.nama for number, unit in units["desa"].items()}
    return [Road(_name(kelas, number, cells, regions, names, columns), kelas, _line(cells, ends, columns))
            for kelas, number, cells in ways]


def _travel(land, regions, cover):
    """What it costs to go through a population cell; level ground costs about 20."""
    slope = coarse(blurred(slope_of(land.height), 1))
    bends = 0.5 * noise(90, slope.shape, octaves(24, 3), 0.7)

    def share(*codes):
        return coarse(np.isin(cover, codes).astype(float))

    cost = (20 + 900 * slope * slope) * (1.0 + bends) * (1.0 - 0.3 * share(SETTLEMENT))
    cost += 240 * share(WATER) + 40 * share(SWAMP, MANGROVE, POND) + 30 * share(PROTECTED)
    return np.where(coarse((regions.desa > 0).astype(float)) == 1, cost, -1).astype(np.int64)


def _ways(travel, land, regions):
    """(class, desa, cells from the desa to a road that is there already), in the order they are built."""
    height, capital = coarse(land.height), regions.villages[regions.capital - 1]

    def cell_of(number):
        row, column = regions.villages[number - 1]
        return row * travel.shape[1] + column

    def by_distance(numbers):
        return sorted(numbers, key=lambda n: (distance2(regions.villages[n - 1], capital), n))

    seats = by_distance(set(seats_of(regions)) - {regions.capital})
    furthest = [seat for seat in seats if height[regions.villages[seat - 1]] < LOWLAND][-1]
    rest = by_distance(set(range(1, len(regions.villages) + 1)) - {regions.capital, regions.island, *seats})
    built, ways = {cell_of(regions.capital)}, []
    for kelas, numbers in ((NATIONAL, [furthest]), (REGENCY, seats), (VILLAGE, rest)):
        for number in numbers:
            cells = way(travel, cell_of(number), built)
            if len(cells) > (SHORTEST if kelas == VILLAGE else 1):
                ways.append((kelas, number, cells))
                built.update(cells)
    # The island's road runs to the village from the end of the island that is furthest from it.
    village = regions.villages[regions.island - 1]
    reached, _ = cheapest(travel, {village: regions.island})
    end = max(np.argwhere(reached == regions.island).tolist(), key=lambda place: (distance2(place, village), place))
    cells = way(travel, end[0] * travel.shape[1] + end[1], {cell_of(regions.island)})
    return ways + [(VILLAGE, regions.island, cells)]


def _name(kelas, number, cells, regions, names, columns):
    row, column = (COARSE * n + 1 for n in divmod(cells[-1], columns))
    end = int(regions.desa[row, column])
    towards = f" – {names[end]}" if end and end != number else ""
    return f"{kelas.title()} {names[number]}{towards} (fiktif)"


def _line(cells, ends, columns):
    """Smoothed between the places where roads meet or end, which stay where they are."""
    held = [place for place, cell in enumerate(cells) if cell in ends]
    middles = np.array([divmod(cell, columns) for cell in cells]) * float(COARSE) + COARSE / 2
    pieces = [drawn(middles[a:b + 1], False) for a, b in zip(held, held[1:])]
    return np.vstack([pieces[0]] + [piece[1:] for piece in pieces[1:]])
