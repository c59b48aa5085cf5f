"""The land: mountains rise, rivers cut valleys into them until everything drains to the sea."""
from dataclasses import dataclass

import numpy as np

from .coast import make_sea, shore_distance
from .drainage import Drainage, filled
from .frame import BEYOND_EAST, BEYOND_NORTH, CELL, COLUMNS, ROWS
from .noise import noise, octaves, smoothstep

EROSION = 45.0            # metres: uplift over erodibility; a river that drains 1 km2 falls 45 m a km at uplift 1
ROUND_UPLIFT = 12.0       # metres a round where uplift is 1
CREEP = 0.5               # how far a round rounds off ridges
HILLSIDE = 0.42           # rise over run of the steepest hillsides, on average
CHANNEL_HEAD = 25_000.0   # m2: what a hillside drains before water cuts a channel
EDGE_HEIGHT = 230.0       # metres: the land's far edge, beyond the frame
PLAIN = 60.0              # metres: land below this height is flattened into plains
RIVER = 1.5               # km2: what a river drains at least
LEVELS = ((4, 220), (2, 30), (1, 8))  # coarse to fine: (cells of 30 m a cell, rounds)


@dataclass
class Land:
    """The land within the frame. Arrays of ROWS x COLUMNS:

    sea; height (m); square_km drained through each cell; river (drains at least RIVER);
    above_river (m): height above the river a cell drains to; river_square_km: what that river drains there;
    stretch: a number for all cells that drain to the same stretch of river between confluences, 0: straight to the sea;
    mouth: row and column in the frame where each cell's water ends (negative or too large: beyond the frame).
    """

    sea: np.ndarray
    height: np.ndarray
    square_km: np.ndarray
    river: np.ndarray
    above_river: np.ndarray
    river_square_km: np.ndarray
    stretch: np.ndarray
    mouth: tuple


def make_land():
    shape = (ROWS + BEYOND_NORTH, COLUMNS + BEYOND_EAST)
    distance = shore_distance(shape)
    sea = make_sea(distance)
    outlet = sea.copy()
    outlet[0, :] = outlet[:, -1] = True
    inland = smoothstep((distance - 0.04) / 0.45)
    uplift = np.maximum(0.04 + inland * (1.1 + 1.3 * noise(3, shape, octaves(380, 90))), 0.04)
    steepest = HILLSIDE * (1.0 + 0.7 * noise(5, shape, octaves(240, 30)))

    height = None
    for factor, rounds in LEVELS:
        coarse = (slice(factor // 2, None, factor),) * 2
        ends = sea[coarse].copy()
        ends[0, :] = ends[:, -1] = True
        rough = noise(10 + factor, ends.shape, octaves(16, 2))
        if height is None:
            height = 300.0 * np.maximum(distance[coarse], 0) + 30.0 * (1 + noise(4, ends.shape, octaves(48, 2), 0.8))
        else:
            height = enlarged(height) + 0.6 * factor * (1 + rough)
        height = np.where(sea[coarse], 0.0, np.where(ends, EDGE_HEIGHT * inland[coarse], height))
        height = filled(height, ends, 0.001)
        height = evolved(height, ends, factor * CELL, rounds, uplift[coarse], 1.0 + 0.8 * rough, steepest[coarse])

    height = with_valley_floors(height, Drainage(filled(height, outlet, 0.002), outlet), sea)
    height = filled(height * height / (height + PLAIN), outlet, 0.002)
    return framed(sea, height, Drainage(height, outlet))


def evolved(height, outlet, cell, rounds, uplift, softness, steepest):
    """Rounds of uplift, soil creep and river erosion.

    Rivers lower their bed by softness * sqrt(area) * slope, solved from the outlets upwards, so that any round is
    stable and leaves no pit; hillsides stay below their steepest slope. Creep only lowers, so it makes no pit either.
    """
    uplift, softness, steepest = uplift.ravel(), softness.ravel(), steepest.ravel()
    for _ in range(rounds):
        height = np.where(outlet, height, np.minimum(height, rounded_off(height)))
        drainage = Drainage(height, outlet)
        area = drainage.accumulated(np.ones(height.shape, np.int64)).ravel() * float(cell * cell)
        run = drainage.distance * cell
        cut = np.sqrt(np.maximum(area - CHANNEL_HEAD, 0.0)) / run * (ROUND_UPLIFT / EROSION) * softness
        bed = height.ravel()
        raised = bed + uplift * ROUND_UPLIFT
        for cells in drainage.levels[1:]:
            below = bed[drainage.receiver[cells]]
            level = (raised[cells] + cut[cells] * below) / (1.0 + cut[cells])
            bed[cells] = np.minimum(level, below + steepest[cells] * run[cells])
        height = bed.reshape(height.shape)
    return height


def rounded_off(height):
    padded = np.pad(height, 1, mode="edge")
    mean = (padded[:-2, 1:-1] + padded[2:, 1:-1] + padded[1:-1, :-2] + padded[1:-1, 2:]) / 4.0
    return height + CREEP * (mean - height)


def enlarged(field):
    """Twice as many rows and columns, bilinear."""
    for axis in (0, 1):
        count = field.shape[axis]
        before = np.take(field, np.maximum(np.arange(count) - 1, 0), axis)
        after = np.take(field, np.minimum(np.arange(count) + 1, count - 1), axis)
        pairs = np.stack([0.75 * field + 0.25 * before, 0.75 * field + 0.25 * after], axis + 1)
        field = pairs.reshape(tuple(2 * n if a == axis else n for a, n in enumerate(field.shape)))
    return field


def river_stage(square_km):
    """Metres a river rises in a flood: about the 3/8th power of the area it drains."""
    quarter = np.sqrt(np.sqrt(square_km))
    return 0.9 * quarter * np.sqrt(quarter)


def drained_km2(drainage, shape):
    return drainage.accumulated(np.ones(shape, np.int64)) * (CELL * CELL / 1e6)


def with_valley_floors(height, drainage, sea):
    """Rivers fill their valleys: ground little above a river sinks towards its level, more beside larger rivers."""
    square_km = drained_km2(drainage, sea.shape)
    river = (square_km >= RIVER) & ~sea
    level = drainage.carried_up(height, river)
    above = np.maximum(height - level, 0.0)
    return level + above * above / (above + 5.0 * river_stage(drainage.carried_up(square_km, river)))


def framed(sea, height, drainage):
    """The land within the frame with what follows from its drainage, the part beyond the frame included in that."""
    square_km = drained_km2(drainage, sea.shape)
    river = (square_km >= RIVER) & ~sea
    below = drainage.receiver.reshape(sea.shape)
    tributaries = np.bincount(below[river], minlength=sea.size)
    begins = river & (~river.ravel()[below] | (tributaries[below] > 1))
    number = np.where(sea, 0, np.arange(sea.size).reshape(sea.shape))
    fields = (sea, height, square_km, river, height - drainage.carried_up(height, river),
              drainage.carried_up(square_km, river), drainage.carried_up(number, begins))
    end = drainage.carried_up(np.arange(sea.size).reshape(sea.shape), np.zeros(sea.shape, bool))
    mouth_row, mouth_column = np.divmod(framed_part(end), sea.shape[1])
    return Land(*map(framed_part, fields), (mouth_row - BEYOND_NORTH, mouth_column))


def framed_part(field):
    return field[BEYOND_NORTH:, :COLUMNS].copy()
