"""Where people live: the regency, its capital at the largest river's mouth, towns, villages, and roads between them."""
from dataclasses import dataclass

import numpy as np

from .coast import connected_parts, without_small_parts
from .frame import CELL, COARSE, COLUMNS
from .noise import blurred, noise, octaves, smoothstep
from .paths import cheapest

VILLAGES = 60       # on the regency's mainland; island and enclave have one more each
MARGIN = 22         # cells between the regency and the frame
NORTHERN_MOUTH = 95   # rows: rivers that end north of this belong to the neighbours
EASTERN_MOUTH = 955   # columns: and those that end east of this


@dataclass
class Places:
    """regency: mask of the frame's cells. The rest on population cells: village centres (row, column), the capital
    first, then by how good the place is; suitable and near_road (0 to 1)."""

    regency: np.ndarray
    villages: list
    suitable: np.ndarray
    near_road: np.ndarray


def coarse(field):
    """Means over population cells."""
    parts = [field[row::COARSE, column::COARSE] for row in range(COARSE) for column in range(COARSE)]
    return sum(parts[1:], parts[0]) / (COARSE * COARSE)


def slope_of(height):
    """Rise over run, from the neighbours on both sides."""
    padded = np.pad(height, 1, mode="edge")
    east = (padded[1:-1, 2:] - padded[1:-1, :-2]) / (2 * CELL)
    south = (padded[2:, 1:-1] - padded[:-2, 1:-1]) / (2 * CELL)
    return np.sqrt(east * east + south * south)


def make_regency(land):
    """Whole valleys that drain to the frame's coast; the border runs along the divides."""
    mouth_row, mouth_column = land.mouth
    mine = ~land.sea & (mouth_row >= NORTHERN_MOUTH) & (mouth_column <= EASTERN_MOUTH)
    edge = np.zeros(land.sea.shape, bool)
    edge[:MARGIN] = edge[:, COLUMNS - MARGIN:] = True
    mine &= ~np.isin(land.stretch, np.unique(land.stretch[edge & (land.stretch > 0)])) & ~edge
    mine = without_small_parts(mine, 2500)
    return ~without_small_parts(~mine, 2500) & ~land.sea


def make_places(land):
    regency = make_regency(land)
    slope = coarse(blurred(slope_of(land.height), 1))
    height = coarse(land.height)
    dry = coarse(land.sea.astype(float)) == 0
    water = smoothstep(4.0 * blurred(coarse(land.river.astype(float)), 5))
    shore = smoothstep(2.5 * blurred(coarse(land.sea.astype(float)), 6))
    steep = slope * slope / 0.016
    suitable = (0.15 + 0.55 * water + 0.45 * shore) / ((1.0 + steep) * (1.0 + steep))
    suitable *= 0.65 + 0.35 * noise(20, suitable.shape, octaves(40, 4))
    suitable = np.where(dry, np.minimum(suitable, 1.0), 0.0)

    inside = coarse(regency.astype(float)) == 1
    inside &= blurred(inside.astype(float), 4, 1) > 0.8
    capital = choose_capital(land, regency, suitable * inside)
    villages = choose_villages(suitable, inside, height, capital)
    cost = np.where(inside, 10 + 600 * slope * slope + 25 * (1 - suitable), -1).astype(np.int64)
    _, came_from = cheapest(cost, {capital: 0})
    road = np.zeros(suitable.size)
    for row, column in villages:
        cell = row * suitable.shape[1] + column
        while cell >= 0 and not road[cell]:
            road[cell] = 1.0
            cell = came_from[cell]
    near_road = smoothstep(6.0 * blurred(road.reshape(suitable.shape), 3))
    return Places(regency, villages, suitable, near_road)


def choose_capital(land, regency, suitable):
    """The best place within 2 km of the largest river's mouth."""
    mouth = np.argmax(np.where(regency, land.square_km, 0))
    row, column = np.divmod(mouth, COLUMNS)
    rows, columns = np.indices(suitable.shape)
    near = (rows - row // COARSE) ** 2 + (columns - column // COARSE) ** 2 <= (2000 // (CELL * COARSE)) ** 2
    return tuple(map(int, np.divmod(np.argmax(np.where(near, suitable, -1.0)), suitable.shape[1])))


def choose_villages(suitable, inside, height, capital):
    """The best places that keep their distance: more in the hills, less about the capital; one on every island."""
    rows, columns = np.indices(suitable.shape)
    kilometres = np.sqrt((rows - capital[0]) ** 2.0 + (columns - capital[1]) ** 2.0) * (CELL * COARSE / 1000)
    apart = (0.8 + 0.9 * smoothstep(height / 170)) * (0.42 + 0.58 * smoothstep(kilometres / 7))
    part = connected_parts(inside)
    mainland = part == part[capital]
    order = np.argsort(-np.where(mainland, suitable, 0), axis=None, kind="stable")[:int(mainland.sum())]
    for spacing in range(60, 5, -1):
        villages = [capital]
        free = mainland & ~within(rows, columns, capital, spacing * apart[capital])
        for cell in order.tolist():
            place = divmod(cell, suitable.shape[1])
            if free[place]:
                villages.append(place)
                free &= ~within(rows, columns, place, spacing * apart[place])
        if len(villages) >= VILLAGES:
            break
    islands = [np.argmax(np.where(part == n, suitable, -1.0)) for n in range(1, part.max() + 1) if n != part[capital]]
    return villages[:VILLAGES] + [tuple(map(int, np.divmod(cell, suitable.shape[1]))) for cell in islands]


def within(rows, columns, place, radius):
    return (rows - place[0]) ** 2 + (columns - place[1]) ** 2 < radius * radius
