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
from scenes.stage.beats import Beat
from scenes.stage.stage import Said, TraceScene
from scenes.stage.zones import Zone
from scenes.words.messages import Messages
from scenes.words.numbers import Fact
from scenes.words.sentence import Sentence
from tests.scenes.camera.compare import otherwise, unlike
from tests.scenes.motion import Watch
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


class Seen:
    """How what stands on a scene's stage is seen in the frame now.

    Attributes
    ----------
    lines
        The lines of type of which anything is seen.
    """

    def __init__(self, scene: TraceScene) -> None:
        self._view, self._format, camera = scene.viewpoint, scene.format, scene.viewpoint.camera
        self._pinned = {part for whole in camera.pinned for part in whole.get_family()}
        self.away = camera.view != camera.home
        self.lines = [line for line in texts(scene.staged()) if self._meets_the_window(line)]

    def moves(self, mobject: Mobject) -> bool:
        """Whether a mobject is not where it is at home: the camera has moved, and it is not pinned."""
        return self.away and mobject not in self._pinned

    def box(self, mobject: Mobject) -> Box:
        """Return where a mobject is seen: (left, bottom, right, top)."""
        left, bottom, right, top = box(mobject)
        if not self.moves(mobject):
            return left, bottom, right, top
        zone = self._view.seen(Zone(left, right, bottom, top))
        return zone.left, zone.bottom, zone.right, zone.top

    def em(self, line: Mobject) -> float:
        """Return how large the type of a line is seen, in scene units at home."""
        return float(line.em) * (self._view.zoom if self.moves(line) else 1.0)

    def _meets_the_window(self, line: Mobject) -> bool:
        across, stage = self._format.width / 2, self._format.stage
        return not self.moves(line) or overlap(self.box(line), (-across, stage.bottom, across, stage.top)) > SLACK


def misplaced(scene: TraceScene) -> list[str]:
    """Return a sentence for everything that leaves its zone, and for text that overlaps text, as they are seen.

    What the camera is near to may run over the frame, but for type.
    """
    staged, zones, seen = scene.staged(), scene.format, Seen(scene)
    parts = [part for mobject in staged for part in mobject.family_members_with_points()]
    return [
        *[
            f"{type(part).__name__} leaves the frame: {rounded(box(part))}"
            for part in parts
            if not seen.moves(part) and not inside(box(part), zones.frame)
        ],
        *[
            f"{name_of(line)!r} leaves the stage: {rounded(seen.box(line))}"
            for line in seen.lines
            if not inside(seen.box(line), zones.stage)
        ],
        *[f"the title leaves its zone: {rounded(box(m))}" for m in scene.heading if not inside(box(m), zones.title)],
        *[
            f"the caption leaves its zone: {rounded(box(m))}"
            for m in scene.caption
            if not inside(box(m), zones.caption)
        ],
        *overlaps({line: seen.box(line) for line in seen.lines}),
        *overlaps({line: box(line) for line in scene.heading}),
    ]


def overlaps(lines: Mapping[Mobject, Box]) -> list[str]:
    """Return a sentence for each pair of lines of type whose boxes overlap."""
    return [
        f"{name_of(one)!r} overlaps {name_of(two)!r}: {rounded(at)}, {rounded(there)}"
        for (one, at), (two, there) in combinations(lines.items(), 2)
        if overlap(at, there) > SLACK
    ]


def rounded(box: Box) -> list[float]:
    """Return a box for a sentence."""
    return [round(edge, 2) for edge in box]


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
    moving: dict[str, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.watch = Watch(self.trace)

    @property
    def told(self) -> tuple[Beat, ...]:
        """The beats that can be told of the trace."""
        return self.scene_class.beats_for(self.trace.given)

    def look(self, scene: TraceScene, beat: str) -> None:
        """Inspect a beat's last picture, and all that was said up to it."""
        labels = [fault for said in self.heard.told() for fault in false_words(said, self.trace, of_picture=True)]
        self.pictures[beat] = len(list(quantities(scene.staged())))
        self.false[beat] = [*false_pictures(scene, self.trace), *strays(scene), *labels]
        self.moving[beat] = self.watch.told()
        self.misplaced[beat] = misplaced(scene)
        seen = Seen(scene)
        self.sizes[beat] = {seen.em(line) for line in seen.lines}
        background, like = scene.theme.of("background"), scene.viewpoint.camera
        if self.photographed:
            self.painted_otherwise[beat] = otherwise(scene.mobjects, background, like)

    def hear(self, scene: TraceScene) -> None:
        """Note what was said, and look at the picture that is handed over at its end."""
        self.spoken = scene.spoken
        if self.scene_class.closes_with is not None:
            background, like = scene.theme.of("background"), scene.viewpoint.camera
            self.joins_otherwise = unlike(scene.staged(), [self.scene_class.closes_with(scene)], background, like)
