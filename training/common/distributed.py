"""One run on several devices, under `torchrun --nproc-per-node N -m training.<name>.train …`.

`--batch` is the batch of the whole run. Every process draws the batch and the noise of the whole run (they are
functions of the seed and the step, see seed.py) and works on its own rows, so N processes take the step that one
process would take, but for the order of the sums. DistributedDataParallel averages the gradients (Li et al. 2020).
"""

from __future__ import annotations

import atexit
import os

import torch
from torch import distributed, nn
from torch.nn.parallel import DistributedDataParallel


def rank() -> int:
    return int(os.environ.get("RANK", "0"))


def size() -> int:
    """How many processes share the run: 1 without torchrun."""
    return int(os.environ.get("WORLD_SIZE", "1"))


def leads() -> bool:
    """True in the one process that logs, stores and exports."""
    return rank() == 0


def join(device: str) -> None:
    """Meets the other processes; alone it does nothing. `device` is "cuda" or "cpu"."""
    if size() == 1 or distributed.is_initialized():
        return
    if device == "cuda":
        local = int(os.environ.get("LOCAL_RANK", "0"))
        found = torch.cuda.device_count()
        if local >= found:
            raise ValueError(f"torchrun: expected a GPU for each process, found {found}. Use --nproc-per-node {found}.")
        torch.cuda.set_device(local)
    distributed.init_process_group("nccl" if device == "cuda" else "gloo")
    atexit.register(leave)


def wrap(model: nn.Module) -> nn.Module:
    """The network whose gradients are averaged over the processes; alone, the network itself."""
    return DistributedDataParallel(model) if distributed.is_initialized() else model


def share(rows: torch.Tensor) -> torch.Tensor:
    """This process's rows of a batch [n, …]: [n / N, …]. Raises ValueError when N does not divide n."""
    if len(rows) % size() != 0:
        raise ValueError(f"--batch: expected a multiple of the {size()} processes, found {len(rows)}")
    return rows[rank() :: size()]


def average(numbers: dict[str, float], device: str) -> dict[str, float]:
    """Mean of each number over the processes; all must call it with the same names."""
    if not distributed.is_initialized():
        return numbers
    values = torch.tensor(list(numbers.values()), dtype=torch.float32, device=device)
    distributed.all_reduce(values)
    return dict(zip(numbers, (values / size()).tolist()))


def wait() -> None:
    """Returns when all processes have come here."""
    if distributed.is_initialized():
        distributed.barrier()


def leave() -> None:
    if distributed.is_initialized():
        distributed.destroy_process_group()
