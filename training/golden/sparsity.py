"""Golden numbers of Erdős–Rényi densities, by two ways that share nothing with the site's: bisection of the budget, whose left side rises
with ε, and the procedure of RigL's code (whole numbers of zeros, one saturated layer after another)."""

import math

from golden import write

LENET = [[784, 300], [300, 100], [100, 10]]


def resnet50() -> tuple:
    """Shapes [rows, columns, inputs, outputs] and output positions, layer by layer as a convolution's arithmetic gives them."""
    shapes, positions, channels, side = [[7, 7, 3, 64]], [112 * 112], 64, 56
    for stage, blocks in enumerate([3, 4, 6, 3]):
        inner = 64 * 2**stage
        for block in range(blocks):
            stride = 2 if stage and not block else 1
            smaller = side // stride
            convolutions = [
                ([1, 1, channels, inner], side),
                ([3, 3, inner, inner], smaller),
                ([1, 1, inner, 4 * inner], smaller),
            ]
            if not block:
                convolutions.append(([1, 1, channels, 4 * inner], smaller))
            shapes += [shape for shape, _ in convolutions]
            positions += [width * width for _, width in convolutions]
            channels, side = 4 * inner, smaller
    return shapes + [[2048, 1000]], positions + [1]


def ratio(shape: list, kernel: bool) -> float:
    sizes = shape if kernel else shape[-2:]
    return sum(sizes) / math.prod(sizes)


def by_bisection(shapes: list, sparsity: float, kernel: bool) -> list:
    ratios = [ratio(shape, kernel) for shape in shapes]
    counts = [math.prod(shape) for shape in shapes]
    budget = (1 - sparsity) * sum(counts)
    low, high = 0.0, 1 / min(ratios)
    for _ in range(200):
        middle = (low + high) / 2
        if sum(min(1, middle * r) * n for r, n in zip(ratios, counts)) < budget:
            low = middle
        else:
            high = middle
    return [min(1.0, low * r) for r in ratios]


def as_in_rigl(shapes: list, sparsity: float, kernel: bool) -> list:
    ratios = [ratio(shape, kernel) for shape in shapes]
    counts = [math.prod(shape) for shape in shapes]
    zeros = [math.floor(sparsity * n) for n in counts]
    full = set()
    while True:
        free = [place for place in range(len(shapes)) if place not in full]
        left = sum(counts[place] - zeros[place] for place in free) - sum(zeros[place] for place in full)
        epsilon = left / sum(ratios[place] * counts[place] for place in free)
        largest = max(ratios[place] for place in free)
        if largest * epsilon <= 1:
            return [1.0 if place in full else epsilon * ratios[place] for place in range(len(shapes))]
        full |= {place for place in free if ratios[place] == largest}


def record(net: str, shapes: list, positions: list, sparsity: float, kernel: bool) -> dict:
    densities = by_bisection(shapes, sparsity, kernel)
    work = [math.prod(shape) * times for shape, times in zip(shapes, positions)]
    return {
        "net": net,
        "sparsity": sparsity,
        "kernel": kernel,
        "densities": densities,
        "official": as_in_rigl(shapes, sparsity, kernel),
        "flopsShare": sum(w * d for w, d in zip(work, densities)) / sum(work),
    }


SHAPES, POSITIONS = resnet50()
write(
    "sparsity",
    {
        "shapes": [{"shape": shape, "positions": times} for shape, times in zip(SHAPES, POSITIONS)],
        "multiplyAdds": sum(math.prod(shape) * times for shape, times in zip(SHAPES, POSITIONS)),
        "cases": [
            *[record("lenet", LENET, [1, 1, 1], s, True) for s in (0.5, 0.8, 0.9, 0.95, 0.98, 0.99)],
            *[record("resnet", SHAPES, POSITIONS, s, True) for s in (0.8, 0.9, 0.95, 0.965)],
            record("resnet", SHAPES, POSITIONS, 0.8, False),
        ],
    },
)
