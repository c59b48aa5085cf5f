"""People per population cell: clusters about the capital, seats and villages, hamlets along roads and rivers."""
import numpy as np

from .frame import CELL, COARSE
from .noise import noise, octaves, smoothstep
from .places import coarse
from .regions import KECAMATAN

TOTAL = 240_000           # in the regency
LEAST = 0.25              # people in a cell; fewer are none
CAPITAL = (46_000, 4.2)   # people, kilometres from the middle to the edge
SEAT = (7_500, 2.6)
VILLAGE = (1_900, 2.0)
HAMLETS = 0.16            # share of all people outside clusters


def people_per_cell(land, places, regions):
    """Exact to 0.01; NaN at sea."""
    shape = places.suitable.shape
    patches = np.maximum(noise(60, shape, octaves(12, 2), 0.85) + 0.12, 0.0)
    streets = (0.01 + places.suitable) * (0.10 + 2.0 * places.near_road) * (0.02 + patches)
    rows, columns = np.indices(shape)
    seats = seats_of(regions)
    clusters = np.zeros(shape)
    for number, (row, column) in enumerate(regions.villages, start=1):
        people, reach = CAPITAL if number == regions.capital else SEAT if number in seats else VILLAGE
        people *= 0.6 + 0.8 * places.suitable[row, column]
        cells = reach * 1000 / (CELL * COARSE)
        near = np.maximum(1.0 - ((rows - row) ** 2 + (columns - column) ** 2) / (cells * cells), 0.0)
        weight = near * near * near * near * streets
        clusters += people * weight / exact_sum(weight)
    hamlets = smoothstep(places.suitable / 0.5) * np.maximum(patches - 0.25, 0.0) * (0.2 + places.near_road)
    inside = coarse((regions.desa > 0).astype(float))
    share = exact_sum(clusters * inside) * HAMLETS / (1.0 - HAMLETS) / exact_sum(hamlets * inside)
    people = clusters + share * hamlets
    people = np.where(coarse(land.sea.astype(float)) > 0, 0.0, people)
    people *= TOTAL / exact_sum(people * inside)
    people = np.round(np.where(people < LEAST, 0.0, people), 2)
    return np.where(coarse(land.sea.astype(float)) == 1, np.nan, people)


def seats_of(regions):
    """The first desa of every kecamatan."""
    return [int(np.flatnonzero(regions.kecamatan_of == n)[0]) for n in range(1, KECAMATAN + 1)]


def exact_sum(values):
    """A sum in the order of the cells: numpy's own order depends on the processor."""
    return float(np.cumsum(values)[-1])
