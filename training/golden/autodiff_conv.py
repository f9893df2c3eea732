"""Golden values of the image operations of src/autodiff and of a gradient penalty of a small convolutional critic.

Arrays are stored channels last, as this project keeps them: images [n, h, w, c], filters [a, b, c, d].
"""

import torch
from golden import SOURCE, tensor, write
from torch.autograd import grad
from torch.nn import functional as F

torch.manual_seed(20261)


def image(x: torch.Tensor) -> dict:
    """[n, c, h, w] → [n, h, w, c]"""
    return tensor(x.permute(0, 2, 3, 1))


def kernel(w: torch.Tensor) -> dict:
    """[d, c, a, b] → [a, b, c, d]"""
    return tensor(w.permute(2, 3, 1, 0))


def convolution(name: str, x_shape: tuple, w_shape: tuple, stride: int, padding: int) -> dict:
    """y = conv2d(x, w) (or its transpose) and the gradients of Σ g y by x and w."""
    x, w = torch.randn(x_shape, requires_grad=True), torch.randn(w_shape, requires_grad=True)
    convolve = F.conv2d if name == "conv2d" else F.conv_transpose2d
    y = convolve(x, w, stride=stride, padding=padding)
    g = torch.randn_like(y)
    by_x, by_w = grad((g * y).sum(), (x, w))
    stored = {"x": image(x), "filter": kernel(w), "g": image(g), "y": image(y), "byX": image(by_x)}
    return {"name": name, "stride": stride, "padding": padding, **stored, "byFilter": kernel(by_w)}


def resampling(name: str, function, shape: tuple) -> dict:
    """y = f(x) and the gradient of Σ y³ by x."""
    x = torch.randn(shape, requires_grad=True)
    y = function(x)
    return {"name": name, "x": image(x), "y": image(y), "byX": image(grad((y**3).sum(), x)[0])}


def softmax() -> dict:
    """log softmax over the rows and the gradient of Σ g log softmax, twice: the second by a direction."""
    x, g, v = torch.randn(3, 5, requires_grad=True), torch.randn(3, 5), torch.randn(3, 5)
    y = torch.log_softmax(x, 1)
    (by_x,) = grad((g * y).sum(), x, create_graph=True)
    return {"x": tensor(x), "g": tensor(g), "v": tensor(v), "y": tensor(y), "byX": tensor(by_x),
            "second": tensor(grad((v * by_x).sum(), x)[0])}  # fmt: skip


def critic(parameters: list, x: torch.Tensor) -> torch.Tensor:
    """Kernel 4 with stride 2, kernel 3, both with tanh, the mean of 2 × 2 pixels, then one number for each image."""
    w1, b1, w2, b2, w3 = parameters
    x = torch.tanh(F.conv2d(x, w1, b1, stride=2, padding=1))
    x = torch.tanh(F.conv2d(x, w2, b2, padding=1))
    return F.conv2d(F.avg_pool2d(x, 2), w3).sum((1, 2, 3))


def penalty() -> dict:
    """(‖∇ₓ f(x)‖ − 1)², averaged over images, and its gradient by every parameter: second order."""
    shapes = [(3, 2, 4, 4), (3,), (4, 3, 3, 3), (4,), (1, 4, 2, 2)]
    parameters = [torch.randn(shape) * 0.4 for shape in shapes]
    for p in parameters:
        p.requires_grad_()
    x = torch.randn(3, 2, 8, 8, requires_grad=True)
    scores = critic(parameters, x)
    (slope,) = grad(scores.sum(), x, create_graph=True)
    value = (((slope.square().sum((1, 2, 3)) + 1e-12).sqrt() - 1) ** 2).mean()
    gradients = grad(value, parameters)
    store = lambda p: kernel(p) if p.dim() == 4 else tensor(p)  # noqa: E731
    return {"x": image(x), "parameters": [store(p) for p in parameters], "scores": tensor(scores),
            "penalty": value.item(), "gradients": [store(g) for g in gradients]}  # fmt: skip


write(
    "autodiff",
    {
        "convolutions": [
            convolution("conv2d", (2, 3, 5, 4), (2, 3, 3, 3), stride=1, padding=1),
            convolution("conv2d", (2, 2, 6, 7), (3, 2, 4, 4), stride=2, padding=1),
            convolution("conv2d", (1, 1, 5, 5), (2, 1, 2, 2), stride=2, padding=0),
            convolution("conv2dTranspose", (2, 3, 3, 2), (3, 2, 4, 4), stride=2, padding=1),
        ],
        "resamplings": [
            resampling("averagePool 2", lambda x: F.avg_pool2d(x, 2), (1, 2, 5, 4)),
            resampling("averagePool 3, stride 2, padding 1", lambda x: F.avg_pool2d(x, 3, 2, 1), (1, 2, 5, 4)),
            resampling("maxPool 2", lambda x: F.max_pool2d(x, 2), (1, 3, 4, 5)),
            resampling("maxPool 3, stride 2, padding 1", lambda x: F.max_pool2d(x, 3, 2, 1), (1, 3, 4, 5)),
            resampling("upsampleNearest 2", lambda x: F.interpolate(x, scale_factor=2), (1, 2, 3, 2)),
            resampling(
                "upsampleBilinear 2",
                lambda x: F.interpolate(x, scale_factor=2, mode="bilinear", align_corners=False),
                (1, 2, 3, 4),
            ),
        ],
        "softmax": softmax(),
        "penalty": penalty(),
    },
    folder=SOURCE,
)
