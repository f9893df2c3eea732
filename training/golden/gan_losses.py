"""Golden values and gradients of the GAN losses, from PyTorch's own binary cross-entropy where there is one."""

import torch
from golden import tensor, write
from torch.nn.functional import binary_cross_entropy_with_logits as bce

torch.manual_seed(20141)
# Large logits too: there a loss written with log(sigmoid) is infinite.
real = torch.cat([torch.randn(7, 1) * 2, torch.tensor([[60.0], [-45.0]])]).requires_grad_()
fake = torch.cat([torch.randn(5, 1) * 2, torch.tensor([[50.0], [-70.0]])]).requires_grad_()

losses = {
    "minimaxDiscriminatorLoss": lambda: bce(real, torch.ones_like(real)) + bce(fake, torch.zeros_like(fake)),
    "minimaxGeneratorLoss": lambda: -bce(fake, torch.zeros_like(fake)),
    "nonSaturatingGeneratorLoss": lambda: bce(fake, torch.ones_like(fake)),
    "wassersteinCriticLoss": lambda: fake.mean() - real.mean(),
    "wassersteinGeneratorLoss": lambda: -fake.mean(),
}


def record(name: str) -> dict:
    value = losses[name]()
    by_real, by_fake = torch.autograd.grad(value, [real, fake], allow_unused=True)
    entry = {"value": value.item(), "byFake": tensor(by_fake)}
    return entry if by_real is None else {**entry, "byReal": tensor(by_real)}


write("gan-losses", {"real": tensor(real), "fake": tensor(fake), "losses": {name: record(name) for name in losses}})
