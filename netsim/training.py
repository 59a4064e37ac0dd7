"""Gradient descent: deals mini-batches, updates the network, and yields every step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from netsim.backprop import Backward, backprop_many
from netsim.data.shifts import Shifter
from netsim.functions import Array
from netsim.network import Network
from netsim.recipe.training import TrainingSection
from netsim.rules import Kept, OfEach, at_rest, rule_for, slopes_of

#: The batch of a lesson that has none, because it takes all examples for each step.
USUAL_BATCH = 100


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
    kept
        What the update rule has kept of the steps before, by name: see `netsim.rules`.
    """

    number: int
    epoch: int
    new_epoch: bool
    network: Network
    back: Backward
    eta: float
    kept: Kept = field(default_factory=dict)


def updates_per_epoch(plan: TrainingSection, n: int) -> int:
    """Count how many updates one pass over n examples makes; the last batch may be a smaller one."""
    return 1 if plan.method == "full_batch" else -(-n // plan.batch)


def batch_size(plan: TrainingSection, n: int) -> int:
    """Count the examples in a mini-batch: the lesson's, but 100 where it has none, and at most all n."""
    return min(n, USUAL_BATCH if plan.method == "full_batch" else plan.batch)


def shuffled(plan: TrainingSection, n: int, first: int | None = None) -> np.ndarray:
    """Give the order in which the first epoch of a lesson takes its n examples, as indices, (n,).

    If one of them is to be the ``first``, the others follow in that order.
    """
    order = np.random.default_rng(plan.seed).permutation(n)
    return order if first is None else np.concatenate([[first], order[order != first]])


def learning_rate(plan: TrainingSection, number: int, per_epoch: int) -> float:
    """Compute the learning rate of the update after `number` updates.

    constant: eta. step: eta times schedule_factor for every schedule_every finished epochs.
    cosine: half a wave from eta down to schedule_end times eta at the end of the run.
    """
    if plan.schedule == "step":
        return plan.eta * plan.schedule_factor ** (number // (per_epoch * plan.schedule_every))
    if plan.schedule == "cosine" and plan.epochs:
        done = min(number / (per_epoch * plan.epochs), 1.0)
        fall = (1 + np.cos(np.pi * done)) / 2
        return float(plan.eta * (plan.schedule_end + (1 - plan.schedule_end) * fall))
    return plan.eta


def diverged(cost: float, precision: str) -> bool:
    """Whether a cost is so large that gradients may next leave the numbers that a precision has, or has done so."""
    return not cost < float(np.finfo(precision).max) ** 0.25


def update(network: Network, back: Backward, eta: float, heading: OfEach | None = None) -> Network:
    """One step downhill: W[l] - eta mean_dC_dW[l], b[l] - eta mean_dC_db[l]; with another heading, that instead."""
    down = slopes_of(back) if heading is None else heading
    W = {l: w - eta * down.W[l] for l, w in network.W.items()}
    b = {l: v - eta * down.b[l] for l, v in network.b.items()}
    return network.moved(W, b)


def train(
    network: Network, x: Array, y: Array, plan: TrainingSection, image_shape: tuple[int, int] | None = None
) -> Iterator[Step]:
    """Train, yielding every step before its update is made, and once more after the last update.

    Parameters
    ----------
    network
        Where to start.
    x, y
        Training inputs (N, n_0) and targets (N, n_L).
    plan
        Method, epochs, batch, learning rate, update rule, shift, seed of the shuffles, precision.
    image_shape
        (height, width) of the images that the inputs are; needed for a shift.

    Yields
    ------
    Step
        epochs * updates_per_epoch + 1 of them. The last one's `back` is of the batch that would have
        come next.
    """
    network = network.astype(plan.precision)
    x, y = x.astype(plan.precision, copy=False), y.astype(plan.precision, copy=False)
    rng = np.random.default_rng(plan.seed)
    shifter = Shifter.of(plan, image_shape)
    rule = rule_for(plan)
    kept = at_rest(rule, network)
    per_epoch = updates_per_epoch(plan, len(x))
    size = len(x) if plan.method == "full_batch" else plan.batch
    for number in range(per_epoch * plan.epochs + 1):
        epoch, turn = divmod(number, per_epoch)
        if turn == 0:
            order = np.arange(len(x)) if plan.method == "full_batch" else rng.permutation(len(x))
        batch = order[turn * size : (turn + 1) * size]
        eta = learning_rate(plan, number, per_epoch)
        with np.errstate(over="ignore", invalid="ignore"):  # a run may diverge; that is for its reader to judge
            back = backprop_many(network, shifter.shifted(x[batch]), y[batch])
            following = rule.after(kept, slopes_of(back))
            after = update(network, back, eta, rule.heading(following, slopes_of(back), number + 1))
        yield Step(number, epoch, turn == 0, network, back, eta, kept)
        network, kept = after, following
