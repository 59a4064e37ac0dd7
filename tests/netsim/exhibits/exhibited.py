"""Runs for the tests of exhibits: a network, some examples and a star, without any training."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from netsim import Dataset, Network, Recipe, backprop
from netsim.exhibits.run import Run
from netsim.training import Step

#: Networks that differ in what their derivatives are made of: hidden activation, output, cost.
KINDS = [
    ("sigmoid", "sigmoid", "quadratic"),
    ("tanh", "tanh", "quadratic"),
    ("tanh", "softmax", "quadratic"),
    ("sigmoid", "softmax", "cross_entropy"),
    ("tanh", "sigmoid", "cross_entropy"),
    ("identity", "identity", "quadratic"),
]


def run_of(network: Network, data: Dataset, followed: int = 0, eta: float = 0.5) -> Run:
    """Make the run of a network that has not been trained, and would be on its first four examples next."""
    y = data.target(data.label)
    back = backprop(network, network.forward(data.x[:4]), y[:4])
    return Run(Recipe(), data, [Step(0, 0, True, network, back, eta)], followed)


def random_run(
    sizes: Sequence[int] = (4, 5, 3, 3),
    kind: tuple[str, str, str] = KINDS[0],
    many: int = 23,
    seed: int = 0,
) -> Run:
    """Make a random network and random examples, of which every input below a half is dark."""
    rng = np.random.default_rng(seed)
    network = Network.init(sizes, rng, *kind)
    return run_of(network, random_data(rng, sizes[0], sizes[-1], many), followed=many // 2)


def planned_run(**record: object) -> Run:
    """Make a run of which the recipe plans to record this; for exhibits that draw networks of their own."""
    return replace(random_run(), recipe=Recipe.from_dict({"record": record}))


def random_data(rng: np.random.Generator, inputs: int, classes: int, many: int) -> Dataset:
    """Draw examples 0..1 of so many classes in turn; of the inputs about half are 0, but not all of one example."""
    x = rng.random((many, inputs))
    x[(x < 0.5) & (x < x.max(axis=1, keepdims=True))] = 0
    label = np.arange(many) % classes
    return Dataset("random", x, label, x[:1], label[:1], tuple(f"class {i}" for i in range(classes)))


def nudged(network: Network, kind: str, l: int, place: tuple[int, ...], by: float) -> Network:
    """Give the network with one entry of W[l] or b[l] changed."""
    parts = {"W": dict(network.W), "b": dict(network.b)}
    parts[kind][l] = parts[kind][l].copy()
    parts[kind][l][place] += by
    return Network(parts["W"], parts["b"], network.hidden, network.output, network.cost)
