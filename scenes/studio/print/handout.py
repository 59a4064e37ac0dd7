"""The handout: what is told, beat by beat, and a worked example by hand, as exercise or solution, for print."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby
from pathlib import Path

import numpy as np

from netsim import Described, Trace
from netsim.exhibits.calculus.worked import worked_version
from netsim.exhibits.registry import whole
from netsim.trace.given import rule_of
from netsim.trace.header import worked_as_planned
from scenes.lesson.errors import LessonError
from scenes.lesson.lesson import ASSETS, Lesson
from scenes.look.theme import Theme
from scenes.stage.rehearsing.stated_values import numbers_in, on_paper
from scenes.stage.speaking import sizes_of
from scenes.stage.stage import TraceScene
from scenes.story.told import Part
from scenes.studio.film.clips.quality import Quality
from scenes.studio.film.stills import Still, draw_stills
from scenes.studio.print.by_hand import by_hand_in
from scenes.studio.print.typesetting import typeset
from scenes.studio.print.worksheet.sheet import worksheet
from scenes.words.messages import Messages

TEMPLATE = ASSETS / "handout" / "handout.typ"
#: Print: the stage of a picture this large is 80 mm wide at 400 dots an inch.
QUALITY = Quality("print", 1280, 720, 30)


@dataclass(frozen=True)
class Exercise:
    """The worked example that is calculated by hand.

    Attributes
    ----------
    worked, network
        Arrays of the `worked/` group, the trace's or another version's; and what is true of its network.
    plainer
        Whether its rule, plain gradient descent, is another than that of the lesson's training.
    version
        Which version this is: the seed of its network; None where the lesson gives all numbers.
    """

    worked: Mapping[str, np.ndarray]
    network: Described
    plainer: bool
    version: int | None


@dataclass(frozen=True)
class Handout:
    """What a handout is made of.

    Attributes
    ----------
    name, author
        The lesson's name, and whose it is.
    trace
        The lesson's record, which the stills were drawn from; None where the exercise alone is printed.
    words
        What is said, on stage and on paper.
    stills
        The pictures of the beats that are told, drawn in the theme and without captions.
    exercise
        The worked example.
    solutions
        Whether the numbers are filled in.
    """

    name: str
    author: str
    trace: Trace | None
    words: Messages
    stills: Sequence[Still]
    theme: Theme
    exercise: Exercise
    solutions: bool

    def content(self) -> dict[str, object]:
        """Return everything that is printed, as plain values."""
        worked, network, version = self.exercise.worked, self.exercise.network, self.exercise.version
        said = {"version": str(version), "solutions": "yes" if self.solutions else "no"}
        kind = "given" if version is None else "solutions" if self.solutions else "version"
        return {
            "language": self.words.language,
            "point": self.words.manner.point,
            "font": {"words": self.theme.face.code, "maths": self.theme.face.maths},
            "title": self.words.say("handout", {}),
            "author": self.author,
            "lesson": self.name,
            "version": self.words.say("handout", said, kind).strip(),
            "solutions": self.solutions,
            "logo": self.theme.imprint.name,
            "footer": self.theme.imprint.footer,
            "colours": asdict(self.theme.colour),
            "story": None if self.trace is None else self._story(self.trace),
            "sheet": worksheet(worked, network, self.words).as_json(),
            "by_hand": by_hand_in(self.words, worked, network, self.exercise.plainer, self.theme, self.solutions),
        }

    def _story(self, trace: Trace) -> dict[str, object]:
        """Return what is printed of what is told."""
        scenes = [
            {"title": scene.titled(self.words), "beats": list(beats)}
            for scene, beats in self._beats_by_scene(trace).items()
        ]
        trained = {"sizes": sizes_of(trace), "data": str(trace.header["data"])}
        return {"about": self.words.say("handout", trained, "about"), "scenes": scenes}

    def pdf(self) -> bytes:
        """Set the handout; the same content gives the same bytes."""
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder)
            self.theme.imprint.copy_into(place)
            for i, still in enumerate(self.stills):
                (place / _picture_name(i)).write_bytes(still.stage)
            return typeset(TEMPLATE, self.content(), place)

    def _beats_by_scene(self, trace: Trace) -> dict[type[TraceScene], list[dict[str, object]]]:
        """Return what is printed of each beat; a formula only where it first stands."""
        found: dict[type[TraceScene], list[dict[str, object]]] = {}
        for scene, stills in groupby(enumerate(self.stills), key=lambda numbered: numbered[1].scene):
            known: set[str] = set()
            for i, still in stills:
                formulas = [formula for formula in still.formulas if formula not in known]
                known |= set(formulas)
                # Formulas with numbers in them say those of the words too.
                stated = re.search(rf"\d{re.escape(self.words.manner.point)}\d", "".join(formulas)) is not None
                beat: dict[str, object] = {
                    "id": still.beat.id,
                    "picture": _picture_name(i),
                    "says": still.says,
                    "words": on_paper(still.sentence, self.theme),
                    "formulas": formulas,
                    "numbers": [] if stated else list(numbers_in(still.sentence, trace, self.words)),
                }
                found.setdefault(scene, []).append(beat)
        return found


def _picture_name(i: int) -> str:
    return f"beat-{i}.png"


def handout_of(
    lesson: Lesson, parts: Sequence[Part], trace: Trace | None, theme: Theme, seed: int | None, solutions: bool
) -> Handout:
    """Draw the stills of a lesson's beats and put its handout together.

    Parameters
    ----------
    trace
        The lesson's record; None for the exercise alone, for which nothing is trained.
    seed
        Draws what the lesson does not give of the exercise; None for the version that the lesson records.

    Raises
    ------
    LessonError
        If the lesson records no worked example and no seed asks for another, or gives all numbers and a seed does.
    RecipeError
        If the numbers of the exercise grow beyond all bounds.
    """
    words, exercise = lesson.words(), exercise_of(lesson, trace, seed)
    stills = [] if trace is None else list(draw_stills(parts, trace, QUALITY, theme, words, captions=False))
    return Handout(lesson.name, lesson.output.author, trace, words, stills, theme, exercise, solutions)


def exercise_of(lesson: Lesson, trace: Trace | None, seed: int | None) -> Exercise:
    """Return the version of the worked example that is printed: what the trace holds, or one that is drawn.

    The parameters are those of `handout_of`, and so is what it raises.
    """
    recipe, plan = lesson.recipe, lesson.recipe.worked
    if seed is not None and plan.complete:
        raise LessonError(
            f"--seed {seed}: [worked] in {lesson.path} gives all numbers of the exercise, so that there is no other "
            "version of it; leave --seed out, or some of the numbers."
        )
    if seed is None and trace is not None and "worked" not in whole(trace):
        raise LessonError(
            f"{lesson.path}: the handout shows the exhibit 'worked', which the trace does not have; "
            "record it anew, or choose a version with --seed."
        )
    plan = plan if seed is None else plan.model_copy(update={"seed": seed})
    version = None if plan.complete else plan.seed
    if seed is None and trace is not None:
        return Exercise(trace, trace.worked, trace.given.rule != "sgd", version)
    worked = worked_version(plan, recipe.network.cost)
    network = worked_as_planned(plan.sizes, plan.model_dump(), recipe.network.cost)
    return Exercise(worked, network, rule_of(recipe.training.model_dump()) != "sgd", version)
