"""Traces of several networks, each recorded once, for the tests of scenes."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import cache

import numpy as np
import pytest

from netsim import Dataset, Recipe, Trace, record
from scenes.rehearsal import rehearse
from scenes.stage import TraceScene
from scenes.story import all_scenes
from tests.scenes.inspection import Inspected

logging.getLogger("manim").setLevel(logging.ERROR)


def default() -> Trace:
    """784-16-16-10 on the bundled digits: the default lesson."""
    return record(Recipe())


def xor() -> Trace:
    """2-3-2 on the exclusive or."""
    return record(Recipe.from_dict({"network": {"hidden": [3]}, "data": {"name": "xor"}, "training": {"epochs": 5}}))


def wide() -> Trace:
    """784-32-16-10 on the bundled digits: a column that is abbreviated."""
    return record(Recipe.from_dict({"network": {"hidden": [32, 16]}, "training": {"epochs": 1}}))


def deep() -> Trace:
    """4-8-8-3 on three clouds of points: three classes with names."""
    rng = np.random.default_rng(5)
    label = np.arange(90) % 3
    x = rng.normal(size=(90, 4)) * 0.6 + np.eye(4)[label]
    data = Dataset("clouds", x[:60], label[:60], x[60:], label[60:], ("setosa", "versicolor", "virginica"))
    return record(Recipe.from_dict({"network": {"hidden": [8, 8]}, "training": {"epochs": 3}}), data)


NETWORKS: dict[str, Callable[[], Trace]] = {
    "784-16-16-10": default,
    "2-3-2": xor,
    "784-32-16-10": wide,
    "4-8-8-3": deep,
}


@cache
def recorded(name: str) -> Trace:
    """Return a network's trace."""
    return NETWORKS[name]()


@cache
def inspected(name: str, scene_class: type[TraceScene]) -> Inspected:
    """Rehearse a scene on a network's trace, once, and return all that was seen."""
    result = Inspected(recorded(name), scene_class)
    result.spoken = rehearse(scene_class, result.trace, result.look).spoken
    return result


@pytest.fixture(scope="session")
def trace() -> Trace:
    """The default lesson's trace."""
    return recorded("784-16-16-10")


@pytest.fixture(params=NETWORKS)
def any_trace(request: pytest.FixtureRequest) -> Trace:
    """Each network's trace in turn."""
    return recorded(request.param)


@pytest.fixture(
    params=[(name, scene) for name in NETWORKS for scene in all_scenes()],
    ids=lambda pair: f"{pair[1].__name__}-{pair[0]}",
)
def inspection(request: pytest.FixtureRequest) -> Inspected:
    """Each scene rehearsed on each network."""
    return inspected(*request.param)
