"""Smooth random fields over large rasters, evaluated a few rows at a time."""
import numpy as np


class LatticeNoise:
    """A sum of octaves of value noise; mean about 0, standard deviation about 1.

    octaves: pairs (wavelength in cells, weight). Every octave is a lattice of random numbers with one node a
    wavelength, joined by smoothstep curves, so memory depends on the shortest wavelength only.
    """

    def __init__(self, key, side, octaves):
        self.octaves = []
        spread = np.sqrt(sum(weight**2 for _, weight in octaves))
        for number, (wavelength, weight) in enumerate(octaves):
            nodes = int(side / wavelength) + 3
            rng = np.random.default_rng([*key, number])
            lattice = rng.standard_normal((nodes, nodes), dtype=np.float32) * np.float32(weight / spread)
            self.octaves.append((wavelength, lattice))

    def at(self, rows, columns):
        """Values at every crossing of the given rows and columns (cell numbers), float32."""
        values = np.zeros((len(rows), len(columns)), np.float32)
        for wavelength, lattice in self.octaves:
            row, row_share = self._place(rows, wavelength)
            column, column_share = self._place(columns, wavelength)
            along = lattice[row] + (lattice[row + 1] - lattice[row]) * row_share[:, None]
            values += along[:, column]
            values += np.diff(along, axis=1)[:, column] * column_share
        return values

    @staticmethod
    def _place(cells, wavelength):
        position = np.asarray(cells, np.float64) / wavelength
        node = position.astype(np.intp)
        share = (position - node).astype(np.float32)
        return node, share * share * (3 - 2 * share)


def quantile(field, side, share):
    """The value that `share` of the field lies below, from a sample of about 400 x 400 cells."""
    sample = np.arange(0, side, max(1, side // 400))
    return float(np.quantile(field(sample, sample), share))
