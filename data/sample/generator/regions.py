"""Desa and kecamatan: every cell of the regency belongs to the village it is reached from most easily, over the land's
own obstacles, so that borders run along ridges and rivers."""
from dataclasses import dataclass

import numpy as np

from .coast import connected_parts
from .drainage import STEPS
from .frame import COARSE
from .noise import blurred, noise, octaves
from .paths import cheapest
from .places import coarse, slope_of

KECAMATAN = 8
SIDES = [(-1, 0), (0, -1), (0, 1), (1, 0)]
BIG_RIVER = 25.0        # km2 drained: a border between neighbours
CROSSING = 450          # what a cell of a big river costs; flat land costs 10
DIVIDE_TOLL = 2_600     # to go over to another stretch of river: 26 flat cells


@dataclass
class Regions:
    """desa: number of each cell, from 1; 0 outside. kecamatan_of[n]: kecamatan of desa n, from 1; [0] is 0.
    villages[n - 1]: the centre of desa n on population cells. capital, island, enclave: numbers of those desa."""

    desa: np.ndarray
    kecamatan_of: np.ndarray
    villages: list
    capital: int
    island: int
    enclave: int


def make_regions(land, places):
    slope = blurred(slope_of(land.height), 1)
    rough = 1.0 + 0.6 * noise(31, slope.shape, octaves(48, 3), 0.7)
    cost = np.where(places.regency, (10 * rough + 120 * slope * slope).astype(np.int64), -1)
    cost += np.where(places.regency & land.river & (land.square_km >= BIG_RIVER), CROSSING, 0)
    sources = {(COARSE * row + 1, COARSE * column + 1): number
               for number, (row, column) in enumerate(places.villages, start=1)}
    desa, _ = cheapest(cost, sources, (land.stretch, DIVIDE_TOLL))
    desa = tidy(np.maximum(desa, 0), places.regency)
    villages = list(places.villages)
    island = len(villages)
    kecamatan_of = grouped(desa, villages, island)
    desa, host = with_enclave(desa, villages, island)
    enclave = len(villages) + 1
    villages.append(best_place(places.suitable, desa == enclave))
    kecamatan_of = np.append(kecamatan_of, nearest_other(host, kecamatan_of, villages, island))
    desa = untied(desa, kecamatan_of)
    return Regions(desa, kecamatan_of, villages, 1, island, enclave)


def best_place(suitable, mask):
    """The best population cell that lies wholly in the mask."""
    best = int(np.argmax(np.where(coarse(mask.astype(float)) == 1, suitable, -1.0)))
    return divmod(best, suitable.shape[1])


def shifted(field, down, right):
    """The neighbour's value at every cell; 0 beyond the edge."""
    rows, columns = field.shape
    padded = np.pad(field, 1)
    return padded[1 + down:1 + down + rows, 1 + right:1 + right + columns]


def tidy(desa, regency):
    """Borders without whiskers: a cell goes over to a desa that holds at least five of its eight neighbours; then
    pieces cut off from their desa go to a neighbour."""
    for _ in range(6):
        neighbours = np.sort(np.stack([shifted(desa, *step) for step in STEPS]), axis=0)
        for start in range(4):  # five equal ones in a sorted eight begin at one of the first four
            most = (neighbours[start] == neighbours[start + 4]) & (neighbours[start] > 0) & regency
            desa = np.where(most, neighbours[start], desa)
    return joined(desa)


def joined(desa):
    """Every desa in one piece: smaller pieces go to a neighbour."""
    part = connected_parts(desa)
    size = np.bincount(part.ravel())
    desa_of = np.zeros(size.size, int)
    desa_of[part.ravel()] = desa.ravel()
    largest = [int(np.argmax(np.where(desa_of == number, size, 0))) for number in range(1, int(desa.max()) + 1)]
    result = np.where(np.isin(part, largest), desa, 0)
    while (result != desa)[desa > 0].any():
        nearby = np.max(np.stack([shifted(result, *step) for step in SIDES]), axis=0)
        grown = np.where((desa > 0) & (result == 0), nearby, result)
        if np.array_equal(grown, result):
            return result
        result = grown
    return result


def neighbours_of(desa):
    """Pairs of numbers that share a border."""
    pairs = set()
    for one, other in ((desa[:, 1:], desa[:, :-1]), (desa[1:], desa[:-1])):
        differ = (one != other) & (one > 0) & (other > 0)
        pairs.update(zip(one[differ].tolist(), other[differ].tolist()))
    return pairs | {(b, a) for a, b in pairs}


def distance2(a, b):
    return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2


def grouped(desa, villages, island):
    """Eight kecamatan: seats far apart, the capital first; then the smallest takes the nearest free neighbour in
    turn. The capital's counts five times its area, so that it stays small."""
    mainland = [n for n in range(1, len(villages) + 1) if n != island]
    seats = [1]
    while len(seats) < KECAMATAN:
        seats.append(max((n for n in mainland if n not in seats),
                         key=lambda n: (min(distance2(villages[n - 1], villages[s - 1]) for s in seats), -n)))
    area = np.bincount(desa.ravel(), minlength=len(villages) + 1)
    pairs = neighbours_of(desa)
    group = {seat: number + 1 for number, seat in enumerate(seats)}
    while len(group) < len(mainland):
        sizes = sorted((sum(int(area[n]) for n in group if group[n] == number) *
                        (5 if number == 1 else 1), number) for number in range(1, KECAMATAN + 1))
        for _, number in sizes:
            seat = villages[seats[number - 1] - 1]
            free = [n for n in mainland if n not in group and any((m, n) in pairs for m in group if group[m] == number)]
            if free:
                group[min(free, key=lambda n: (distance2(villages[n - 1], seat), n))] = number
                break
    nearest = min(mainland, key=lambda n: (distance2(villages[n - 1], villages[island - 1]), n))
    group[island] = group[nearest]
    return np.array([0] + [group[n] for n in range(1, len(villages) + 1)])


def with_enclave(desa, villages, island):
    """A new desa wholly inside the one that has most room beside its village."""
    rows, columns = np.indices(desa.shape)
    best = (0, 0, 0)
    for number in range(2, int(desa.max()) + 1):
        row, column = (COARSE * n for n in villages[number - 1])
        mask = (desa == number) & (distance2((rows, columns), (row, column)) > 15 * 15) & (number != island)
        depth = 0
        while mask.any():
            middle, depth = int(np.flatnonzero(mask)[0]), depth + 1
            mask = np.logical_and.reduce([mask] + [shifted(mask, *step) for step in STEPS])
        if depth > best[0]:
            best = (depth, number, middle)
    depth, host, middle = best
    middle = divmod(middle, desa.shape[1])
    share = distance2((rows, columns), middle) / float(depth * depth)
    part = connected_parts((share < 0.45 * (1.0 + 0.8 * noise(30, desa.shape, octaves(24, 5)))) & (desa == host))
    return np.where(part == part[middle], desa.max() + 1, desa), host


def nearest_other(host, kecamatan_of, villages, island):
    """The kecamatan, other than the host's own, of the nearest village."""
    others = [n for n in range(1, len(kecamatan_of)) if kecamatan_of[n] != kecamatan_of[host] and n != island]
    return kecamatan_of[min(others, key=lambda n: (distance2(villages[n - 1], villages[-1]), n))]


def untied(desa, kecamatan_of):
    """No region touches itself at a mere corner of cells, at any level: such corners are filled in."""
    levels = [np.arange(kecamatan_of.size), kecamatan_of, (kecamatan_of > 0).astype(int)]
    while True:
        before = desa
        for level in levels:
            for mirrored in (False, True):
                view = desa[:, ::-1] if mirrored else desa
                a, b, c, d = (level[part] for part in (view[:-1, :-1], view[:-1, 1:], view[1:, :-1], view[1:, 1:]))
                tied = np.argwhere((a == d) & (a > 0) & (b != a) & (c != a))
                if tied.size:
                    view = view.copy()
                    for row, column in tied.tolist():
                        row_of, column_of = (row, column + 1) if view[row, column + 1] else (row + 1, column)
                        view[row_of, column_of] = view[row, column]
                    desa = view[:, ::-1] if mirrored else view
        if np.array_equal(before, desa):
            return desa
