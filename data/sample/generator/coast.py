"""Where land ends: a ragged coast in the south and west with a bay, and one island."""
import numpy as np

from .noise import noise, octaves

SMALLEST_ISLAND = 3000  # cells; smaller ones are sea
SMALLEST_LAGOON = 3000  # cells; smaller ones are land


def shore_distance(shape):
    """Positive inland, negative at sea, about 1 for 30 km; rough, so that its zero is a natural coast."""
    rows, columns = shape
    east = (np.arange(columns) + 0.5) / 1000
    north = (rows - np.arange(rows) - 0.5)[:, None] / 1000
    south_coast, west_coast = 0.85 * north + 0.10 * east - 0.17, 0.80 * east + 0.22 * north - 0.19
    bay = np.maximum(1.0 - ((east - 0.55) / 0.24) ** 2 - ((north - 0.20) / 0.18) ** 2, 0.0)
    mainland = np.minimum(south_coast, west_coast) - 0.20 * bay + 0.27 * noise(1, shape, octaves(340, 4), 0.62)
    offshore = ((east - 0.400) / 0.090) ** 2 + ((north - 0.105) / 0.060) ** 2
    island = 0.07 * (0.6 - offshore) + 0.09 * noise(2, shape, octaves(90, 4), 0.6)
    return np.maximum(mainland, np.where(offshore < 2.0, island, -1.0))


def make_sea(distance):
    """Mask of the sea: one coastline without islets and lagoons."""
    land = without_small_parts(distance > 0, SMALLEST_ISLAND)
    return without_small_parts(~land, SMALLEST_LAGOON)


def without_small_parts(mask, smallest):
    part = connected_parts(mask)
    return mask & (np.bincount(part.ravel())[part] >= smallest)


def connected_parts(field):
    """Parts of equal value that hang together along sides, numbered from 1 by their first cell; 0 where the field is
    0."""
    field = field.astype(np.int64)
    part = np.where(field > 0, np.arange(1, field.size + 1).reshape(field.shape), 0)
    while True:
        before = part
        for axis in (0, 1):
            for backwards in (False, True):
                part = _least_so_far(part, field, axis, backwards)
        if np.array_equal(part, before):
            return np.unique(part, return_inverse=True)[1].reshape(field.shape)


def _least_so_far(part, field, axis, backwards):
    """Each number becomes the least one before it in its unbroken run of equal values along the axis."""
    values, kind = np.moveaxis(part, axis, 1), np.moveaxis(field, axis, 1)
    if backwards:
        values, kind = values[:, ::-1], kind[:, ::-1]
    # Later runs get smaller bases, so that a running minimum never reaches from one run into the next.
    run = np.cumsum(np.diff(kind, axis=1, prepend=kind[:, :1]) != 0, axis=1)
    base = (run.max() - run) * (int(part.max()) + 1)
    least = np.minimum.accumulate(values + base, axis=1) - base
    return np.moveaxis(least[:, ::-1] if backwards else least, 1, axis)
