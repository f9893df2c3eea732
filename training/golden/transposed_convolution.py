"""Golden pictures of transposed convolutions and up-samplings, from torch.nn.functional."""

import torch
from golden import write
from torch.nn.functional import conv2d, conv_transpose2d, interpolate

torch.manual_seed(20100)
CASES = [(3, 4, 3, 3, 1, 0, 0), (3, 2, 3, 3, 2, 1, 1), (4, 3, 4, 4, 2, 1, 0), (2, 5, 2, 3, 3, 0, 2), (1, 1, 5, 5, 2, 1, 0)]


def grid(picture: torch.Tensor) -> list:
    return picture[0, 0].tolist()


def transposed(h: int, w: int, a: int, b: int, stride: int, padding: int, extra: int) -> dict:
    x, kernel = torch.randn(1, 1, h, w), torch.randn(1, 1, a, b)
    made = conv_transpose2d(x, kernel, stride=stride, padding=padding, output_padding=extra)
    ones = conv_transpose2d(torch.ones_like(x), torch.ones_like(kernel), None, stride, padding, extra)
    return {
        "input": grid(x),
        "kernel": grid(kernel),
        "options": {"stride": stride, "padding": padding, "outputPadding": extra},
        "result": grid(made),
        "back": grid(conv2d(made, kernel, stride=stride, padding=padding)),
        "counts": grid(ones),
    }


def resized(factor: int, size: int) -> dict:
    x, kernel = torch.randn(1, 1, 3, 2), torch.randn(1, 1, size, size)
    nearest = interpolate(x, scale_factor=factor, mode="nearest")
    bilinear = interpolate(x, scale_factor=factor, mode="bilinear", align_corners=False)
    aligned = interpolate(x, scale_factor=factor, mode="bilinear", align_corners=True)
    return {
        "factor": factor,
        "input": grid(x),
        "kernel": grid(kernel),
        "nearest": grid(nearest),
        "bilinear": grid(bilinear),
        "aligned": grid(aligned),
        "nearestThenConvolution": grid(conv2d(nearest, kernel, padding=size // 2)),
        "bilinearThenConvolution": grid(conv2d(bilinear, kernel, padding=size // 2)),
    }


write(
    "transposed-convolution",
    {"transposed": [transposed(*case) for case in CASES], "resized": [resized(2, 3), resized(3, 5), resized(1, 1)]},
)
