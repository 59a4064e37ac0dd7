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
from scenes.nudges.sum_of_wishes import SumOfWishes, _Waves
from scenes.stage.rehearsal import rehearse
from scenes.stage.stage import TraceScene
from scenes.story.story import all_scenes
from tests.scenes.inspection import false_pictures, strays


def test_the_audit_finds_a_false_number(trace: Trace) -> None:
    found: list[str] = []

    def falsify(scene: TraceScene, beat: str) -> None:
        picture = next(p for p in quantities(scene.staged()) if hasattr(p, "spec"))
        reading = picture.reading
        assert reading is not None
        picture.reading = Reading(float(reading) + 0.5, reading.key, reading.index, reading.sign)
        found.extend(false_pictures(scene, trace))

    rehearse(SumOfWishes, trace, lambda scene, beat: falsify(scene, beat) if beat == "the_total" else None)
    assert any("not the trace's" in fault for fault in found)


def test_the_audit_finds_a_picture_that_is_drawn_wrong(trace: Trace) -> None:
    found: list[str] = []

    def stretch(scene: TraceScene, beat: str) -> None:
        if beat == "the_total":
            assert isinstance(scene, SumOfWishes)
            scene.total.bars[0].stretch(1.1, 0)
            found.extend(false_pictures(scene, trace))

    rehearse(SumOfWishes, trace, stretch)
    assert any(fault.startswith("Bar of dC_da") for fault in found)


def test_the_sum_of_wishes_is_the_gradient(any_trace: Trace) -> None:
    """The column shown at the end of N9 is -dC/da of the layer before the last, at that step."""
    shown: dict[int, float] = {}

    def measure(scene: TraceScene, beat: str) -> None:
        if beat == "the_total":
            assert isinstance(scene, SumOfWishes)
            for k, bar in zip(scene.column.indices, scene.total.bars, strict=True):
                shown[k] = bar.shown()

    rehearse(SumOfWishes, any_trace, measure)
    gradient = any_trace[f"dC_da{any_trace.L - 1}"][0, 0]
    assert shown
    assert shown == pytest.approx({k: -gradient[k] for k in shown}, abs=1e-9)


def test_the_running_sum_really_runs(trace: Trace) -> None:
    """While wishes arrive, what is shown after each output's is the sum of those so far, and in between on the way."""
    seen: dict[int, np.ndarray] = {}
    between: list[tuple[int, float, np.ndarray]] = []

    class Watched(SumOfWishes):
        def arrive(self, j: int, share: float) -> None:
            super().arrive(j, share)
            shown = np.array([bar.shown() for bar in self.total.bars])
            if share == 1:
                seen[j] = shown
            between.append((j, share, shown))

        def the_total(self) -> None:
            waves = _Waves(self, 1.0, 0.4)
            for alpha in np.linspace(0, 1, 40):
                waves.interpolate_mobject(alpha)
            super().the_total()

    rehearse(Watched, trace)
    weights, delta = trace["W3"][0], trace["delta3"][0, 0]
    sums = np.cumsum(-weights * delta[:, None], axis=0)
    assert list(seen) == list(range(len(sums)))
    assert np.allclose(list(seen.values()), sums, atol=1e-9)
    assert len({share for _, share, _ in between}) > 20
    for j, share, shown in between:
        before = sums[j - 1] if j else 0 * sums[0]
        assert np.allclose(shown, before + share * (sums[j] - before), atol=1e-9)


def test_a_wish_on_its_way_is_drawn_as_it_is_asked(trace: Trace) -> None:
    """In every moment what travels from an output are its wishes, along its edges, and nothing else is seen of them."""
    asked = -trace["W3"][0] * trace["delta3"][0, 0][:, None]
    found: list[np.ndarray] = []

    def look(scene: TraceScene, beat: str) -> None:
        assert isinstance(scene, SumOfWishes)
        found.append(np.array([comets.shown() for comets in scene.comets]))
        for j, comets in enumerate(scene.comets):
            ends = [scene.edges.end_points(j, k) for k in range(len(comets.ends))]
            assert np.allclose(comets.start, ends[0][1])
            assert np.allclose(comets.ends, [start for start, _ in ends])

    rehearse(SumOfWishes, trace, look)
    assert np.allclose(found, asked, atol=1e-9)


@pytest.mark.parametrize("scene_class", all_scenes())
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
        if beat == "the_total":
            scene.add(Words("0.5 of it", scene.theme), ImageMobject(np.zeros((2, 2), dtype=np.uint8)))
            found.extend(strays(scene))

    rehearse(SumOfWishes, trace, stray)
    assert found == ["ImageMobject shows no reading", "'0.5 of it' has a number without a reading"]
