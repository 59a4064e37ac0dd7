"""Gradient descent: deals mini-batches, updates the network, and yields every step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from netsim.backprop import Backward, backprop_many
from netsim.functions import Array
from netsim.network import Network
from netsim.recipe import TrainingSection


@dataclass(frozen=True)
class Step:
    """One moment of a run: the network after `number` updates, and what the next update would be made of.

    Attributes
    ----------
    number
        Updates made so far; 0 = untouched.
    epoch
        Epochs finished so far; the run is between epochs where `new_epoch` is true.
    network
        The network now.
    back
        Derivatives over the mini-batch of the next update.
    eta
        The learning rate of the next update.
    """

    number: int
    epoch: int
    new_epoch: bool
    network: Network
    back: Backward
    eta: float


def updates_per_epoch(plan: TrainingSection, n: int) -> int:
    """Count how many updates one pass over n examples makes; the last batch may be a smaller one."""
    return 1 if plan.method == "full_batch" else -(-n // plan.batch)


def learning_rate(plan: TrainingSection, number: int, per_epoch: int) -> float:
    """Compute the learning rate of the update after `number` updates.

    constant: eta. step: eta times schedule_factor for every schedule_every finished epochs.
    cosine: half a wave from eta down to schedule_end times eta at the end of the run.
    """
    if plan.schedule == "step":
        return plan.eta * plan.schedule_factor ** (number // (per_epoch * plan.schedule_every))
    if plan.schedule == "cosine":
        done = min(number / (per_epoch * plan.epochs), 1.0)
        fall = (1 + np.cos(np.pi * done)) / 2
        return float(plan.eta * (plan.schedule_end + (1 - plan.schedule_end) * fall))
    return plan.eta


def diverged(cost: float, precision: str) -> bool:
    """Whether a cost is so large that gradients may next leave the numbers that a precision has, or has done so."""
    return not cost < float(np.finfo(precision).max) ** 0.25


def update(network: Network, back: Backward, eta: float) -> Network:
    """One step downhill: W[l] - eta mean_dC_dW[l], b[l] - eta mean_dC_db[l]."""
    W = {l: w - eta * back.mean_dC_dW[l] for l, w in network.W.items()}
    b = {l: v - eta * back.mean_dC_db[l] for l, v in network.b.items()}
    return Network(W, b, network.hidden, network.output, network.cost)


def train(network: Network, x: Array, y: Array, plan: TrainingSection) -> Iterator[Step]:
    """Train, yielding every step before its update is made, and once more after the last update.

    Parameters
    ----------
    network
        Where to start.
    x, y
        Training inputs (N, n_0) and targets (N, n_L).
    plan
        Method, epochs, batch, learning rate, seed of the shuffles, precision.

    Yields
    ------
    Step
        epochs * updates_per_epoch + 1 of them. The last one's `back` is of the batch that would have
        come next.
    """
    network = network.astype(plan.precision)
    x, y = x.astype(plan.precision, copy=False), y.astype(plan.precision, copy=False)
    rng = np.random.default_rng(plan.seed)
    per_epoch = updates_per_epoch(plan, len(x))
    size = len(x) if plan.method == "full_batch" else plan.batch
    for number in range(per_epoch * plan.epochs + 1):
        epoch, turn = divmod(number, per_epoch)
        if turn == 0:
            order = np.arange(len(x)) if plan.method == "full_batch" else rng.permutation(len(x))
        batch = order[turn * size : (turn + 1) * size]
        eta = learning_rate(plan, number, per_epoch)
        with np.errstate(over="ignore", invalid="ignore"):  # a run may diverge; that is for its reader to judge
            back = backprop_many(network, x[batch], y[batch])
            after = update(network, back, eta)
        yield Step(number, epoch, turn == 0, network, back, eta)
        network = after
