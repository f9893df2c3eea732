"""Golden values and gradients of minibatch features and of feature matching."""

import torch
from golden import tensor, write
from torch.nn.functional import mse_loss

torch.manual_seed(20160)
N, A, B, C = 6, 4, 3, 2


def minibatch(scale: float) -> dict:
    features = (torch.randn(N, A) * scale).requires_grad_()
    kernel = torch.randn(A, B, C).requires_grad_()
    rows = torch.einsum("na,abc->nbc", features, kernel)
    # cdist for each kernel by itself: another way than broadcasting all differences.
    out = torch.stack([(-torch.cdist(rows[:, b], rows[:, b], p=1)).exp().sum(1) for b in range(B)], dim=1)
    mixing = torch.randn(N, B)
    by_features, by_kernel = torch.autograd.grad((out * mixing).sum(), [features, kernel])
    return {
        "features": tensor(features),
        "tensor": tensor(kernel.reshape(A, B * C)),
        "value": tensor(out),
        "mixing": tensor(mixing),
        "byFeatures": tensor(by_features),
        "byTensor": tensor(by_kernel.reshape(A, B * C)),
    }


def matching() -> dict:
    real, fake = torch.randn(5, A), (torch.randn(7, A) * 20).requires_grad_()
    value = mse_loss(fake.mean(0), real.mean(0), reduction="sum")
    (gradient,) = torch.autograd.grad(value, fake)
    return {"real": tensor(real), "fake": tensor(fake), "value": value.item(), "byFake": tensor(gradient)}


write(
    "minibatch-discrimination",
    {"b": B, "c": C, "batches": [minibatch(0.5), minibatch(20)], "matching": matching()},
)
