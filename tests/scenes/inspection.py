"""What an inspector looks for at the end of a beat: false pictures and misplaced ones."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import combinations

import numpy as np
from manim import ImageMobject, Mobject

from netsim import Trace
from netsim.figures.registry import held
from scenes.camera.cells import Cells
from scenes.mobjects.amounts.quantity import Quantity, quantities
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.number import Readout
from scenes.mobjects.type.spoken import Spoken
from scenes.mobjects.type.typeset import Words
from scenes.stage.stage import Said, TraceScene
from scenes.stage.zones import Zone
from scenes.words.messages import Messages
from scenes.words.numbers import Fact
from scenes.words.sentence import Sentence
from tests.scenes.camera.compare import otherwise, unlike
from tests.scenes.said.audit import false_words

Box = tuple[float, float, float, float]
SLACK = 0.01


def box(mobject: Mobject) -> Box:
    """Return (left, bottom, right, top)."""
    points = mobject.get_all_points()
    low, high = points.min(axis=0), points.max(axis=0)
    return float(low[0]), float(low[1]), float(high[0]), float(high[1])


def visible(mobject: Mobject) -> bool:
    """Whether any part of a mobject can be seen."""
    parts = mobject.family_members_with_points()
    return any(part.get_fill_opacity() > 0.02 or part.get_stroke_opacity() > 0.02 for part in parts)


def texts(mobjects: list[Mobject]) -> list[Mobject]:
    """Return the lines of type among mobjects, whole: a number inside a formula is the formula's."""
    found: list[Mobject] = []
    for mobject in mobjects:
        if isinstance(mobject, Words | Spoken | Formula | Readout):
            found += [mobject] if visible(mobject) else []
        else:
            found += texts(mobject.submobjects)
    return found


def inside(inner: Box, zone: Zone) -> bool:
    """Whether a box lies in a zone."""
    return (
        inner[0] >= zone.left - SLACK
        and inner[1] >= zone.bottom - SLACK
        and inner[2] <= zone.right + SLACK
        and inner[3] <= zone.top + SLACK
    )


def overlap(one: Box, two: Box) -> float:
    """Return the shared extent of two boxes: the smaller of width and height, 0 if they are apart."""
    width = min(one[2], two[2]) - max(one[0], two[0])
    height = min(one[3], two[3]) - max(one[1], two[1])
    return max(0.0, min(width, height))


def name_of(mobject: Mobject) -> str:
    """Return what a line of type says."""
    return str(mobject.__dict__.get("sentence") or mobject.__dict__.get("text") or mobject.__dict__.get("source"))


def misplaced(scene: TraceScene) -> list[str]:
    """Return a sentence for everything that leaves its zone, and for text that overlaps text."""
    staged, zones = scene.staged(), scene.format
    parts = [part for mobject in staged for part in mobject.family_members_with_points()]
    lines = texts(staged)
    return [
        *[
            f"{type(part).__name__} leaves the frame: {rounded(part)}"
            for part in parts
            if not inside(box(part), zones.frame)
        ],
        *[
            f"{name_of(line)!r} leaves the stage: {rounded(line)}"
            for line in lines
            if not inside(box(line), zones.stage)
        ],
        *[f"the title leaves its zone: {rounded(m)}" for m in scene.heading if not inside(box(m), zones.title)],
        *[f"the caption leaves its zone: {rounded(m)}" for m in scene.caption if not inside(box(m), zones.caption)],
        *overlaps(lines),
        *overlaps(list(scene.heading)),
    ]


def overlaps(lines: list[Mobject]) -> list[str]:
    """Return a sentence for each pair of lines of type that overlap."""
    return [
        f"{name_of(one)!r} overlaps {name_of(two)!r}: {rounded(one)}, {rounded(two)}"
        for one, two in combinations(lines, 2)
        if overlap(box(one), box(two)) > SLACK
    ]


def rounded(mobject: Mobject) -> list[float]:
    """Return a box for a sentence."""
    return [round(edge, 2) for edge in box(mobject)]


def false_pictures(scene: TraceScene, trace: Trace) -> list[str]:
    """Return a sentence for each picture on stage that does not show what the trace holds."""
    faults = []
    for picture in quantities(scene.staged()):
        if picture.reading is None:
            faults.append(f"{type(picture).__name__} shows no reading")
        elif not held(trace, picture.reading):
            faults.append(f"{picture.reading.key}{picture.reading.index} is not the trace's")
        elif not agrees(picture):
            faults.append(f"{type(picture).__name__} of {picture.reading.key} shows {picture.shown()}")
    return faults


def strays(scene: TraceScene) -> list[str]:
    """Return a sentence for each image or decimal number on stage that no picture of a quantity owns."""
    owned = {id(part) for picture in quantities(scene.staged()) for part in picture.get_family()}
    parts = [part for mobject in scene.staged() for part in mobject.get_family()]
    images = [part for part in parts if isinstance(part, ImageMobject | Cells) and id(part) not in owned]
    words = [str(part.__dict__.get("sentence", "")) for part in parts if not isinstance(part, Spoken)]
    return [
        *[f"{type(image).__name__} shows no reading" for image in images],
        *[f"{said!r} has a number without a reading" for said in words if re.search(r"\d\.\d", said)],
    ]


def agrees(picture: Quantity) -> bool:
    """Whether what a picture shows is its reading, to its rounding (NaN: drawn as a hairline)."""
    assert picture.reading is not None
    shown, value = np.asarray(picture.shown()), np.asarray(picture.reading.value)
    value = np.abs(value) if picture.signless else value
    seen = ~np.isnan(shown)
    return bool(np.all(np.abs(shown - value)[seen] <= picture.rounding + 1e-9))


class Heard(Messages):
    """The messages of English, which note every sentence and label that they say."""

    def __init__(self) -> None:
        vars(self).update(vars(Messages.load()))
        self._heard: list[Sentence] = []

    def say(self, name: str, facts: Mapping[str, Fact], attribute: str = "") -> Sentence:
        """Say a message, and note it."""
        self._heard.append(super().say(name, facts, attribute))
        return self._heard[-1]

    def told(self) -> list[Sentence]:
        """Return what was said since this was last asked."""
        told, self._heard = self._heard, []
        return told


@dataclass
class Inspected:
    """What one rehearsal showed, beat by beat."""

    trace: Trace
    scene_class: type[TraceScene]
    spoken: list[Said] = field(default_factory=list)
    pictures: dict[str, int] = field(default_factory=dict)
    false: dict[str, list[str]] = field(default_factory=dict)
    misplaced: dict[str, list[str]] = field(default_factory=dict)
    sizes: dict[str, set[float]] = field(default_factory=dict)

    joins_otherwise: float | None = None

    photographed: bool = False
    painted_otherwise: dict[str, float] = field(default_factory=dict)

    heard: Heard = field(default_factory=lambda: Heard())

    def look(self, scene: TraceScene, beat: str) -> None:
        """Inspect a beat's last picture, and all that was said up to it."""
        labels = [fault for said in self.heard.told() for fault in false_words(said, self.trace, of_picture=True)]
        self.pictures[beat] = len(list(quantities(scene.staged())))
        self.false[beat] = [*false_pictures(scene, self.trace), *strays(scene), *labels]
        self.misplaced[beat] = misplaced(scene)
        self.sizes[beat] = {line.em for line in texts(scene.staged())}
        if self.scene_class.closes_with is not None and beat == self.scene_class.beats()[-1].name:
            self.joins_otherwise = unlike(
                scene.staged(), [self.scene_class.closes_with(scene)], scene.theme.of("background")
            )
        if self.photographed:
            self.painted_otherwise[beat] = otherwise(scene.mobjects, scene.theme.of("background"))
