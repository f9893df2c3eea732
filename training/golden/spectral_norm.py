"""Golden numbers of spectral normalisation: PyTorch's own, its gradients with u and v constant, and exact singular values."""

import torch
from golden import tensor, write
from torch.nn.utils import spectral_norm


def record(inputs: int, outputs: int, rounds: int, scale: float) -> dict:
    torch.manual_seed(20180)
    layer = torch.nn.Linear(inputs, outputs, bias=False).double()
    with torch.no_grad():
        layer.weight.copy_((torch.randn(outputs, inputs) * scale).float().double())
    stored = layer.weight.detach().clone()
    layer = spectral_norm(layer, n_power_iterations=rounds, eps=0)
    u = layer.weight_u.float().double()
    layer.weight_u.copy_(u)
    # One step: the forward pass iterates, normalises, and keeps u.
    layer(torch.zeros(1, inputs))
    mixing = torch.randn(outputs, inputs)
    (gradient,) = torch.autograd.grad((layer.weight * mixing).sum(), layer.weight_orig)
    # Transposed, because this project stores weights [inputs, outputs].
    return {
        "rounds": rounds,
        "weight": tensor(stored.T),
        "u": tensor(u[:, None]),
        "normalized": tensor(layer.weight.T),
        "nextU": tensor(layer.weight_u[:, None]),
        "mixing": tensor(mixing.T),
        "gradient": tensor(gradient.T),
        "singularValues": torch.linalg.svdvals(stored).tolist(),
    }


write("spectral-norm", {"layers": [record(5, 4, 1, 1), record(3, 6, 3, 1), record(4, 4, 1, 1e3), record(4, 1, 1, 1e-3)]})
