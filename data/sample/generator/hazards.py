"""Hazards that follow from the land. NaN where there is no hazard."""
import numpy as np

from .land import river_stage
from .noise import blurred, noise, octaves, smoothstep
from .places import slope_of

FLOOD_SHARE = 0.42       # of the river's stage that leaves its bed
SHALLOWEST = 0.05        # metres
LEAST_INDEX = 0.03


def flood_depth(land):
    """Metres: how far the flood of the river below stands above the ground, on ground gentle enough to be flooded."""
    stage = FLOOD_SHARE * river_stage(land.river_square_km) * (land.river_square_km > 0)
    depth = blurred(np.where(land.sea, 0.0, stage - land.above_river), 1)
    gentle = 1.0 - smoothstep((blurred(slope_of(land.height), 2) - 0.05) / 0.10)
    depth = np.where(land.stretch > 0, depth, 0.0) * gentle
    return hazard(depth, depth >= SHALLOWEST, land, 2)


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
    rows, columns = land.height.shape
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
