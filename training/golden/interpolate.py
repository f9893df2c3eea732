"""Golden points between codes: the arc by rotating in the plane of the two codes (matrix exponential)."""

import torch
from golden import write

torch.manual_seed(19850)


def rotate(a: torch.Tensor, b: torch.Tensor, t: float) -> torch.Tensor:
    """a turned by t of the angle to b: exp(t * angle * (v a' - a v')) a, for unit codes, v at right angles to a."""
    angle = torch.atan2((b - (a @ b) * a).norm(), a @ b)
    v = b - (a @ b) * a
    v = v / v.norm()
    return torch.matrix_exp(t * angle * (torch.outer(v, a) - torch.outer(a, v))) @ a


def case(d: int, t: float) -> dict:
    a, b = torch.randn(d), torch.randn(d)
    unit_a, unit_b = a / a.norm(), b / b.norm()
    return {
        "from": a.tolist(),
        "to": b.tolist(),
        "t": t,
        "linear": torch.lerp(a, b, t).tolist(),
        "unitFrom": unit_a.tolist(),
        "unitTo": unit_b.tolist(),
        "spherical": rotate(unit_a, unit_b, t).tolist(),
    }


write("interpolate", {"cases": [case(2, 0.3), case(5, 0.5), case(16, 0.85), case(3, 0.0), case(3, 1.0)]})
