"""Smooth random fields from lattices of random numbers."""
import numpy as np

from .frame import SEED


def smoothstep(x):
    x = np.clip(x, 0.0, 1.0)
    return x * x * (3.0 - 2.0 * x)


def noise(key, shape, wavelengths, roughness=0.5):
    """Octaves of value noise within -1..1; the first wavelength (cells) is the strongest, each next one is
    `roughness` times as strong."""
    total, weight, norm = np.zeros(shape), 1.0, 0.0
    for octave, wavelength in enumerate(wavelengths):
        rng = np.random.Generator(np.random.PCG64([SEED, key, octave]))
        lattice = 2.0 * rng.random((int(shape[0] / wavelength) + 3, int(shape[1] / wavelength) + 3)) - 1.0
        row, row_share = _place(shape[0], wavelength, rng.random())
        column, column_share = _place(shape[1], wavelength, rng.random())
        along = lattice[row] + (lattice[row + 1] - lattice[row]) * row_share[:, None]
        total += weight * (along[:, column] + (along[:, column + 1] - along[:, column]) * column_share)
        norm += weight
        weight *= roughness
    return total / norm


def _place(count, wavelength, shift):
    position = (np.arange(count) + 0.5) / wavelength + shift
    node = position.astype(np.intp)
    return node, smoothstep(position - node)


def octaves(longest, shortest):
    """Wavelengths from the longest down, each half the one before."""
    found = []
    while longest >= shortest:
        found.append(longest)
        longest /= 2
    return found


def blurred(field, radius, passes=2):
    """Mean over squares of 2 radius + 1 cells, a few times; the edge is repeated beyond the field."""
    size = 2 * radius + 1
    for _ in range(passes):
        for axis in (0, 1):
            padding = [(0, 0), (0, 0)]
            padding[axis] = (radius + 1, radius)
            sums = np.cumsum(np.pad(field, padding, mode="edge"), axis=axis)
            length = field.shape[axis]
            upper, lower = np.take(sums, range(size, size + length), axis), np.take(sums, range(length), axis)
            field = (upper - lower) / size
    return field
