"""Measures a network on many examples: cost, accuracy, gradient."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Self

import numpy as np

from netsim.backprop import backprop_many
from netsim.blocks import AT_ONCE
from netsim.data.datasets import Dataset
from netsim.functions import COSTS, Array
from netsim.lit import lit_in
from netsim.network import Network
from netsim.terrain.landscape import vector
from netsim.trace.answers import Answers

#: Fewest and most examples that a mean over many takes at a time.
AT_A_TIME = (16, 512)


@dataclass(frozen=True)
class Probe:
    """Examples to measure one network after another on, laid out so that this is quick.

    Inputs that are 0 in every example, such as the margin of images, add nothing to any z and are left
    out. The examples stand in blocks that are small enough for one core.

    Attributes
    ----------
    blocks
        The inputs that are not always 0, (blocks, rows, n); the last block is filled up with zeros.
    lit
        Which of the n_0 inputs these are, (n,).
    many
        The number of examples, N.
    """

    blocks: Array
    lit: np.ndarray
    many: int

    @classmethod
    def of(cls, x: Array, network: Network, precision: str = "float32") -> Self:
        """Make a probe of inputs (N, n_0) for networks of one size; averages need no more digits than float32 has."""
        lit = lit_in(x)
        rows = min(len(x), max(1, AT_ONCE // (len(lit) * network.sizes[1])))
        blocks = np.zeros((-(-len(x) // rows), rows, len(lit)), precision)
        for block, start in zip(blocks, range(0, len(x), rows), strict=True):
            block[: len(x) - start] = x[start : start + rows, lit]
        return cls(blocks, lit, len(x))

    def outputs(self, network: Network) -> Array:
        """Pass all examples through and give the last activations, (N, n_L)."""
        W = {**network.W, 1: network.W[1][:, self.lit]}
        seeing = Network(W, network.b, network.hidden, network.output, network.cost).astype(self.blocks.dtype.name)
        return seeing.forward(self.blocks).a[network.L].reshape(-1, network.sizes[-1])[: self.many]


def mean_cost(network: Network, probe: Probe, y: Array) -> float:
    """Average the costs of a probe's examples, whose targets are y (N, n_L)."""
    costs = COSTS[network.cost].value(probe.outputs(network), y, network.output)
    return float(np.mean(costs, dtype=np.float64))


def accuracy(network: Network, probe: Probe, label: np.ndarray, answers: Answers) -> float:
    """Count the part of a probe's examples, 0..1, whose outputs say their label (N,)."""
    return float(np.mean(answers.said(probe.outputs(network)) == label))


def judge_of(data: Dataset, seen: Probe, network: Network) -> tuple[str, Callable[[Network], float]]:
    """Choose by what a run is judged besides its cost: the name of the trace's array, and how it is measured.

    The share of unseen examples that are answered right; of the training examples where none were held out; where
    answers are numbers, the mean cost of the unseen ones, if there are any, or else "" and nothing.
    """
    unseen = Probe.of(data.x_unseen, network) if len(data.x_unseen) else None
    if data.y_unseen is not None:
        if unseen is None:
            return "", lambda network: 0.0
        y = data.y_unseen
        return "unseen_cost", lambda network: mean_cost(network, unseen, y)
    if unseen is None:
        return "right", lambda network: accuracy(network, seen, data.label, data.answers)
    return "accuracy", lambda network: accuracy(network, unseen, data.label_unseen, data.answers)


@dataclass(frozen=True)
class Gradient:
    """The gradient of the mean cost of many examples.

    Attributes
    ----------
    many
        The number of examples, N.
    C
        Their mean cost.
    dC_dW, dC_db
        By layer 1..L, (n_l, n_{l-1}) and (n_l,).
    """

    many: int
    C: float
    dC_dW: Mapping[int, Array]
    dC_db: Mapping[int, Array]

    @property
    def flat(self) -> Array:
        """All components in a row: W of layer 1, b of layer 1, W of layer 2, ..."""
        return vector(self.dC_dW, self.dC_db)

    @property
    def length(self) -> float:
        """Its Euclidean length."""
        return float(np.linalg.norm(self.flat))


def blocks(x: Array, network: Network) -> Iterator[slice]:
    """Part the examples x (N, n_0) into so many at a time that one core does them on the spot."""
    rows = int(np.clip(AT_ONCE // network.W[1].size, *AT_A_TIME))
    return (slice(start, start + rows) for start in range(0, len(x), rows))


def mean_gradient(network: Network, x: Array, y: Array) -> Gradient:
    """Average the gradients of the examples x (N, n_0) with the targets y (N, n_L), in float64."""
    network = network.astype("float64")
    C, dC_dW, dC_db = 0.0, {l: 0.0 * w for l, w in network.W.items()}, {l: 0.0 * b for l, b in network.b.items()}
    for some in blocks(x, network):
        back = backprop_many(network, x[some].astype(np.float64), y[some])
        part = len(back.C) / len(x)
        C += part * float(back.C.mean())
        for l in network.W:
            dC_dW[l] += part * back.mean_dC_dW[l]
            dC_db[l] += part * back.mean_dC_db[l]
    return Gradient(len(x), C, dC_dW, dC_db)
