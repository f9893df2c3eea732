"""Golden posteriors and decisions, from torch.distributions.Categorical in logarithms."""

import torch
from golden import write
from torch.distributions import Categorical

torch.manual_seed(17630)


def case(states: int, actions: int) -> dict:
    prior = torch.rand(states) + 0.01
    prior = prior / prior.sum()
    seen = torch.rand(3, states)
    # Normalised by Categorical from logits, not by the formula of the code.
    posteriors = [Categorical(logits=prior.log() + seen[: i + 1].log().sum(0)).probs for i in range(3)]
    losses = torch.rand(actions, states) * 10
    risk = losses @ posteriors[-1]
    return {
        "prior": prior.tolist(),
        "seen": seen.tolist(),
        "evidence": torch.logsumexp(prior.log() + seen[0].log(), 0).exp().item(),
        "posteriors": [each.tolist() for each in posteriors],
        "losses": losses.tolist(),
        "expectedLosses": risk.tolist(),
        "bestAction": risk.argmin().item(),
        "mapState": posteriors[-1].argmax().item(),
    }


write("bayes", {"cases": [case(2, 2), case(3, 4), case(6, 2)]})
