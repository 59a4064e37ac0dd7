"""The handout: what is told, beat by beat, and a worked example by hand, as exercise or solution, for print."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from io import BytesIO
from itertools import groupby
from pathlib import Path

import numpy as np
import typst

from netsim import Trace
from netsim.exhibits.calculus.worked import worked_version
from scenes.lesson.lesson import ASSETS, Lesson, LessonError
from scenes.look.theme import Theme
from scenes.stage.formats import STAGE, WIDE
from scenes.stage.speaking import sizes_of
from scenes.stage.stage import TraceScene
from scenes.stage.stated_values import numbers_in, on_paper
from scenes.story.told import Part
from scenes.studio.film.clips.quality import Quality
from scenes.studio.film.stills import Still, draw_stills
from scenes.studio.print.by_hand import by_hand_in
from scenes.studio.print.worksheet import worksheet
from scenes.words.messages import Messages

TEMPLATE = ASSETS / "handout" / "handout.typ"
#: Print: the stage of a picture this large is 80 mm wide at 400 dots an inch.
QUALITY = Quality("print", 1280, 720, 30)


@dataclass(frozen=True)
class Handout:
    """What a handout is made of.

    Attributes
    ----------
    name
        The lesson's name.
    trace
        The lesson's record, which the stills were drawn from.
    words
        What is said, on stage and on paper.
    stills
        The pictures of the beats that are told, drawn in the theme and without captions.
    worked
        Arrays of the `worked/` group: the trace's, or another version's.
    version
        Which version of the exercise this is: the seed of its network.
    solutions
        Whether the numbers are filled in.
    """

    name: str
    trace: Trace
    words: Messages
    stills: Sequence[Still]
    theme: Theme
    worked: Mapping[str, np.ndarray]
    version: int
    solutions: bool

    def content(self) -> dict[str, object]:
        """Return everything that is printed, as plain values."""
        scenes = [
            {"title": scene.titled(self.words), "beats": list(beats)} for scene, beats in self._beats_by_scene().items()
        ]
        trained = {"sizes": sizes_of(self.trace), "data": str(self.trace.header["data"])}
        version = {"version": str(self.version)}
        return {
            "language": self.words.language,
            "title": self.words.say("handout", {}),
            "lesson": self.name,
            "about": self.words.say("handout", trained, "about"),
            "version": self.words.say("handout", version, "solutions" if self.solutions else "version"),
            "solutions": self.solutions,
            "colours": asdict(self.theme.colour),
            "scenes": scenes,
            "sheet": worksheet(self.worked, self.trace.squares).as_json(),
            "by_hand": by_hand_in(self.words, self.worked, self.theme, self.solutions),
        }

    def pdf(self) -> bytes:
        """Set the handout; the same content gives the same bytes."""
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder)
            (place / "handout.typ").write_bytes(TEMPLATE.read_bytes())
            (place / "content.json").write_text(json.dumps(self.content()), "utf-8")
            for i, still in enumerate(self.stills):
                (place / _picture_name(i)).write_bytes(_stage_of(still))
            return bytes(typst.compile(place / "handout.typ", format="pdf", ignore_system_fonts=True))

    def _beats_by_scene(self) -> dict[type[TraceScene], list[dict[str, object]]]:
        """Return what is printed of each beat; a formula only where it first stands."""
        found: dict[type[TraceScene], list[dict[str, object]]] = {}
        for scene, stills in groupby(enumerate(self.stills), key=lambda numbered: numbered[1].scene):
            known: set[str] = set()
            said = scene.sentences(self.trace, self.words)
            for i, still in stills:
                formulas = [formula for formula in still.formulas if formula not in known]
                known |= set(formulas)
                # Formulas with numbers in them say those of the words too.
                stated = "." in "".join(formulas)
                sentence = said[still.beat.name]
                beat: dict[str, object] = {
                    "id": still.beat.id,
                    "picture": _picture_name(i),
                    "says": still.says,
                    "words": on_paper(sentence, self.theme),
                    "formulas": formulas,
                    "numbers": [] if stated else list(numbers_in(sentence, self.trace, self.words)),
                }
                found.setdefault(scene, []).append(beat)
        return found


def _picture_name(i: int) -> str:
    return f"beat-{i}.png"


def _stage_of(still: Still) -> bytes:
    """Return a still's stage, without title and caption band, as PNG."""
    image, file = still.image, BytesIO()
    unit = image.height / WIDE.height
    top, bottom = (round((WIDE.height / 2 - y) * unit) for y in (STAGE.top, STAGE.bottom))
    image.crop((0, top, image.width, bottom)).save(file, "PNG")
    return file.getvalue()


def handout_of(
    lesson: Lesson, parts: Sequence[Part], trace: Trace, theme: Theme, seed: int | None, solutions: bool
) -> Handout:
    """Draw the stills of a lesson's beats and put its handout together.

    Parameters
    ----------
    seed
        Draws the network of another version of the exercise; None for the one that the lesson records.

    Raises
    ------
    LessonError
        If the lesson records no worked example and no seed asks for another.
    """
    plan = lesson.recipe.record
    if seed is None and not trace.has("worked"):
        raise LessonError(
            f"{lesson.path}: the handout shows the exhibit 'worked', which the trace does not have; "
            "record it anew, or choose a version with --seed."
        )
    words = lesson.words()
    worked = trace if seed is None else worked_version(seed, plan.worked_steps, trace.squares.name)
    stills = list(draw_stills(parts, trace, QUALITY, theme, words, captions=False))
    version = plan.worked_seed if seed is None else seed
    return Handout(lesson.name, trace, words, stills, theme, worked, version, solutions)
