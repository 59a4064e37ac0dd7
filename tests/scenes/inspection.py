"""What an inspector looks for at the end of a beat: false pictures, and misplaced ones."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from manim import ImageMobject

from netsim import Trace
from scenes.camera.cells import Cells
from scenes.mobjects.amounts.quantity import Quantity, quantities
from scenes.mobjects.type.spoken import Spoken
from scenes.stage.beats import Beat
from scenes.stage.rehearsing.inspection import Seen, misplaced
from scenes.stage.rehearsing.shown_numbers import shown_numbers, written_on
from scenes.stage.stage import END, TraceScene
from scenes.stage.telling import Said
from scenes.studio.print.called import called
from scenes.words.languages import ENGLISH
from scenes.words.messages import Messages
from scenes.words.numbers import Fact
from scenes.words.sentence import Sentence
from tests.scenes.camera.compare import otherwise, unlike
from tests.scenes.motion import Watch, stands_in
from tests.scenes.said.audit import false_words
from tests.scenes.second_language import GREEK, english, greek, words_on


def false_pictures(scene: TraceScene, trace: Trace) -> list[str]:
    """Return a sentence for each picture on stage that does not show what the trace holds."""
    faults = []
    for picture in quantities(scene.staged()):
        if picture.reading is None:
            faults.append(f"{type(picture).__name__} shows no reading")
        elif not stands_in(trace, picture.reading):
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


def has_name(number: str) -> bool:
    """Whether a lecturer's notes have words for a number, and no array's name, which is English."""
    return called(number, Messages.load("de")) not in (number, number.rpartition("/")[2].replace("_", " "))


class Heard(Messages):
    """The messages of a language, which note every sentence and label that they say."""

    def __init__(self, language: str = ENGLISH) -> None:
        vars(self).update(vars(greek() if language == GREEK else Messages.load(language)))
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
    english: dict[str, set[str]] = field(default_factory=dict)

    nameless: dict[str, list[str]] = field(default_factory=dict)

    language: str = ENGLISH
    joins_otherwise: float | None = None
    came_back: dict[str, list[str]] = field(default_factory=dict)

    photographed: bool = False
    painted_otherwise: dict[str, float] = field(default_factory=dict)

    moving: dict[str, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.heard, self.watch = Heard(self.language), Watch(self.trace)

    @property
    def told(self) -> tuple[Beat, ...]:
        """The beats that can be told of the trace."""
        return self.scene_class.beats_for(self.trace.given)

    def look(self, scene: TraceScene, beat: str) -> None:
        """Inspect a beat's last picture, and all that was said up to it."""
        labels = [fault for said in self.heard.told() for fault in false_words(said, self.trace, of_picture=True)]
        self.pictures[beat] = len(list(quantities(scene.staged())))
        self.false[beat] = [*false_pictures(scene, self.trace), *strays(scene), *labels]
        self.came_back[beat] = self.watch.came_back(scene.staged())
        self.moving[beat] = self.watch.told()
        self.misplaced[beat] = misplaced(scene)
        self.nameless[beat] = [name for name, _ in shown_numbers(written_on(scene.staged())) if not has_name(name)]
        self.english[beat] = english(words_on(scene), self.trace) if self.language == GREEK else set()
        seen = Seen(scene)
        pixels = 1080 / min(scene.format.width, scene.format.height)  # of a scene unit, at full
        self.sizes[beat] = {seen.em(line) * pixels for line in seen.lines}
        background, like = scene.theme.of("background"), scene.viewpoint.camera
        if self.photographed:
            self.painted_otherwise[beat] = otherwise(scene.mobjects, background, like)

    def hear(self, scene: TraceScene) -> None:
        """Note what was said, and look at the picture that is handed over at its end."""
        self.spoken = scene.spoken
        if self.scene_class.closes_with is not None and scene.closes:
            self.came_back[END] = self.watch.came_back(scene.staged())
            background, like = scene.theme.of("background"), scene.viewpoint.camera
            self.joins_otherwise = unlike(scene.staged(), [self.scene_class.closes_with(scene)], background, like)
