"""Hazards that follow from the land. NaN where there is no hazard."""
import numpy as np

from .land import river_stage
from .noise import blurred, noise, octaves, smoothstep
from .places import slope_of

FLOOD_SHARE = 0.42       # of the river's stage that leaves its bed
FALL = 0.09              # metres a cell that flood water falls as it spreads
SHALLOWEST = 0.05        # metres
LEAST_INDEX = 0.03


def flood_depth(land):
    """Metres: how far the flood of the river below stands above the ground, and where that water spreads to: it falls
    as it goes, and stands nowhere deeper than where it came from. Only ground gentle enough to be flooded."""
    stage = np.where(land.stretch > 0, FLOOD_SHARE * river_stage(land.river_square_km), 0.0)
    gentle = 1.0 - smoothstep((blurred(slope_of(land.height), 2) - 0.05) / 0.10)
    depth = np.where(land.sea, 0.0, np.maximum(stage - land.above_river, 0.0) * gentle)
    surface, deepest = land.height + depth, depth
    for _ in range(int(3.0 / FALL)):
        wet = surface > land.height
        surface = np.maximum(surface, greatest_beside(np.where(wet, surface - FALL, -1.0)))
        deepest = np.maximum(deepest, greatest_beside(np.where(wet, deepest, 0.0)))
        surface = np.where(land.sea, 0.0, np.minimum(surface, land.height + deepest))
    depth = blurred((surface - land.height) * gentle, 1)
    return hazard(depth, depth >= SHALLOWEST, land, 2)


def greatest_beside(values):
    """The greatest of the four neighbours' values."""
    around = np.pad(values, 1, constant_values=-1.0)
    return np.maximum.reduce([around[:-2, 1:-1], around[2:, 1:-1], around[1:-1, :-2], around[1:-1, 2:]])


def landslide_index(land):
    """0 to 1: steep ground, wetter in hollows, by patches of rain and rock."""
    height = blurred(land.height, 1)
    slope = blurred(slope_of(height), 1)
    hollow = smoothstep(0.5 + (blurred(height, 5) - height) / 30.0)
    ground = 0.5 + 0.5 * noise(40, slope.shape, octaves(260, 8), 0.55)
    index = smoothstep((slope - 0.12) / 0.42) * (0.32 + 0.50 * hollow + 0.85 * ground)
    index = np.minimum(index, 1.0)
    return hazard(index, index >= LEAST_INDEX, land, 3)


def fire_index(land, places):
    """0 to 1: grass and scrub of the drier west and of the foothills, drained swamp behind the coast; not in towns."""
    columns = land.height.shape[1]
    dry = 0.75 - 0.5 * np.arange(columns) / columns
    foothill = smoothstep(land.height / 25.0) * (1.0 - smoothstep((land.height - 90.0) / 110.0))
    swamp = (1.0 - smoothstep(land.height / 4.0)) * (1.0 - smoothstep(slope_of(land.height) / 0.05))
    cover = noise(50, land.height.shape, octaves(120, 5), 0.6)
    lived_in = np.kron(places.suitable * places.near_road, np.ones((3, 3)))
    index = dry * (0.75 * foothill + 0.65 * swamp) + 0.85 * cover - 0.30 * blurred(lived_in, 3) - 0.20
    index = np.clip(1.8 * index, 0.0, 1.0)
    return hazard(index, index >= LEAST_INDEX, land, 3)


def hazard(values, where, land, decimals):
    return np.where(where & ~land.sea, np.round(values, decimals), np.nan)
