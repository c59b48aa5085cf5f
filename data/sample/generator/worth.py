"""What the regency produces in a year (PDRB), spread over the land: farming over its land cover, all else over people."""
import numpy as np

from . import cover as lands
from .frame import CELL, COARSE
from .places import coarse

PER_HECTARE = {lands.RICE: 32e6, lands.ESTATE: 24e6, lands.PROTECTED: 0.2e6, lands.FOREST: 1.5e6, lands.MANGROVE: 4e6,
               lands.SCRUB: 0.6e6, lands.SWAMP: 0.8e6, lands.POND: 70e6, lands.WATER: 1e6}  # rupiah
PER_PERSON = 21e6  # rupiah of trade, services, building, government
STEP = 10_000.0    # rupiah
HECTARES = (CELL * COARSE) ** 2 / 10_000


def product_per_hectare(cover, people):
    """Rupiah per hectare of population cells; NaN at sea."""
    product = PER_PERSON * np.nan_to_num(people) / HECTARES
    for code, rupiah in PER_HECTARE.items():
        product += rupiah * coarse((cover == code).astype(float))
    return np.where(np.isnan(people), np.nan, np.round(product / STEP) * STEP)
