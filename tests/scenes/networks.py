"""The lessons that every scene is audited and laid out on: small, quick to record, and far apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from netsim import Dataset, Feature, Given, Recipe, Recorder, Trace, record
from netsim.beforehand import given_of
from netsim.data.answering import answering
from netsim.data.sources import load_dataset
from netsim.recorder.told import dataset_of
from tests.netsim.answering import four_rows, houses
from tests.netsim.recorder.by_hand import run, told

LETTERS = (
    *("Alfa", "Bravo", "Charlie", "Delta", "Echo", "Foxtrot", "Golf", "Hotel", "India", "Juliett", "Kilo", "Lima"),
    *("Mike", "November", "Oscar", "Papa", "Quebec", "Romeo", "Sierra", "Tango", "Uniform", "Victor", "Whiskey"),
    *("X-ray", "Yankee", "Zulu"),
)
KINDS = ("setosa", "versicolor", "virginica")
#: What the inputs of clouds are called: short and long names, one of two words, whole numbers and small ones.
MEASURED = (
    Feature("sepal_length_cm", 5.84, 0.83, decimals=1),
    Feature("a name that has no room beside any neuron", -120.0, 31.0, decimals=0),
    Feature("site=Great Rocky Island", kind="choice", decimals=0),
    Feature("mg", 0.004, 0.0007, decimals=4),
    Feature("altitude", 1240.0, 310.0, decimals=0),
    Feature("x", decimals=2),
)


@dataclass(frozen=True)
class Plan:
    """What is trained on what: a network before it is recorded."""

    recipe: Recipe
    data: Dataset

    @property
    def learns(self) -> bool:
        """Whether it is trained for longer than the few steps that most take."""
        return self.recipe.training.epochs > 1

    @cached_property
    def given(self) -> Given:
        """What is plainly given of it."""
        return given_of(self.recipe, self.data)

    def record(self) -> Trace:
        """Record its trace."""
        return record(self.recipe, self.data)


@dataclass(frozen=True)
class Elsewhere(Plan):
    """What another program trained: a loop in plain numpy, of which a few steps are kept, and its rule is not told."""

    @cached_property
    def given(self) -> Given:
        """What is plainly given of it."""
        return replace(super().given, rule="unknown", elsewhere=True)

    def record(self) -> Trace:
        """Record its trace."""
        recorder = Recorder(**told(features=("length", "width", "height", "weight"), follow=("blue",)))
        for step, weights, gradients, batch in run(30):
            if step in (0, 1, 2, 5, 10, 20, 30):
                recorder.keep(step, weights, gradients, batch)
        return recorder.trace()


def default() -> Plan:
    """784-16-16-10 on the bundled digits: the default lesson."""
    return Plan(Recipe(), load_dataset(Recipe().data))


def xor() -> Plan:
    """2-3-2 on the exclusive or, with tanh all through: activations below zero."""
    return planned(toy("xor"), hidden=[3], activation="tanh", output="tanh")


def single() -> Plan:
    """2-1-3 on the spiral: one hidden neuron."""
    return planned(toy("spiral"), hidden=[1])


def wide() -> Plan:
    """784-32-16-10 on some of the digits: a column that is abbreviated."""
    return planned(digits(), hidden=[32, 16])


def thousand() -> Plan:
    """784-1000-10: a layer of a thousand."""
    return planned(digits(60), hidden=[1000], steps=[0])


def clouds() -> Plan:
    """4-8-8-3 on three clouds of points, softmax with the quadratic cost: three classes with names."""
    return planned(cloud(4, KINDS), hidden=[8, 8], output="softmax")


def deep() -> Plan:
    """3-6-6-6-6-6-6-3: six hidden layers."""
    return planned(cloud(3, KINDS), hidden=[6] * 6)


def letters() -> Plan:
    """6-12-26 with long names: more outputs than a column has room for."""
    return planned(cloud(6, LETTERS), hidden=[12])


def entropy() -> Plan:
    """784-16-10, softmax and cross-entropy: only the label has a wish."""
    return planned(digits(), hidden=[16], output="softmax", cost="cross_entropy", eta=0.1)


def rectified() -> Plan:
    """784-16-16-10 with ReLU, cross-entropy on sigmoid outputs."""
    return planned(digits(), hidden=[16, 16], activation="relu", cost="cross_entropy", eta=0.02)


def saturated() -> Plan:
    """784-16-16-10 that starts with weights N(0, 1): outputs near 0 and 1, flat slopes."""
    return planned(digits(), hidden=[16, 16], init="normal", seed=3)


def trained() -> Plan:
    """784-16-10 after it has learned: small wishes."""
    return planned(digits(400), hidden=[16], epochs=40, steps=[3200])


def table() -> Plan:
    """2-5-2 from a CSV file, outputs ReLU: some are dead, others beyond 1."""
    rng = np.random.default_rng(2)
    rows = [f"{a:.3f},{b:.3f},{'spam' if a * b > 0 else 'letter'}" for a, b in rng.normal(size=(80, 2))]
    with TemporaryDirectory() as folder:
        (Path(folder) / "mail.csv").write_text("\n".join(["links,length,kind", *rows]), "utf-8")
        plan = Recipe.from_dict({"data": {"name": "csv", "path": "mail.csv", "scale": "standard"}})
        data = load_dataset(plan.data, Path(folder))
    return planned(data, hidden=[5], output="relu", eta=0.02)


def gelus() -> Plan:
    """4-6-6-3, GELU all through, with half the quadratic cost: slopes above 1 and below 0."""
    return planned(cloud(4, KINDS), hidden=[6, 6], activation="gelu", output="gelu", cost="half_quadratic", eta=0.1)


def leaky() -> Plan:
    """784-16-10, leaky ReLU all through, with the mean of the squares: no neuron is quite dead."""
    plan = {"activation": "leaky_relu", "output": "leaky_relu", "cost": "mean_quadratic"}
    return planned(digits(), hidden=[16], eta=0.05, **plan)


def adam() -> Plan:
    """5-7-3 that Adam trains: each step is made of moments, and of the gradient only by them."""
    return planned(cloud(5, KINDS), hidden=[7], activation="tanh", eta=0.05, rule="adam")


def elsewhere() -> Plan:
    """4-5-3 on three clouds of named inputs, tanh, softmax and cross-entropy, trained by another program."""
    known = told()
    data = dataset_of(*(known[name] for name in ("x", "y", "x_unseen", "y_unseen", "classes")))
    plan = {"hidden": [5], "activation": "tanh", "output": "softmax", "cost": "cross_entropy"}
    return Elsewhere(Recipe.from_dict({"network": plan, "training": {"epochs": 1}}), data)


def one_output() -> Plan:
    """2-2-1, the classic: the four rows of the exclusive or, a single output, nothing held out."""
    return planned(four_rows(), hidden=[2], activation="tanh", outputs=1, seed=3)


def numbers() -> Plan:
    """4-6-2: two numbers of a house by four of its features, tanh and straight outputs."""
    return planned(houses(), hidden=[6], activation="tanh", output="identity", eta=0.1)


#: By name; none is made before it is asked for.
NETWORKS: dict[str, Callable[[], Plan]] = {
    "784-16-16-10": default,
    "2-3-2": xor,
    "2-1-3": single,
    "784-32-16-10": wide,
    "784-1000-10": thousand,
    "4-8-8-3": clouds,
    "six-hidden": deep,
    "26-classes": letters,
    "softmax": entropy,
    "relu": rectified,
    "saturated": saturated,
    "trained": trained,
    "csv": table,
    "gelu": gelus,
    "leaky-relu": leaky,
    "adam": adam,
    "elsewhere": elsewhere,
    "one-output": one_output,
    "numbers": numbers,
}


def planned(
    data: Dataset,
    *,
    epochs: int = 1,
    eta: float = 0.5,
    rule: str = "sgd",
    steps: list[int] | None = None,
    **network: Any,
) -> Plan:
    """Plan a short run."""
    tables = {
        "training": {"epochs": epochs, "eta": eta, "rule": rule},
        "network": network,
        "record": {"steps": steps or []},
    }
    recipe = Recipe.from_dict(tables)
    return Plan(recipe, answering(data, recipe.network))


def toy(name: str) -> Dataset:
    """A toy set."""
    return load_dataset(Recipe.from_dict({"data": {"name": name}}).data)


def digits(many: int = 200) -> Dataset:
    """The first of the bundled digits."""
    data = load_dataset(Recipe().data)
    return replace(data, x=data.x[:many], label=data.label[:many])


def cloud(inputs: int, classes: tuple[str, ...]) -> Dataset:
    """Points around a centre for each class, six of each to learn from and three unseen."""
    rng = np.random.default_rng(5)
    label = np.arange(9 * len(classes)) % len(classes)
    x = rng.normal(size=(len(classes), inputs))[label] + 0.4 * rng.normal(size=(len(label), inputs))
    features = MEASURED[:inputs]
    if inputs == len(MEASURED):
        features = tuple(replace(one, kind="number") for one in features)
    else:
        x[:, 2] = x[:, 2] > 0
    seen = 6 * len(classes)
    return Dataset("clouds", x[:seen], label[:seen], x[seen:], label[seen:], classes, features=features)
