"""Every value shown, in every beat of every scene, is the trace's."""

from __future__ import annotations

import re

import numpy as np
import pytest
from manim import ImageMobject

from netsim import Reading, Trace
from netsim.figures.registry import held
from scenes.mobjects.amounts.quantity import quantities
from scenes.mobjects.type.typeset import Words
from scenes.nudges.sum_of_wishes import SumOfWishes
from scenes.stage.rehearsing.rehearsal import rehearse
from scenes.stage.stage import TraceScene
from tests.scenes.cover import told_of_images
from tests.scenes.inspection import false_pictures, strays


def test_the_audit_finds_a_false_number(trace: Trace) -> None:
    found: list[str] = []

    def falsify(scene: TraceScene, beat: str) -> None:
        picture = next(p for p in quantities(scene.staged()) if hasattr(p, "spec"))
        reading = picture.reading
        assert reading is not None
        picture.reading = Reading(float(reading) + 0.5, reading.key, reading.index, reading.sign)
        found.extend(false_pictures(scene, trace))

    rehearse(SumOfWishes, trace, lambda scene, beat: falsify(scene, beat) if beat == "agree_and_quarrel" else None)
    assert any("not the trace's" in fault for fault in found)


def test_the_audit_finds_a_picture_that_is_drawn_wrong(trace: Trace) -> None:
    found: list[str] = []

    def stretch(scene: TraceScene, beat: str) -> None:
        if beat == "all_speak":
            assert isinstance(scene, SumOfWishes)
            scene.wishes.total.bars[0].stretch(1.1, 0)
            found.extend(false_pictures(scene, trace))

    rehearse(SumOfWishes, trace, stretch)
    assert any(fault.startswith("Bar of dC_da") for fault in found)


@pytest.mark.parametrize("scene_class", told_of_images())
def test_numbers_in_captions_are_readings(scene_class: type[TraceScene], trace: Trace) -> None:
    """A number in a caption stands there by a name that the trace fills in, never typed by hand."""
    for beat in scene_class.beats():
        typed = re.sub(r"\{[^}]*\}", "", beat.template)
        assert not re.search(r"\d*\.\d+", typed), beat
    for fact in scene_class.facts(trace).values():
        assert not isinstance(fact, float)
        assert not isinstance(fact, Reading) or held(trace, fact)


def test_the_audit_finds_a_number_and_an_image_without_a_reading(trace: Trace) -> None:
    found: list[str] = []

    def stray(scene: TraceScene, beat: str) -> None:
        if beat == "all_speak":
            scene.add(Words("0.5 of it", scene.theme), ImageMobject(np.zeros((2, 2), dtype=np.uint8)))
            found.extend(strays(scene))

    rehearse(SumOfWishes, trace, stray)
    assert found == ["ImageMobject shows no reading", "'0.5 of it' has a number without a reading"]
