"""Traces of several networks, each recorded once, for the tests of scenes."""

from __future__ import annotations

import fcntl
import hashlib
import logging
import tempfile
from functools import cache
from pathlib import Path

import numpy as np
import pytest

import netsim
from netsim import Trace
from netsim.exhibits.descent import memory
from scenes.camera.configured import configured
from scenes.look.aspects import USUAL
from scenes.look.theme import Theme
from scenes.stage.chapters import CHAPTERS
from scenes.stage.formats import FORMATS
from scenes.stage.rehearsing.rehearsal import rehearse
from scenes.stage.stage import TraceScene
from scenes.story.story import all_scenes, scenes_of
from scenes.studio.film.clips.quality import Quality
from scenes.words.languages import ENGLISH
from tests.scenes import networks
from tests.scenes.cover import ALWAYS, framed_in, networks_of, scaled_in, shown_in, told_in
from tests.scenes.inspection import Inspected
from tests.scenes.networks import NETWORKS
from tests.studio.nursery import real_workers, workers_at_once  # noqa: F401

logging.getLogger("manim").setLevel(logging.ERROR)

SMALL = Quality("small", 480, 270, 15)

#: An experiment that trains anew twice, and for how many epochs: where it is not the point, and elsewhere.
EXPERIMENT, EPOCHS, WHOLE = memory.__name__, 5, memory.MOST_EPOCHS


@cache
def shelf() -> Path:
    """Return the folder of traces that this very engine recorded for these very networks, for all who test it."""
    digest = hashlib.sha256(np.__version__.encode())
    for path in sorted([*Path(netsim.__file__).parent.rglob("*.py"), Path(networks.__file__)]):
        digest.update(path.read_bytes())
    return Path(tempfile.gettempdir()) / f"nudge-test-traces-{digest.hexdigest()[:16]}"


@cache
def recorded(name: str) -> Trace:
    """Return a network's trace: recorded once for all the processes of a test run, and of those after it.

    Its experiments are whole, also where whoever asks first has short ones.
    """
    path = shelf() / f"{name}.npz"
    if not path.is_file():
        path.parent.mkdir(exist_ok=True)
        with path.with_suffix(".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)  # another process may be at it
            if not path.is_file():
                with pytest.MonkeyPatch.context() as patch:
                    patch.setattr(f"{EXPERIMENT}.MOST_EPOCHS", WHOLE)
                    NETWORKS[name]().record().save(path)
    return Trace.load(path)


@cache
def inspected(
    name: str,
    scene_class: type[TraceScene],
    theme: str = "dark",
    language: str = ENGLISH,
    aspect: str = USUAL,
    scale: float = 1.0,
) -> Inspected:
    """Rehearse a scene on a network's trace, once, and return all that was seen.

    It is shown in a theme, told in a language, framed in a format, with type so many times as large.
    """
    result = Inspected(recorded(name), scene_class, photographed=name == ALWAYS, language=language)
    with configured(dict(SMALL.of(aspect).frame)):
        scene = rehearse(
            scene_class,
            result.trace,
            result.look,
            words=result.heard,
            theme=Theme.load(theme).at_scale(scale),
            frame=FORMATS[aspect],
            on_the_way=result.watch,
            leads_on=scene_class.closes_with is not None,
        )
        result.hear(scene)
    return result


@pytest.fixture
def short_experiments(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let experiments that train anew be short: whole ones are recorded for the tests of what they show."""
    monkeypatch.setattr(f"{EXPERIMENT}.MOST_EPOCHS", EPOCHS)


@pytest.fixture(scope="session")
def trace() -> Trace:
    """The default lesson's trace."""
    return recorded("784-16-16-10")


@pytest.fixture(params=NETWORKS)
def any_trace(request: pytest.FixtureRequest) -> Trace:
    """Each network's trace in turn."""
    return recorded(request.param)


def told_of(*scenes: type[TraceScene]) -> pytest.MarkDecorator:
    """Let a test see `any_trace` of those networks alone that some scenes can be told of."""
    names = [name for name, plan in NETWORKS.items() if not any(scene.lacks(plan().given) for scene in scenes)]
    return pytest.mark.parametrize("any_trace", names, indirect=True)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Inspect each scene on its networks, one network after the other."""
    if "inspection" in metafunc.fixturenames:
        every = metafunc.config.getoption("every")
        scenes = {scene.__name__: scene for scene in all_scenes()}
        chosen = {name: on for chapter in CHAPTERS for name, on in networks_of(scenes_of(chapter), every).items()}
        params = [(name, scene) for name in NETWORKS for scene in scenes if name in chosen[scene]]
        told = [
            (
                name,
                scenes[scene],
                shown_in(name, on),
                told_in(name, scenes[scene], on),
                framed_in(name, on),
                scaled_in(name, on),
            )
            for name, scene in params
            for on in [chosen[scene]]
        ]
        ids = ["-".join([scene.__name__, name, *map(str, how)]) for name, scene, *how in told]
        metafunc.parametrize("inspection", told, ids=ids, indirect=True)


@pytest.fixture
def inspection(request: pytest.FixtureRequest) -> Inspected:
    """Each scene rehearsed on each of its networks."""
    return inspected(*request.param)
