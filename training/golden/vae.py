"""Golden values and gradients of the VAE's terms, from torch.distributions and PyTorch's own losses."""

import math

import torch
from golden import tensor, write
from torch.distributions import Normal, kl_divergence
from torch.nn.functional import binary_cross_entropy_with_logits as bce

torch.manual_seed(20131)
mean, prior_mean = torch.randn(4, 3).requires_grad_(), torch.randn(4, 3).requires_grad_()
logvar, prior_logvar = (torch.randn(4, 3) * 2).requires_grad_(), torch.randn(4, 3).requires_grad_()
noise = torch.randn(4, 3)
x = torch.cat([torch.rand(4, 2), (torch.rand(4, 3) > 0.5).double()], dim=1)
# Large logits too: there log(sigmoid) is infinite.
logits = (torch.randn(4, 5) * torch.tensor([1, 1, 3, 40, 200.0])).requires_grad_()
point, x_logvar = torch.randn(4, 5) * 2, torch.randn(4, 5).requires_grad_()
logw = torch.cat([torch.randn(3, 6) * 3, torch.randn(1, 6) * 50 - 1000]).requires_grad_()


def normal(m: torch.Tensor, v: torch.Tensor) -> Normal:
    return Normal(m, (v / 2).exp())


q = normal(mean, logvar)
kl_dim = kl_divergence(q, Normal(0.0, 1.0))
cases = {
    "standardNormalKlByDimension": (kl_dim, [mean, logvar]),
    "standardNormalKl": (kl_dim.sum(1, keepdim=True), [mean, logvar]),
    "gaussianKl": (
        kl_divergence(q, normal(prior_mean, prior_logvar)).sum(1, keepdim=True),
        [mean, logvar, prior_mean, prior_logvar],
    ),
    "bernoulliLogLikelihood": (-bce(logits, x, reduction="none").sum(1, keepdim=True), [logits]),
    "gaussianLogLikelihood": (normal(logits, x_logvar).log_prob(point).sum(1, keepdim=True), [logits, x_logvar]),
    "gaussianLogLikelihood of log variance 0.7": (
        Normal(logits, math.exp(0.35)).log_prob(point).sum(1, keepdim=True),
        [logits],
    ),
    "reparameterize": (mean + (logvar / 2).exp() * noise, [mean, logvar]),
    "freeBits of 0.8": (kl_dim.mean(0).clamp(min=0.8).sum(), [mean, logvar]),
    "importanceWeightedBound": ((torch.logsumexp(logw, 1) - math.log(6)).mean(), [logw]),
}


def record(value: torch.Tensor, by: list) -> dict:
    # A weighted sum, so that no gradient cancels; the weights are 1, 2, 3, …
    weights = torch.arange(1, value.numel() + 1).reshape(value.shape).double()
    gradients = torch.autograd.grad((weights * value).sum(), by, retain_graph=True)
    return {"value": tensor(value), "gradients": [tensor(each) for each in gradients]}


loglik, kl = cases["bernoulliLogLikelihood"][0], cases["standardNormalKl"][0]
mixture = torch.stack([normal(mean[i], logvar[i]).log_prob(noise).sum(1) for i in range(4)])
write(
    "vae",
    {
        "mean": tensor(mean),
        "logVariance": tensor(logvar),
        "priorMean": tensor(prior_mean),
        "priorLogVariance": tensor(prior_logvar),
        "noise": tensor(noise),
        "x": tensor(x),
        "logits": tensor(logits),
        "point": tensor(point),
        "xLogVariance": tensor(x_logvar),
        "logWeights": tensor(logw),
        "cases": {name: record(*case) for name, case in cases.items()},
        "elbo": (loglik - kl).mean().item(),
        "betaVaeLoss of 4": (-loglik + 4 * kl).mean().item(),
        "logAggregatedPosterior at noise": tensor(torch.logsumexp(mixture, 0) - math.log(4)),
    },
)
