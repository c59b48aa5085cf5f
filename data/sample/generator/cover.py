"""What covers the land, as a photograph would show it: settlement where people live, rice on gentle ground beside rivers,
mangrove and ponds at muddy shores, estates about villages, scrub where fire returns, forest on what is left."""
import numpy as np

from .frame import COARSE
from .noise import blurred, noise, octaves, smoothstep
from .places import slope_of

NODATA = 255  # the sea
SETTLEMENT, RICE, ESTATE, PROTECTED, FOREST, MANGROVE, SCRUB, SWAMP, POND, WATER = range(1, 11)
NAMES = {SETTLEMENT: "permukiman", RICE: "sawah", ESTATE: "kebun", PROTECTED: "hutan_lindung", FOREST: "hutan_alam",
         MANGROVE: "hutan_bakau", SCRUB: "semak_belukar", SWAMP: "rawa", POND: "tambak", WATER: "tubuh_air"}
COLOURS = {SETTLEMENT: (222, 78, 60), RICE: (196, 229, 126), ESTATE: (214, 170, 82), PROTECTED: (20, 82, 45),
           FOREST: (60, 138, 70), MANGROVE: (142, 84, 158), SCRUB: (233, 220, 150), SWAMP: (122, 178, 164),
           POND: (110, 205, 232), WATER: (42, 104, 186)}

LIVED_IN = 14.0       # people in a population cell (0.81 ha) that make it look settled
PROTECTED_ABOVE = 175.0  # metres
WIDE_RIVER = 18.0     # km2 drained: a river that fills a cell
BROAD_RIVER = 120.0   # and one that fills its neighbours too


def land_cover(land, places, people, fire):
    """Byte class of every cell; fire: its index, 0 where none."""
    near = _nearness(land, places)
    cover = np.full(land.sea.shape, FOREST, np.uint8)
    for code, where in _grounds(land, near, fire):
        cover[where] = code
    lived_in = blurred(_fine(np.nan_to_num(people)), 1)
    cover[lived_in * (1.0 + 0.8 * noise(84, cover.shape, octaves(10, 3), 0.8)) >= LIVED_IN] = SETTLEMENT
    cover = generalised(cover)
    cover[land.river & (land.square_km >= WIDE_RIVER)] = WATER
    broad = (land.river & (land.square_km >= BROAD_RIVER)).astype(float)
    cover[blurred(broad, 1, 1) > 0.2] = WATER
    return np.where(land.sea, NODATA, cover).astype(np.uint8)


def _fine(field):
    return np.kron(field, np.ones((COARSE, COARSE)))


def _nearness(land, places):
    """0 to 1 each: to villages and roads, to the shore (about 300 m and 1 km), to the mouths of rivers."""
    sea = land.sea.astype(float)
    mouth = (land.river & (blurred(sea, 2, 1) > 0)).astype(float) * np.minimum(land.square_km, 20.0)
    return {"people": smoothstep(1.6 * blurred(_fine(places.near_road + 0.35 * places.suitable), 9)),
            "beach": smoothstep(3.2 * blurred(sea, 6)), "coast": smoothstep(5.0 * blurred(sea, 16)),
            "mouth": smoothstep(60.0 * blurred(mouth, 22))}


def _grounds(land, near, fire):
    """Pairs of class and mask, later ones over earlier ones."""
    shape, height = land.sea.shape, land.height
    slope = blurred(slope_of(height), 2)
    patch = {code: noise(80 + code, shape, octaves(longest, 4), 0.6)
             for code, longest in ((ESTATE, 90), (PROTECTED, 160), (SCRUB, 70), (SWAMP, 60), (RICE, 48), (POND, 40),
                                   (MANGROVE, 56))}
    flat = 1.0 - smoothstep((slope - 0.015) / 0.05)
    low = 1.0 - smoothstep((height - 2.0) / 5.0)
    yield ESTATE, near["people"] + 0.9 * patch[ESTATE] - 1.2 * slope - height / 500.0 > 0.05
    yield SCRUB, fire + 0.5 * patch[SCRUB] > 0.62
    yield PROTECTED, blurred(height, 10) + 45.0 * patch[PROTECTED] - 70.0 * near["people"] > PROTECTED_ABOVE
    yield SWAMP, flat * low * (1.0 + 0.9 * patch[SWAMP]) - 0.5 * near["people"] > 0.70
    wet = 1.0 - smoothstep((land.above_river - 3.0) / 12.0)
    yield RICE, (flat * wet * (0.35 + 0.65 * near["people"]) + 0.55 * patch[RICE] > 0.48) & (slope < 0.07)
    yield POND, near["coast"] * low * flat * (1.0 + 0.9 * patch[POND] + 0.25 * near["mouth"]) > 1.05
    yield MANGROVE, near["beach"] * low * (0.45 + near["mouth"]) * (1.0 + 1.4 * patch[MANGROVE]) > 0.36


def generalised(cover):
    """Every cell takes the class that most of the 5 x 5 cells around it have, the lowest code of equals."""
    codes = sorted(NAMES)
    share = np.stack([blurred((cover == code).astype(float), 2, 1) for code in codes])
    return np.array(codes, np.uint8)[np.argmax(np.round(share * 25), axis=0)]
