"""The village table: people counted with the exact part of every population cell that a desa covers."""
import numpy as np
from osgeo import ogr

from .frame import CELL, COARSE, NORTH, SEED, WEST
from .shapes import multipolygon

COLUMNS_OF_TABLE = ["kode", "nama", "jenis", "kode_kecamatan", "kecamatan", "penduduk", "laki_laki", "perempuan",
                    "kepala_keluarga", "kelompok_umur_rentan", "penduduk_miskin", "disabilitas", "keterangan"]
SIZE = CELL * COARSE


def people_in(people, desa, polygons):
    """People of every desa: whole cells where its 30 m cells fill a population cell and those around it, else the part
    that the polygon covers (GEOS)."""
    found = {}
    for number, parts in polygons.items():
        mine = np.pad(desa == number, COARSE).reshape(people.shape[0] + 2, COARSE, people.shape[1] + 2, COARSE)
        any_part, all_parts = mine.any(axis=(1, 3)), mine.all(axis=(1, 3))
        core, reach = [np.ones(people.shape, bool), np.zeros(people.shape, bool)]
        for down in (0, 1, 2):
            for right in (0, 1, 2):
                window = (slice(down, down + people.shape[0]), slice(right, right + people.shape[1]))
                core, reach = core & all_parts[window], reach | any_part[window]
        total = float(np.cumsum(np.where(core, np.nan_to_num(people), 0.0))[-1])
        shape = multipolygon(parts)
        for row, column in np.argwhere(reach & ~core & (np.nan_to_num(people) > 0)).tolist():
            part = shape.Intersection(cell_square(row, column))
            if part.GetDimension() == 2:
                total += people[row, column] * part.GetArea() / SIZE**2
        found[number] = total
    return found


def cell_square(row, column):
    west, north = WEST + column * SIZE, NORTH - row * SIZE
    return ogr.CreateGeometryFromWkt(f"POLYGON(({west} {north},{west + SIZE} {north},{west + SIZE} {north - SIZE},"
                                     f"{west} {north - SIZE},{west} {north}))")


def make_table(units, people, height):
    """One row (dict) a desa, by code. people, height: by number of the desa; shares vary, higher land is poorer."""
    rows = []
    for number, unit in units["desa"].items():
        rng = np.random.Generator(np.random.PCG64([SEED, 70, number]))
        all_people = round(people[number])
        men = round(all_people * (0.497 + 0.016 * rng.random()))
        families = round(all_people / (3.5 + 0.6 * rng.random()))
        vulnerable = round(all_people * (0.165 + 0.055 * rng.random()))
        poor = round(all_people * (0.045 + 0.05 * rng.random() + 0.09 * min(height[number] / 250, 1.0)))
        disabled = round(all_people * (0.006 + 0.008 * rng.random()))
        above = next(k for k in units["kecamatan"].values() if k.kode == unit.induk)
        values = [unit.kode, unit.nama, unit.jenis, above.kode, above.nama, all_people, men, all_people - men, families,
                  vulnerable, poor, disabled, "data fiktif"]
        rows.append(dict(zip(COLUMNS_OF_TABLE, values)))
    return sorted(rows, key=lambda row: row["kode"])
