"""Cheapest ways over a grid of whole-number costs."""
import heapq

import numpy as np

STEPS = [(-1, 0, 10), (0, -1, 10), (0, 1, 10), (1, 0, 10), (-1, -1, 14), (-1, 1, 14), (1, -1, 14), (1, 1, 14)]


def cheapest(cost, sources, toll=None):
    """Spreads from the sources (cell: number) over all cells whose cost is not negative.

    A step costs its length (10 or 14) times the mean cost of its two cells; with `toll` = (group, price) a step between
    cells of two groups costs that price more. Returns the number of the source that reaches each cell first (-1: none)
    and the cell before it on the way (-1: none). Equal costs are settled by the order of cells.
    """
    rows, columns = cost.shape
    price_of, size = cost.ravel().tolist(), cost.size
    group, price = (toll[0].ravel().tolist(), toll[1]) if toll else ([0] * size, 0)
    owner, before, best = [-1] * size, [-1] * size, [None] * size
    queue = []
    for (row, column), number in sources.items():
        cell = row * columns + column
        owner[cell], best[cell] = number, 0
        queue.append(cell)
    queue.sort()
    while queue:
        spent, cell = divmod(heapq.heappop(queue), size)
        if spent > best[cell]:
            continue
        row, column = divmod(cell, columns)
        for down, right, length in STEPS:
            if 0 <= row + down < rows and 0 <= column + right < columns:
                neighbour = cell + down * columns + right
                if price_of[neighbour] < 0:
                    continue
                total = spent + length * (price_of[cell] + price_of[neighbour]) // 2
                if group[cell] != group[neighbour]:
                    total += price
                if best[neighbour] is None or total < best[neighbour]:
                    owner[neighbour], before[neighbour], best[neighbour] = owner[cell], cell, total
                    heapq.heappush(queue, total * size + neighbour)
    return np.array(owner).reshape(cost.shape), before


def way(cost, start, ends):
    """Cells (flat) of the cheapest way from a cell to the first of `ends` it reaches, both included, priced as in
    `cheapest`; empty where none can be reached."""
    rows, columns = cost.shape
    best, before, queue = {start: 0}, {}, [(0, start)]
    while queue:
        spent, cell = heapq.heappop(queue)
        if cell in ends:
            found = [cell]
            while found[-1] != start:
                found.append(before[found[-1]])
            return found[::-1]
        row, column = divmod(cell, columns)
        for down, right, length in STEPS:
            if spent == best[cell] and 0 <= row + down < rows and 0 <= column + right < columns:
                neighbour = cell + down * columns + right
                price = int(cost[row + down, column + right])
                total = spent + length * (int(cost[row, column]) + price) // 2
                if price >= 0 and total < best.get(neighbour, total + 1):
                    best[neighbour], before[neighbour] = total, cell
                    heapq.heappush(queue, (total, neighbour))
    return []
