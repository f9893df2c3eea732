"""Golden numbers of distillation and subclass distillation: PyTorch's own losses, and gradients by autograd."""

import math

import torch
from golden import tensor, write

functional = torch.nn.functional


def gradients(loss: torch.Tensor, wrt: list) -> list:
    return [tensor(each) for each in torch.autograd.grad(loss, wrt)]


def plain(temperature: float, alpha: float, scale: float) -> dict:
    torch.manual_seed(1503)
    teacher = scale * torch.randn(5, 4)
    student = (scale * torch.randn(5, 4)).requires_grad_()
    index = torch.tensor([0, 3, 1, 2, 2])
    soft = functional.log_softmax(teacher / temperature, 1)
    found = functional.log_softmax(student / temperature, 1)
    kl = functional.kl_div(found, soft, reduction="batchmean", log_target=True) * temperature**2
    entropy = -(soft.exp() * soft).sum(1).mean() * temperature**2
    hard = functional.cross_entropy(student, index)
    total = alpha * (kl + entropy) + (1 - alpha) * hard
    return {
        "temperature": temperature,
        "alpha": alpha,
        "teacher": tensor(teacher),
        "student": tensor(student),
        "labels": tensor(functional.one_hot(index, 4).double()),
        "softened": functional.softmax(teacher / temperature, 1).tolist(),
        "hard": hard.item(),
        "kl": kl.item(),
        "distillation": (kl + entropy).item(),
        "loss": total.item(),
        "gradient": gradients(total, [student])[0],
    }


def auxiliary(logits: torch.Tensor, temperature: float) -> torch.Tensor:
    """By layer_norm and pairs one after another."""
    batch, subclasses = logits.shape
    normal = functional.layer_norm(logits, [subclasses], eps=1e-9)
    rows = []
    for i in range(batch):
        pairs = torch.stack([(normal[i] * normal[j]).sum() / (temperature * subclasses) for j in range(batch)])
        rows.append(pairs.exp().sum().log())
    return torch.stack(rows).mean() - 1 / temperature - math.log(batch)


def by_class(logits: torch.Tensor, classes: int) -> torch.Tensor:
    """Logarithms of summed probabilities, up to a shift of each row."""
    each = logits.shape[1] // classes
    return torch.stack([logits[:, c * each : (c + 1) * each].exp().sum(1).log() for c in range(classes)], 1)


def subclass(classes: int, subclasses: int, temperature: float, beta: float, alpha: float) -> dict:
    torch.manual_seed(2002)
    teacher = (2 * torch.randn(6, subclasses)).requires_grad_()
    student = torch.randn(6, subclasses).requires_grad_()
    index = torch.arange(6) % classes
    aux = auxiliary(teacher, temperature)
    hard = functional.cross_entropy(by_class(teacher, classes), index)
    total = hard + beta * aux
    soft = functional.softmax(teacher.detach() / temperature, 1)
    distilled = -(soft * functional.log_softmax(student / temperature, 1)).sum(1).mean() * temperature**2
    student_total = alpha * distilled + (1 - alpha) * functional.cross_entropy(by_class(student, classes), index)
    return {
        "classes": classes,
        "temperature": temperature,
        "beta": beta,
        "alpha": alpha,
        "teacher": tensor(teacher),
        "student": tensor(student),
        "labels": tensor(functional.one_hot(index, classes).double()),
        "classLogits": tensor(by_class(teacher, classes)),
        "auxiliary": aux.item(),
        "teacherLoss": total.item(),
        "teacherGradient": gradients(total, [teacher])[0],
        "studentLoss": student_total.item(),
        "studentGradient": gradients(student_total, [student])[0],
    }


def penultimate() -> dict:
    torch.manual_seed(2015)
    teacher, student = torch.randn(5, 3), torch.randn(5, 3).requires_grad_()
    loss = 0.5 * functional.mse_loss(student, teacher, reduction="sum") / 5
    return {
        "teacher": tensor(teacher),
        "student": tensor(student),
        "loss": loss.item(),
        "gradient": gradients(loss, [student])[0],
    }


write(
    "distillation",
    {"cases": [plain(1, 0.5, 1), plain(4, 0.3, 2), plain(20, 1, 3)], "penultimate": penultimate()},
)
write("subclass-distillation", {"cases": [subclass(2, 10, 1, 1, 0.5), subclass(3, 6, 0.2, 0.7, 0.9), subclass(2, 4, 4, 0, 0)]})
