"""Eager PyTorch on one thread, the cases of cases.ts. Reads lines "case steps" and answers each with a line of JSON:
seconds by the clock and of processor time. `python3 torch_eager.py` first prints its version.
"""

import json
import sys
import time

import torch
from torch import nn
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy, softplus

torch.set_num_threads(1)


def net(*units: int) -> nn.Sequential:
    layers: list[nn.Module] = []
    for inputs, outputs in zip(units, units[1:]):
        layers += [nn.Linear(inputs, outputs), nn.ReLU()]
    return nn.Sequential(*layers[:-1])


class Gan:
    """Generator and judge with an Adam each; batches are drawn from 10,000 points."""

    def __init__(self, hidden: list[int], batch: int, penalty: bool) -> None:
        self.generator, self.judge = net(2, *hidden, 2), net(2, *hidden, 1)
        betas = (0.0, 0.9) if penalty else (0.9, 0.999)
        self.of_generator = torch.optim.Adam(self.generator.parameters(), 1e-3, betas)
        self.of_judge = torch.optim.Adam(self.judge.parameters(), 1e-3, betas)
        self.data, self.batch = torch.randn(10_000, 2), batch
        self.penalty = penalty

    def samples(self) -> torch.Tensor:
        return self.generator(torch.randn(self.batch, 2))

    def judge_loss(self) -> torch.Tensor:
        real = self.data[torch.randint(10_000, (self.batch,))]
        fake = self.samples().detach()
        if not self.penalty:
            return softplus(-self.judge(real)).mean() + softplus(self.judge(fake)).mean()
        between = (fake + torch.rand(self.batch, 1) * (real - fake)).requires_grad_()
        (slope,) = torch.autograd.grad(self.judge(between).sum(), between, create_graph=True)
        penalty = (((slope.square().sum(1) + 1e-12).sqrt() - 1) ** 2).mean()
        return self.judge(fake).mean() - self.judge(real).mean() + 10 * penalty

    def step(self) -> None:
        self.of_judge.zero_grad()
        self.judge_loss().backward()
        self.of_judge.step()
        if self.penalty:
            return
        self.of_generator.zero_grad()
        softplus(-self.judge(self.samples())).mean().backward()
        self.of_generator.step()


class Images:
    """The critic's step of a convolutional GAN: see conv-programs.ts."""

    def __init__(self, side: int, channels: int, batch: int) -> None:
        half, rest = 2 * channels, side // 4
        self.judge = nn.Sequential(
            nn.Conv2d(1, channels, 4, 2, 1),
            nn.LeakyReLU(0.2),
            nn.Conv2d(channels, half, 4, 2, 1),
            nn.LeakyReLU(0.2),
            nn.Conv2d(half, 1, rest),
        )
        self.generator = nn.Sequential(
            nn.ConvTranspose2d(64, half, rest, bias=False),
            nn.ReLU(),
            nn.ConvTranspose2d(half, channels, 4, 2, 1, bias=False),
            nn.ReLU(),
            nn.ConvTranspose2d(channels, 1, 4, 2, 1, bias=False),
            nn.Tanh(),
        )
        self.of_judge = torch.optim.Adam(self.judge.parameters(), 1e-3)
        self.data, self.batch = torch.randn(500, 1, side, side), batch

    def step(self) -> None:
        real = self.data[torch.randint(500, (self.batch,))]
        with torch.no_grad():
            fake = self.generator(torch.randn(self.batch, 64, 1, 1))
        self.of_judge.zero_grad()
        (softplus(-self.judge(real)).mean() + softplus(self.judge(fake)).mean()).backward()
        self.of_judge.step()


class Vae:
    """The step of src/methods/mlp-vae: binary cross-entropy and KL, Adam."""

    def __init__(self, pixels: int, hidden: int, code: int, batch: int) -> None:
        self.encoder = net(pixels, hidden, hidden, 2 * code)
        self.decoder = net(code, hidden, hidden, pixels)
        self.optimizer = torch.optim.Adam([*self.encoder.parameters(), *self.decoder.parameters()], 1e-3)
        self.data, self.batch = torch.rand(8192, pixels), batch

    def step(self) -> None:
        x = self.data[torch.randint(8192, (self.batch,))]
        self.optimizer.zero_grad()
        mean, logvar = self.encoder(x).chunk(2, dim=1)
        logits = self.decoder(mean + (logvar / 2).exp() * torch.randn_like(mean))
        reconstruction = binary_cross_entropy_with_logits(logits, x, reduction="sum") / self.batch
        kl = (mean.square() + logvar.exp() - logvar - 1).sum() / (2 * self.batch)
        (reconstruction + kl).backward()
        self.optimizer.step()


class Lenet:
    """LeNet-300-100 on one batch, momentum: every weight is there, whatever the case leaves out."""

    def __init__(self, batch: int) -> None:
        self.net = net(784, 300, 100, 10)
        self.optimizer = torch.optim.SGD(self.net.parameters(), 0.01, momentum=0.9, weight_decay=1e-4)
        self.x, self.labels = torch.rand(batch, 784), torch.randint(10, (batch,))

    def step(self) -> None:
        self.optimizer.zero_grad()
        cross_entropy(self.net(self.x), self.labels).backward()
        self.optimizer.step()


def main() -> None:
    lenet = Lenet(100)
    gans = {
        "gan-64": Gan([64, 64], 256, False),
        "gan-lab": Gan([10], 150, False),
        "wgan-gp": Gan([64, 64], 256, True),
        "conv-16": Images(16, 16, 32),
        "conv-28": Images(28, 32, 32),
        "vae-train": Vae(196, 128, 2, 128),
        **{f"lenet-{percent}": lenet for percent in (0, 50, 80, 90, 95, 99)},
    }
    print(json.dumps({"torch": torch.__version__}), flush=True)
    for line in sys.stdin:
        name, count = line.split()
        wall, cpu = time.perf_counter(), time.process_time()
        for _ in range(int(count)):
            gans[name].step()
        answer = {"wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
