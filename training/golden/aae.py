"""Golden losses of adversarial autoencoders, from PyTorch's own binary and categorical cross-entropies."""

import torch
from golden import tensor, write
from torch.nn.functional import binary_cross_entropy_with_logits as bce
from torch.nn.functional import cross_entropy

torch.manual_seed(20150)
names = ["stylePriorLogits", "styleLogits", "classPriorLogits", "classLogits"]
logits = {name: (torch.randn(6, 1) * 3).requires_grad_() for name in names}
labelled = (torch.randn(4, 3) * 5).requires_grad_()
classes = torch.tensor([0, 2, 1, 2])
error = torch.rand(6, 1)


def judge(prior: torch.Tensor, code: torch.Tensor) -> torch.Tensor:
    return bce(prior, torch.ones_like(prior)) + bce(code, torch.zeros_like(code))


style_prior, style, class_prior, kind = logits.values()
losses = {
    "reconstruction": error.mean(),
    "discriminators": judge(style_prior, style) + judge(class_prior, kind),
    "encoder": bce(style, torch.ones_like(style)) + bce(kind, torch.ones_like(kind)),
    "classification": cross_entropy(labelled, classes),
}
by = [*logits.values(), labelled]
gradients = {}
for name in ["discriminators", "encoder", "classification"]:
    found = torch.autograd.grad(losses[name], by, allow_unused=True)
    gradients[name] = [tensor(torch.zeros_like(x) if g is None else g) for x, g in zip(by, found)]
write(
    "aae",
    {
        "inputs": [*(tensor(each) for each in by), tensor(torch.eye(3)[classes]), tensor(error)],
        "losses": {name: value.item() for name, value in losses.items()},
        "gradients": gradients,
    },
)
