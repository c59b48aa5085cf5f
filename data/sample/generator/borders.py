"""Borders as lines: each stretch between two regions is drawn and smoothed once, and both regions use its very points.

An arc runs between two nodes, corners of cells where three or more regions meet, or is closed. Its points are the
middles of the cell sides between its two regions, smoothed with the ends held, thinned, and rounded to whole
centimetres.
"""
from dataclasses import dataclass

import numpy as np

from .frame import CELL, NORTH, WEST

SMOOTHINGS = 4
DEVIATION = 2.5  # metres: how far thinning may move an arc
CENTIMETRES = 100


@dataclass
class Arc:
    start: tuple  # node (row, column of the corner); equal to `end` where the arc is closed
    end: tuple
    left: int
    right: int
    points: np.ndarray  # n x 2 whole centimetres: easting, northing


def make_arcs(region):
    """All arcs of an array of region numbers, 0 outside."""
    padded = np.pad(region, 1)
    sides = {}  # corner -> corner -> (left, right)
    for row, column in np.argwhere(padded[1:] != padded[:-1]).tolist():
        # The side between cell (row - 1, column - 1) above and the one below, in corners of the unpadded grid.
        above, below = int(padded[row, column]), int(padded[row + 1, column])
        add_side(sides, (row, column - 1), (row, column), above, below)
    for row, column in np.argwhere(padded[:, 1:] != padded[:, :-1]).tolist():
        west, east = int(padded[row, column]), int(padded[row, column + 1])
        add_side(sides, (row - 1, column), (row, column), east, west)
    nodes = {corner for corner, ends in sides.items() if len(ends) != 2}
    arcs = []
    for corner in sorted(nodes):
        for following in sorted(sides[corner]):
            if following in sides[corner]:
                arcs.append(walk(sides, corner, following, nodes))
    for corner in sorted(sides):
        if sides[corner]:
            arcs.append(walk(sides, corner, min(sides[corner]), nodes))
    return arcs


def add_side(sides, a, b, left, right):
    sides.setdefault(a, {})[b] = (left, right)
    sides.setdefault(b, {})[a] = (right, left)


def walk(sides, start, following, nodes):
    """Takes one arc out of `sides`: from its start to the next node, or round to the start."""
    left, right = sides[start][following]
    corner, middles = start, []
    while True:
        del sides[corner][following], sides[following][corner]
        middles.append(((corner[0] + following[0]) / 2, (corner[1] + following[1]) / 2))
        corner = following
        if corner in nodes or corner == start:
            break
        following = next(iter(sides[corner]))
    closed = start not in nodes
    middles = np.array(middles)
    if not closed:
        middles = np.vstack([start, middles, corner])
    return Arc(start, corner, left, right, drawn(middles, closed))


def drawn(points, closed):
    for _ in range(SMOOTHINGS):
        if closed:
            points = (np.roll(points, 1, axis=0) + 2 * points + np.roll(points, -1, axis=0)) / 4
        else:
            inner = (points[:-2] + 2 * points[1:-1] + points[2:]) / 4
            points = np.vstack([points[:1], inner, points[-1:]])
    if closed:
        points = np.vstack([points, points[:1]])
    metres = np.stack([points[:, 1], -points[:, 0]], axis=1) * CELL
    kept = thinned(metres)
    return np.rint((metres[kept] + (WEST, NORTH)) * CENTIMETRES).astype(np.int64)


def thinned(points):
    """Numbers of the points that are kept so that no left-out one is further than DEVIATION from the line."""
    kept, spans = {0, len(points) - 1}, [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        if last - first < 2:
            continue
        a, b, inner = points[first], points[last], points[first + 1:last]
        along = b - a
        length2 = along[0] * along[0] + along[1] * along[1]
        offset = inner - a
        if length2 > 0:
            share = np.clip((offset[:, 0] * along[0] + offset[:, 1] * along[1]) / length2, 0.0, 1.0)
            offset = offset - share[:, None] * along
        far = offset[:, 0] * offset[:, 0] + offset[:, 1] * offset[:, 1]
        worst = int(np.argmax(far))
        if far[worst] > DEVIATION * DEVIATION:
            middle = first + 1 + worst
            kept.add(middle)
            spans += [(first, middle), (middle, last)]
    return sorted(kept)


def rings_of(arcs, group_of):
    """Closed rings of every group of regions (group_of[region]; 0: none), the group on the left: outer rings run
    anticlockwise, holes clockwise. Arcs within a group vanish. Returns {group: [ring, ...]}."""
    pieces = {}
    for arc in arcs:
        left, right = group_of[arc.left], group_of[arc.right]
        if left != right:
            if left:
                pieces.setdefault(int(left), []).append((arc.start, arc.end, arc.points))
            if right:
                pieces.setdefault(int(right), []).append((arc.end, arc.start, arc.points[::-1]))
    return {group: joined(parts) for group, parts in sorted(pieces.items())}


def joined(parts):
    rings = [points for start, end, points in parts if start == end]
    onward = {start: (end, points) for start, end, points in parts if start != end}
    while onward:
        first = corner = min(onward)
        ring = []
        while corner in onward:
            corner, points = onward.pop(corner)
            ring.append(points if not ring else points[1:])
        assert corner == first
        rings.append(np.vstack(ring))
    return rings


def area2(ring):
    """Twice the signed area of a closed ring, exact: square centimetres."""
    x, y = (ring - ring[0]).T
    return int((x[:-1] * y[1:] - x[1:] * y[:-1]).sum())


def polygons_of(rings):
    """Groups rings to polygons [outer, hole, ...], the largest first. A hole belongs to the smallest ring around it."""
    outer = sorted((ring for ring in rings if area2(ring) > 0), key=area2, reverse=True)
    polygons = [[ring] for ring in outer]
    for hole in (ring for ring in rings if area2(ring) < 0):
        next(polygon for polygon in reversed(polygons) if contains(polygon[0], hole[0])).append(hole)
    return polygons


def contains(ring, point):
    """Whether a point that is not on the ring is inside it."""
    x, y = (ring - point).T
    upward = (y[:-1] > 0) != (y[1:] > 0)
    turn = x[:-1] * y[1:] - x[1:] * y[:-1]
    return bool(np.count_nonzero(upward & ((turn > 0) == (y[1:] > y[:-1]))) % 2)
