"""Golden ROC curves and areas, by counting all pairs and all thresholds in PyTorch; ties among them."""

import torch
from golden import write

torch.manual_seed(20060)


def case(n: int, m: int, shift: float, digits: int) -> dict:
    # Rounded scores, so that there are ties within and between the classes.
    normal = (torch.randn(n) * 10**digits).round() / 10**digits
    anomalous = ((torch.randn(m) + shift) * 10**digits).round() / 10**digits
    higher = anomalous[:, None] > normal[None]
    equal = anomalous[:, None] == normal[None]
    thresholds = torch.unique(torch.cat([normal, anomalous])).flip(0)
    return {
        "normal": normal.tolist(),
        "anomalous": anomalous.tolist(),
        "area": (higher.double() + equal.double() / 2).mean().item(),
        "thresholds": thresholds.tolist(),
        "falsePositiveRates": (normal[None] >= thresholds[:, None]).double().mean(1).tolist(),
        "truePositiveRates": (anomalous[None] >= thresholds[:, None]).double().mean(1).tolist(),
    }


write("roc", {"cases": [case(9, 7, 1.0, 3), case(30, 20, 0.5, 0), case(15, 25, 2.0, 1)]})
