"""At the end of each beat nothing leaves the frame, no text overlaps text, and each keeps its zone."""

from __future__ import annotations

from netsim import Trace
from scenes.mobjects.type.typeset import Words
from scenes.nudges.sum_of_wishes import SumOfWishes
from scenes.stage.rehearsing.inspection import misplaced
from scenes.stage.rehearsing.rehearsal import rehearse
from scenes.stage.stage import TraceScene


def test_the_layout_test_finds_an_overlap(trace: Trace) -> None:
    found: list[str] = []

    def disturb(scene: TraceScene, beat: str) -> None:
        if beat == "all_speak":
            assert isinstance(scene, SumOfWishes)
            line = Words("over the name", scene.theme).move_to(scene.hero.network.class_name(scene.hero.label))
            scene.add(line, Words("outside", scene.theme).move_to((7, 0, 0)))
            found.extend(misplaced(scene))

    rehearse(SumOfWishes, trace, disturb)
    assert any("overlaps" in fault for fault in found)
    assert any("leaves the frame" in fault for fault in found)
