"""Where water flows: every cell drains to its steepest lower neighbour, outlets drain to nowhere."""
import heapq

import numpy as np

STEPS = [(-1, -1), (-1, 0), (-1, 1), (0, -1), (0, 1), (1, -1), (1, 0), (1, 1)]
DIAGONAL = np.sqrt(2.0)


class Drainage:
    """receiver: flat index of the cell each cell drains to (itself: outlet or pit);
    distance: how far that is, in cells; levels: cells by the number of steps to their outlet, nearest first."""

    def __init__(self, height, outlet):
        rows, columns = height.shape
        padded = np.pad(height, 1, constant_values=np.inf)
        steepest = np.zeros(height.shape)
        offset = np.zeros(height.shape, np.intp)
        distance = np.ones(height.shape)
        for down, right in STEPS:
            length = DIAGONAL if down and right else 1.0
            fall = (height - padded[1 + down:1 + down + rows, 1 + right:1 + right + columns]) / length
            steeper = (fall > steepest) & ~outlet
            steepest[steeper] = fall[steeper]
            offset[steeper] = down * columns + right
            distance[steeper] = length
        self.receiver = (np.arange(height.size) + offset.ravel())
        self.distance = distance.ravel()
        self.levels = self._levels()

    def _levels(self):
        ancestor = self.receiver
        steps = (ancestor != np.arange(ancestor.size)).astype(np.int32)
        while True:
            further = steps[ancestor]
            if not further.any():
                break
            steps = steps + further
            ancestor = ancestor[ancestor]
        order = np.argsort(steps, kind="stable")
        return np.split(order, np.cumsum(np.bincount(steps))[:-1])

    def accumulated(self, amount):
        """The sum of an integer amount over each cell and everything upstream."""
        total = amount.ravel().astype(np.int64)
        for cells in reversed(self.levels[1:]):
            np.add.at(total, self.receiver[cells], total[cells])
        return total.reshape(amount.shape)

    def carried_up(self, values, keep):
        """Each cell's value is that of the first cell downstream (itself included) where `keep` holds or water ends."""
        result, keep = values.ravel().copy(), keep.ravel()
        for cells in self.levels[1:]:
            takes = cells[~keep[cells]]
            result[takes] = result[self.receiver[takes]]
        return result.reshape(values.shape)


def filled(height, outlet, rise):
    """Heights without pits: every cell is at least `rise` above the one it drains to."""
    rows, columns = height.shape
    result = height.ravel().tolist()
    done = outlet.ravel().tolist()
    queue = [(result[cell], cell) for cell in np.flatnonzero(outlet).tolist()]
    heapq.heapify(queue)
    while queue:
        level, cell = heapq.heappop(queue)
        row, column = divmod(cell, columns)
        for down, right in STEPS:
            if 0 <= row + down < rows and 0 <= column + right < columns:
                neighbour = cell + down * columns + right
                if not done[neighbour]:
                    done[neighbour] = True
                    result[neighbour] = max(result[neighbour], level + rise)
                    heapq.heappush(queue, (result[neighbour], neighbour))
    return np.array(result).reshape(height.shape)
