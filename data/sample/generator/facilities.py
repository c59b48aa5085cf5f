"""Schools, clinics, places of worship and markets in the villages; and what the whole regency depends on."""
from dataclasses import dataclass

import numpy as np

from . import cover as lands
from .frame import CELL, COARSE, NORTH, SEED, WEST
from .noise import blurred
from .people import seats_of
from .places import slope_of
from .regions import distance2, shifted
from .roads import VILLAGE

RUPIAH = {"sekolah": 2_400, "puskesmas pembantu": 900, "tempat ibadah": 1_500, "pasar": 3_800, "rumah sakit": 65_000,
          "gardu listrik": 18_000, "bandara perintis": 120_000, "pelabuhan": 80_000, "kantor BPBD": 6_000,
          "jembatan utama": 12_000}  # millions
APART = 4            # cells between two facilities of a desa
RUNWAY = 12          # cells from the middle of an airfield to its end
AIRFIELD = (130, 330)  # cells from the capital
BRIDGE = 25          # steps of 10 m over water; a longer way follows the river
BRIDGES = 6


@dataclass
class Facility:
    nama: str
    jenis: str
    nilai: int   # rupiah
    kode: str    # of the desa
    x: int       # whole metres
    y: int


class Sites:
    """Hands out places of settled ground, every one once."""

    def __init__(self, regions, cover, units):
        self.regions, self.cover, self.units = regions, cover, units
        self.settled = cells_by_number(np.where(cover == lands.SETTLEMENT, regions.desa, 0))
        self.dry = cells_by_number(np.where(np.isin(cover, (lands.WATER, lands.POND)), 0, regions.desa))
        self.taken = []

    def centre(self, number):
        return tuple(COARSE * n + 1 for n in self.regions.villages[number - 1])

    def near(self, number, rng):
        """The most central of three free settled cells of a desa; with none left, of any dry ones."""
        for cells in (self.settled.get(number, []), self.dry[number]):
            free = [cell for cell in cells if all(distance2(cell, other) >= APART * APART for other in self.taken)]
            if free:
                drawn = [free[int(rng.random() * len(free))] for _ in range(3)]
                return min(drawn, key=lambda cell: (distance2(cell, self.centre(number)), cell))
        raise ValueError(f"no ground left in desa {number}")

    def facility(self, nama, jenis, cell):
        """At the middle of a cell."""
        self.taken.append(cell)
        kode = self.units["desa"][int(self.regions.desa[cell])].kode
        return Facility(f"{nama} (fiktif)", jenis, RUPIAH[jenis] * 1_000_000, kode, WEST + CELL * cell[1] + CELL // 2,
                        NORTH - CELL * cell[0] - CELL // 2)


def cells_by_number(numbers):
    """{number: its cells, row by row}"""
    found = {}
    for row, column in np.argwhere(numbers > 0).tolist():
        found.setdefault(int(numbers[row, column]), []).append((row, column))
    return found


def make_facilities(land, regions, cover, units, people, roads):
    """{layer: facilities}; people: by number of the desa."""
    sites = Sites(regions, cover, units)
    critical = _critical(land, sites, roads)
    return {"fasilitas_umum": _public(sites, people), "fasilitas_kritis": critical}


def _public(sites, people):
    found = []
    for number, unit in sorted(sites.units["desa"].items()):
        rng = np.random.Generator(np.random.PCG64([SEED, 85, number]))
        schools = 1 + int(people[number] // 4_500)
        names = [("sekolah", f"SD Negeri {n} {unit.nama}") for n in range(1, schools + 1)]
        if number in seats_of(sites.regions):
            names.append(("sekolah", f"SMP Negeri {unit.nama}"))
        names.append(("tempat ibadah", f"{'Gereja' if number % 9 == 4 else 'Masjid'} {unit.nama}"))
        if number % 2 == 0 or people[number] > 6_000:
            names.append(("puskesmas pembantu", f"Puskesmas Pembantu {unit.nama}"))
        if people[number] > 5_000:
            names.append(("pasar", f"Pasar {unit.nama.removeprefix('Pasar ')}"))
        found += [sites.facility(nama, jenis, sites.near(number, rng)) for jenis, nama in names]
    return found


def _critical(land, sites, roads):
    regions, desa = sites.regions, sites.units["desa"]
    capital, rng = regions.capital, np.random.Generator(np.random.PCG64([SEED, 86]))
    national = next(number for number in seats_of(regions) if desa[number].nama in roads[0].nama and number != capital)
    inland = max(seats_of(regions), key=lambda number: (land.height[sites.centre(number)], -number))

    def settled(jenis, *names):
        return [sites.facility(nama, jenis, sites.near(number, rng)) for number, nama in names]

    found = settled("rumah sakit", (capital, "RSUD Kabupaten Contoh"),
                    (national, f"RS Pratama {desa[national].nama}"))
    found += settled("kantor BPBD", (capital, "Kantor BPBD Kabupaten Contoh"))
    found += settled("gardu listrik", *((n, f"Gardu Induk {desa[n].nama}") for n in (capital, national, inland)))
    found.append(sites.facility("Bandara Perintis Contoh", "bandara perintis", _airfield(land, sites)))
    for number, nama in ((capital, "Pelabuhan Kota Contoh"), (national, f"Pelabuhan {desa[national].nama}"),
                         (regions.island, f"Dermaga {desa[regions.island].nama}")):
        found.append(sites.facility(nama, "pelabuhan", _landing(land, sites, number)))
    return found + [sites.facility(f"Jembatan {desa[number].nama}", "jembatan utama", cell)
                    for number, cell in _bridges(land, sites, roads)]


def _airfield(land, sites):
    """The flattest fields not far from the capital."""
    fields = np.isin(sites.cover, (lands.ESTATE, lands.RICE, lands.SCRUB)) & (sites.regions.desa > 0)
    far = distance2(np.indices(land.sea.shape), sites.centre(sites.regions.capital))
    near = (far >= AIRFIELD[0] ** 2) & (far <= AIRFIELD[1] ** 2)
    worth = blurred(fields.astype(float), RUNWAY, 1) - 6.0 * blurred(slope_of(land.height), RUNWAY, 1)
    return divmod(int(np.argmax(np.where(fields & near, worth, -9.0))), land.sea.shape[1])


def _landing(land, sites, number):
    """The cell of the shore, not of mangrove, that is nearest to a village."""
    sea = land.sea.astype(int)
    shore = np.maximum.reduce([shifted(sea, *step) for step in ((-1, 0), (0, -1), (0, 1), (1, 0))]) > 0
    cells = np.argwhere(shore & (sites.regions.desa > 0) & (sites.cover != lands.MANGROVE)).tolist()
    on_island = sites.regions.desa == sites.regions.island
    cells = [cell for cell in cells if bool(on_island[tuple(cell)]) == (number == sites.regions.island)]
    return tuple(min(cells, key=lambda cell: (distance2(cell, sites.centre(number)), cell)))


def _bridges(land, sites, roads):
    """(desa, cell) of where the larger roads cross the larger rivers; one in a desa."""
    found = []
    for road in roads:
        run = []
        for cell in [*_steps(road.points), None]:
            if cell and sites.cover[cell] == lands.WATER:
                run.append(cell)
            elif run:
                middle = run[len(run) // 2]
                if len(run) <= BRIDGE and sites.regions.desa[middle] > 0:
                    found.append((road.kelas == VILLAGE, -max(land.square_km[c] for c in run), middle))
                run = []
    bridges = {}
    for _, _, cell in sorted(found):
        bridges.setdefault(int(sites.regions.desa[cell]), cell)
    return list(bridges.items())[:BRIDGES]


def _steps(points):
    """Cells every ten metres or less along a line of whole centimetres."""
    for (x, y), (to_x, to_y) in zip(points.tolist(), points.tolist()[1:]):
        count = int(np.sqrt((to_x - x) ** 2.0 + (to_y - y) ** 2.0)) // 1000 + 1
        for step in range(count):
            east, south = x + (to_x - x) * step // count, y + (to_y - y) * step // count
            yield (NORTH * 100 - south) // (CELL * 100), (east - WEST * 100) // (CELL * 100)
