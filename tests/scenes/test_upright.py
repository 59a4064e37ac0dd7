"""The short film has room on a phone that is held upright, and in a square."""

from __future__ import annotations

import pytest
from manim import tempconfig

from scenes.stage.formats import FORMATS
from scenes.stage.rehearsing.inspection import misplaced
from scenes.stage.rehearsing.rehearsal import rehearse
from scenes.stage.stage import TraceScene
from scenes.story.story import ESSENTIALS
from tests.scenes.conftest import SMALL, recorded

#: Each in one of the two: what stacks, and what does not.
ASPECTS = [(scene, ("9:16", "1:1")[i % 5 == 4]) for i, scene in enumerate(ESSENTIALS)]


@pytest.mark.parametrize(("scene", "aspect"), ASPECTS, ids=[f"{s.__name__}-{aspect}" for s, aspect in ASPECTS])
def test_a_scene_of_the_short_film_has_room_in_it(scene: type[TraceScene], aspect: str) -> None:
    found: dict[str, list[str]] = {}

    def look(shown: TraceScene, beat: str) -> None:
        found[beat] = misplaced(shown)

    with tempconfig(dict(SMALL.of(aspect).frame)):
        rehearse(scene, recorded("2-3-2"), look, frame=FORMATS[aspect])
    assert found
    assert {beat: faults for beat, faults in found.items() if faults} == {}
