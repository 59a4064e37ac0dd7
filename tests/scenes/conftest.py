"""Traces of several networks, each recorded once, for the tests of scenes."""

from __future__ import annotations

import logging
from functools import cache

import pytest

from netsim import Trace
from scenes.stage.rehearsal import rehearse
from scenes.stage.stage import TraceScene
from scenes.story.story import all_scenes
from tests.scenes.inspection import Inspected
from tests.scenes.networks import NETWORKS

logging.getLogger("manim").setLevel(logging.ERROR)


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


#: Exhibits whose numbers are the same whatever the lesson: they have networks of their own.
OF_THEIR_OWN = {"chain", "links", "several", "worked"}


def plays(name: str, scene: type[TraceScene]) -> bool:
    """Whether a scene is rehearsed on a network: one with numbers of its own only on two that differ in all else."""
    return not set(scene.needs) or not set(scene.needs) <= OF_THEIR_OWN or name in ("784-16-16-10", "2-3-2")


@pytest.fixture(
    params=[
        pytest.param((name, scene), id=f"{scene.__name__}-{name}")
        for name in NETWORKS
        for scene in all_scenes()
        if plays(name, scene)
    ],
)
def inspection(request: pytest.FixtureRequest) -> Inspected:
    """Each scene rehearsed on each network."""
    return inspected(*request.param)
