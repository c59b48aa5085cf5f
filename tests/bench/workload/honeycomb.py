"""A honeycomb of cells with fractal sides over the unit square.

Cell (i, j) of the honeycomb has six corners and six sides. Every side is drawn once, as a list of points from
its lower-numbered corner to the other, and both its cells use those same points: neighbours share identical
vertices. A side stays within the two triangles between it and the centres of its cells, so sides never cross.
"""
import numpy as np

JITTER = 0.13      # of a corner, in cells: keeps every cell star-shaped seen from its centre
REACH = 0.45       # how far a side may wander towards a centre
CORE = 0.45        # radius round a centre that no side enters, in distances from centre to the straight sides


class Honeycomb:
    def __init__(self, seed, per_row, margin=2):
        self.seed, self.per_row, self.margin = seed, per_row, margin
        rng = np.random.default_rng([seed, 10])
        count = per_row + 2 * margin + 3
        self._jitter = rng.uniform(-JITTER, JITTER, (2 * count, count, 2))
        self._sides = {}

    def cells(self):
        """All cells, a margin round the unit square included."""
        span = range(-self.margin, self.per_row + self.margin)
        return [(i, j) for j in span for i in span]

    def corners(self, cell):
        """Numbers of the six corners, anticlockwise. Corner (k, j) lies near x = k / 2 on the line y = j."""
        i, j = cell
        k = 2 * i + (j & 1)
        return [(k, j), (k + 1, j), (k + 2, j), (k + 2, j + 1), (k + 1, j + 1), (k, j + 1)]

    def neighbours(self, cell):
        """Neighbour n lies across the side from corner n to corner n + 1."""
        i, j = cell
        left = i - 1 + (j & 1)
        return [(left, j - 1), (left + 1, j - 1), (i + 1, j), (left + 1, j + 1), (left, j + 1), (i - 1, j)]

    def position(self, corner):
        k, j = corner
        rise = 1 / 6 if (k - j) % 2 == 0 else -1 / 6
        spot = self._jitter[k + 2 * self.margin + 1, j + self.margin]
        return (np.array([k / 2, j + rise]) + spot) / self.per_row

    def centre(self, cell):
        return np.mean([self.position(c) for c in self.corners(cell)], axis=0)

    def perimeter(self, cell):
        points = np.array([self.position(c) for c in self.corners(cell)])
        return float(np.linalg.norm(points - np.roll(points, -1, axis=0), axis=1).sum())

    def core_radius(self, cell):
        """Everything nearer to the centre than this is free of sides."""
        centre, corners = self.centre(cell), self.corners(cell)
        return CORE * min(height(self.position(a), self.position(b), centre)
                          for a, b in zip(corners, corners[1:] + corners[:1]))

    def ring(self, cell, density):
        """The closed ring of a cell with about `density` vertices per unit of straight side."""
        corners, neighbours = self.corners(cell), self.neighbours(cell)
        parts = [self._side(corners[n], corners[(n + 1) % 6], cell, neighbours[n], density)[:-1] for n in range(6)]
        return np.concatenate([*parts, parts[0][:1]])

    def _side(self, start, end, cell, neighbour, density):
        first, last = sorted((start, end))
        if (first, last) not in self._sides:
            rng = np.random.default_rng([self.seed, 11, *(n + 1000 for n in first + last)])
            centres = [self.centre(cell), self.centre(neighbour)]
            self._sides[first, last] = draw_side(rng, self.position(first), self.position(last), centres, density)
        points = self._sides[first, last]
        return points if start == first else points[::-1]


def height(a, b, point):
    """Distance of a point from the straight line through a and b."""
    along = (b - a) / np.linalg.norm(b - a)
    return abs(along[0] * (point - a)[1] - along[1] * (point - a)[0])


def draw_side(rng, a, b, centres, density):
    length = float(np.linalg.norm(b - a))
    count = max(2, round(length * density))
    share = np.linspace(0, 1, count + 1)
    heights = [height(a, b, c) for c in centres]
    steepness = [min(h / max(abs(np.dot(c - p, b - a)) / length, h) for h, c in zip(heights, centres)) for p in (a, b)]
    room = REACH * np.minimum.reduce([share * length * steepness[0], (1 - share) * length * steepness[1],
                                      np.full(count + 1, min(heights))])
    along = (b - a) / length
    offset = room * fractal(rng, share)
    points = a + np.outer(share * length, along) + np.outer(offset, [-along[1], along[0]])
    points[0], points[-1] = a, b
    return points


def fractal(rng, share, roughness=0.8, closed=False):
    """A rough curve within -1..1 over 0..1 by midpoint displacement; closed: the ends meet."""
    curve = rng.standard_normal(3)
    if closed:
        curve[2] = curve[0]
    step = 1.0
    while len(curve) < len(share):
        step *= 2**-roughness
        finer = np.empty(2 * len(curve) - 1)
        finer[::2] = curve
        finer[1::2] = (curve[:-1] + curve[1:]) / 2 + step * rng.standard_normal(len(curve) - 1)
        curve = finer
    return np.tanh(np.interp(share, np.linspace(0, 1, len(curve)), curve))


def blob(rng, centre, radius, density):
    """A closed fractal ring within a circle."""
    count = max(24, round(2 * np.pi * 0.7 * radius * density))
    share = np.linspace(0, 1, count + 1)
    distance = radius * (0.7 + 0.3 * fractal(rng, share, closed=True))
    points = centre + distance[:, None] * np.stack([np.cos(2 * np.pi * share), np.sin(2 * np.pi * share)], axis=1)
    points[-1] = points[0]
    return points
