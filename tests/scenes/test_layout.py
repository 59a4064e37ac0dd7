"""At the end of each beat nothing leaves the frame, no text overlaps text, and each keeps its zone."""

from __future__ import annotations

from netsim import Trace
from scenes.mobjects.typeset import Words
from scenes.nudges.sum_of_wishes import SumOfWishes
from scenes.rehearsal import rehearse
from scenes.stage import TraceScene
from scenes.theme import Theme
from tests.scenes.inspection import Inspected, misplaced


def test_nothing_overlaps_or_leaves_its_zone(inspection: Inspected) -> None:
    assert {beat: found for beat, found in inspection.misplaced.items() if found} == {}


def test_no_type_is_smaller_than_20_pixels_at_1080p(inspection: Inspected) -> None:
    sizes = {size for found in inspection.sizes.values() for size in found}
    assert sizes
    assert min(sizes) * 135 >= 20


def test_captions_stand_long_enough_to_be_read(inspection: Inspected) -> None:
    pace = Theme.load().time.chars_per_second
    assert inspection.spoken
    for said in inspection.spoken:
        assert said.end - said.start >= len(said.text) / pace - 1e-6
    for one, two in zip(inspection.spoken, inspection.spoken[1:], strict=False):
        assert one.end <= two.start + 1e-6


def test_the_layout_test_finds_an_overlap(trace: Trace) -> None:
    found: list[str] = []

    def disturb(scene: TraceScene, beat: str) -> None:
        if beat == "one_opinion":
            assert isinstance(scene, SumOfWishes)
            line = Words("over the name", scene.theme).move_to(scene.names[scene.label])
            scene.add(line, Words("outside", scene.theme).move_to((7, 0, 0)))
            found.extend(misplaced(scene))

    rehearse(SumOfWishes, trace, disturb)
    assert any("overlaps" in fault for fault in found)
    assert any("leaves the frame" in fault for fault in found)
