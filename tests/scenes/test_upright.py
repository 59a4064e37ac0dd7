"""The short film has room on a phone that is held upright, and in a square."""

from __future__ import annotations

import pytest

from scenes.camera.configured import configured
from scenes.descent.one_dial import OneDial
from scenes.nudges.back_again import BackAgain
from scenes.nudges.sum_of_wishes import SumOfWishes
from scenes.stage.formats import FORMATS
from scenes.stage.rehearsing.inspection import misplaced
from scenes.stage.rehearsing.rehearsal import rehearse
from scenes.stage.stage import TraceScene
from scenes.story.story import ESSENTIALS
from tests.scenes.conftest import SMALL, recorded

#: Each in one of the two: what stacks, and what does not.
ASPECTS = [(scene, ("9:16", "1:1")[i % 5 == 4], "2-3-2") for i, scene in enumerate(ESSENTIALS)]
#: And what has left the stage on other networks, once.
OTHERS = [(BackAgain, "1:1", "4-8-8-3"), (SumOfWishes, "9:16", "gelu"), (OneDial, "9:16", "4-8-8-3")]
EACH = [*ASPECTS, *OTHERS]


@pytest.mark.parametrize(("scene", "aspect", "name"), EACH, ids=[f"{s.__name__}-{a}-{name}" for s, a, name in EACH])
def test_a_scene_has_room_in_it(scene: type[TraceScene], aspect: str, name: str) -> None:
    found: dict[str, list[str]] = {}

    def look(shown: TraceScene, beat: str) -> None:
        found[beat] = misplaced(shown)

    with configured(dict(SMALL.of(aspect).frame)):
        rehearse(scene, recorded(name), look, frame=FORMATS[aspect])
    assert found
    assert {beat: faults for beat, faults in found.items() if faults} == {}
