"""Golden values and gradients of the GAN losses, from PyTorch's own losses where there is one."""

import torch
from golden import tensor, write
from torch.nn.functional import binary_cross_entropy_with_logits as bce
from torch.nn.functional import cosine_similarity, l1_loss, mse_loss, pairwise_distance

torch.manual_seed(20141)
# Large logits too: there a loss written with log(sigmoid) is infinite.
real = torch.cat([torch.randn(7, 1) * 2, torch.tensor([[60.0], [-45.0]])]).requires_grad_()
fake = torch.cat([torch.randn(5, 1) * 2, torch.tensor([[50.0], [-70.0]])]).requires_grad_()


def to(scores: torch.Tensor, label: float) -> torch.Tensor:
    return mse_loss(scores, torch.full_like(scores, label))


def hinge(scores: torch.Tensor, margin: float = 1.0) -> torch.Tensor:
    return torch.clamp(margin - scores, min=0).mean()


losses = {
    "minimaxDiscriminatorLoss": lambda: bce(real, torch.ones_like(real)) + bce(fake, torch.zeros_like(fake)),
    "minimaxGeneratorLoss": lambda: -bce(fake, torch.zeros_like(fake)),
    "nonSaturatingGeneratorLoss": lambda: bce(fake, torch.ones_like(fake)),
    "wassersteinCriticLoss": lambda: fake.mean() - real.mean(),
    "wassersteinGeneratorLoss": lambda: -fake.mean(),
    "leastSquaresDiscriminatorLoss": lambda: to(real, 1) + to(fake, 0),
    "leastSquaresGeneratorLoss": lambda: to(fake, 1),
    "leastSquaresDiscriminatorLoss of labels -1, 1": lambda: to(real, 1) + to(fake, -1),
    "leastSquaresGeneratorLoss of label 0": lambda: to(fake, 0),
    "hingeDiscriminatorLoss": lambda: hinge(real) + hinge(-fake),
    "hingeGeneratorLoss": lambda: -fake.mean(),
    "energyDiscriminatorLoss of margin 3": lambda: real.mean() + hinge(fake, 3),
    "energyGeneratorLoss": lambda: fake.mean(),
    "beganDiscriminatorLoss of k 0.3": lambda: real.mean() - 0.3 * fake.mean(),
    "beganGeneratorLoss": lambda: fake.mean(),
    "beganConvergence of gamma 0.7": lambda: real.mean() + (0.7 * real.mean() - fake.mean()).abs(),
}


def record(name: str) -> dict:
    value = losses[name]()
    by_real, by_fake = torch.autograd.grad(value, [real, fake], allow_unused=True)
    entry = {"value": value.item(), "byFake": tensor(by_fake)}
    return entry if by_real is None else {**entry, "byReal": tensor(by_real)}


def pulling_away() -> dict:
    # One code next to nothing, one huge: only directions count.
    codes = (torch.randn(6, 4) * torch.tensor([1, 1, 1e-5, 1e4, 1, 3.0])[:, None]).requires_grad_()
    pairs = torch.combinations(torch.arange(6))
    value = (cosine_similarity(codes[pairs[:, 0]], codes[pairs[:, 1]], eps=0) ** 2).mean()
    (gradient,) = torch.autograd.grad(value, codes)
    return {"codes": tensor(codes), "value": value.item(), "byCodes": tensor(gradient)}


def energies() -> dict:
    x = torch.randn(5, 3)
    other = torch.randn(5, 3).requires_grad_()
    norm = pairwise_distance(x, other, eps=0)
    absolute = l1_loss(x, other, reduction="none").sum(1)
    return {
        "x": tensor(x),
        "reconstruction": tensor(other),
        "reconstructionNorm": tensor(norm),
        "reconstructionNormBy": tensor(torch.autograd.grad(norm.sum(), other)[0]),
        "absoluteError": tensor(absolute),
        "absoluteErrorBy": tensor(torch.autograd.grad(absolute.sum(), other)[0]),
    }


def control() -> list:
    # k, mean error on data, on samples, gamma, lambda: inside, held at 0, held at 1.
    cases = torch.tensor(
        [[0.3, 2.0, 0.4, 0.5, 0.1], [0.05, 1.0, 4.0, 0.5, 0.1], [0.95, 9.0, 0.1, 0.9, 0.5], [0.2, 1.0, 0.8, 0.3, 0.001]]
    )
    k, data, samples, gamma, gain = cases.T
    following = (k + gain * (gamma * data - samples)).clamp(0, 1)
    return [{"case": case, "next": each} for case, each in zip(cases.tolist(), following.tolist())]


def clipping() -> dict:
    limit = 0.25
    x = torch.cat([torch.randn(6), torch.tensor([0.25, -0.25, 1e3, 0.0])])
    return {"limit": limit, "x": tensor(x), "clipped": tensor(x.clamp(-limit, limit))}


write(
    "gan-losses",
    {
        "real": tensor(real),
        "fake": tensor(fake),
        "losses": {name: record(name) for name in losses},
        "pullingAway": pulling_away(),
        "energies": energies(),
        "control": control(),
        "clip": clipping(),
    },
)
