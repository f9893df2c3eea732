"""Golden numbers of SNIP and GraSP on a tiny net: gradients, connection sensitivity, Hessian-gradient products by double backward, masks."""

import torch
from golden import tensor, write

SIZES = [4, 5, 3]


def net(activation: str) -> tuple:
    torch.manual_seed(1810)
    batch = torch.randn(6, SIZES[0]).float().double()
    labels = torch.nn.functional.one_hot(torch.tensor([0, 1, 2, 2, 1, 0]), 3).double()
    pairs = zip(SIZES, SIZES[1:])
    # Stored [inputs, outputs], as this project does.
    weights = [(torch.randn(a, b) / a**0.5).float().double().requires_grad_() for a, b in pairs]
    biases = [(0.1 * torch.randn(b)).float().double() for b in SIZES[1:]]
    act = {"tanh": torch.tanh, "relu": torch.relu}[activation]

    def loss(values: list, temperature: float) -> torch.Tensor:
        hidden = act(batch @ values[0] + biases[0])
        logits = (hidden @ values[1] + biases[1]) / temperature
        return -(labels * torch.log_softmax(logits, 1)).sum(1).mean()

    return batch, labels, weights, biases, loss


def split(flat: torch.Tensor, like: list) -> list:
    return [part.tolist() for part in torch.split(flat, [each.numel() for each in like])]


def flatten(parts: list) -> torch.Tensor:
    return torch.cat([part.detach().reshape(-1) for part in parts])


def snip_masks(scores: torch.Tensor, sparsity: float, like: list) -> list:
    mask = torch.zeros(len(scores), dtype=torch.int64)
    mask[torch.topk(scores, round(len(scores) * (1 - sparsity))).indices] = 1
    return split(mask, like)


def grasp_masks(scores: torch.Tensor, sparsity: float, like: list) -> dict:
    lowest = torch.zeros(len(scores), dtype=torch.int64)
    lowest[torch.topk(-scores, round(len(scores) * (1 - sparsity))).indices] = 1
    highest, _ = torch.topk(scores, int(len(scores) * sparsity + 1e-9))
    official = (scores <= highest[-1]).long()
    return {"paper": split(lowest, like), "official": split(official, like)}


def record(activation: str, temperature: float) -> dict:
    batch, labels, weights, biases, loss = net(activation)
    value = loss(weights, temperature)
    gradients = torch.autograd.grad(value, weights, create_graph=True)
    along = sum((g * g.detach()).sum() for g in gradients)
    products = torch.autograd.grad(along, weights)
    sensitivity = flatten([(w * g).abs() for w, g in zip(weights, gradients)])
    sensitivity = sensitivity / sensitivity.sum()
    scores = flatten([-w * h for w, h in zip(weights, products)])
    return {
        "activation": activation,
        "temperature": temperature,
        "batch": tensor(batch),
        "labels": tensor(labels),
        "weights": [tensor(each) for each in weights],
        "biases": [tensor(each) for each in biases],
        "loss": value.item(),
        "gradients": [tensor(each) for each in gradients],
        "sensitivity": split(sensitivity, weights),
        "products": [tensor(each) for each in products],
        "scores": split(scores, weights),
        "masks": [
            {"sparsity": s, "snip": snip_masks(sensitivity, s, weights), **grasp_masks(scores, s, weights)}
            for s in (0.2, 0.6, 0.8)
        ],
    }


write("snip", {"nets": [record("tanh", 1), record("relu", 1), record("tanh", 200)]})
