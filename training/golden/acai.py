"""Golden losses of adversarially constrained interpolation, and their gradients through one small network."""

import torch
from golden import tensor, write
from torch.nn.functional import mse_loss

torch.manual_seed(20180)
LAMBDA, GAMMA = 0.5, 0.2
x = torch.randn(5, 4)
encoder, decoder = torch.randn(4, 2).requires_grad_(), torch.randn(2, 4).requires_grad_()
critic = torch.randn(4, 1).requires_grad_()
alpha = torch.rand(5, 1) / 2

codes = x @ encoder
other = codes.flip(0)
made = codes @ decoder
mixed = (alpha * codes + (1 - alpha) * other) @ decoder
guess = (mixed @ critic).tanh()
autoencoder_loss = (x - made).square().sum(1).mean() + LAMBDA * guess.square().mean()
real = GAMMA * x + (1 - GAMMA) * made
critic_loss = mse_loss((mixed.detach() @ critic).tanh(), alpha) + (real.detach() @ critic).tanh().square().mean()

write(
    "acai",
    {
        "x": tensor(x),
        "encoder": tensor(encoder),
        "decoder": tensor(decoder),
        "critic": tensor(critic),
        "alpha": tensor(alpha),
        "autoencoderLoss": autoencoder_loss.item(),
        "byWeights": [tensor(each) for each in torch.autograd.grad(autoencoder_loss, [encoder, decoder])],
        "criticLoss": critic_loss.item(),
        "byCritic": tensor(torch.autograd.grad(critic_loss, critic)[0]),
    },
)
