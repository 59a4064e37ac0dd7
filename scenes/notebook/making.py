"""The functions of a notebook: each trains what is not yet trained, draws what is not yet drawn, and shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from netsim import Trace
from netsim.border.files import fitting
from scenes.commands.planning.planned import alone, lesson_at, planned
from scenes.commands.planning.request import Request
from scenes.commands.planning.trust import output_of
from scenes.lesson.errors import LessonError
from scenes.lesson.kept_traces import trace_for
from scenes.lesson.lesson import Lesson
from scenes.notebook.by_manim import filmed
from scenes.notebook.cell import display_here
from scenes.notebook.lessons import Given, lesson_of
from scenes.notebook.refusals import in_one_sentence
from scenes.notebook.shown import Movie, Picture, Pictures
from scenes.stage.formats import FORMATS, WIDE
from scenes.stage.stage import TraceScene
from scenes.story.told import Part, only
from scenes.studio.film.clips.quality import QUALITIES, suffix
from scenes.studio.film.production import Production
from scenes.studio.film.stills import draw_stills

if TYPE_CHECKING:
    from scenes.studio.film.progress import Display

Named = str | type[TraceScene]
WIDTH = 720  # of what a cell shows, in pixels


@in_one_sentence
def trace(lesson: Given = None) -> Trace:
    """Train a lesson's network, once, and return all that is recorded of it.

    Parameters
    ----------
    lesson
        The path of its file, its sections (`{"network": {"hidden": [8]}}`), or None for the default lesson.

    Raises
    ------
    Refused
        One sentence, if the lesson or its data cannot be used.
    """
    plan = lesson_at(Request(lesson=lesson_of(lesson)))
    with display_here() as progress:
        return _recorded(plan, output_of(plan, None, trust=False) / ".work", progress)


@in_one_sentence
def still(
    name: Named,
    lesson: Given = None,
    *,
    quality: str = "hd",
    theme: str | None = None,
    aspect: str | None = None,
    captions: bool | None = None,
    width: int = WIDTH,
) -> Picture:
    """Draw one picture: a beat, complete and at rest; of what has several beats, the last.

    Parameters
    ----------
    name
        An idea (`"N9"`), a scene (`"OutputNudges"`), a beat (`"OutputNudges.the_wishes"`), or a `TraceScene`.
    lesson
        As `trace` takes it.
    quality
        draft, hd, full or 4k.
    theme, aspect, captions
        Otherwise than the lesson says: a theme's name or file, 16:9, 16:10, 4:3, 1:1 or 9:16, and whether what is said
        stands in the picture.
    width
        How wide the cell shows it, in pixels.

    Raises
    ------
    Refused
        One sentence, if there is nothing of that name, or the lesson cannot be used.
    """
    production = _planned(name, lesson, quality, theme, aspect, captions)
    last = production.parts[-1]
    beat = [one.name for one in last.scene.beats() if last.told is None or one.name in last.told][-1]
    [picture] = _drawn(replace(production, parts=(Part(last.scene, frozenset({beat})),)), width)
    return picture


@in_one_sentence
def stills(
    name: Named | None = None,
    lesson: Given = None,
    *,
    quality: str = "hd",
    theme: str | None = None,
    aspect: str | None = None,
    captions: bool | None = None,
    width: int = WIDTH,
) -> Pictures:
    """Draw a picture of every beat of an idea, a scene or a chapter; None is all that the lesson tells.

    The parameters are those of `still`.
    """
    return Pictures(tuple(_drawn(_planned(name, lesson, quality, theme, aspect, captions), width)))


@in_one_sentence
def film(
    name: Named | None = None,
    lesson: Given = None,
    *,
    quality: str = "draft",
    theme: str | None = None,
    aspect: str | None = None,
    captions: bool | None = None,
    width: int = WIDTH,
) -> Movie:
    """Film an idea, a scene, a beat or a chapter; None is all that the lesson tells.

    The film's file, with subtitles and a transcript beside it, lies where the command `nudge render` would put it.
    What was filmed before is not filmed again. The parameters are those of `still`.
    """
    production = _planned(name, lesson, quality, theme, aspect, captions)
    display = display_here()
    with display as progress:
        recorded = _recorded(production.lesson, production.work, progress)
    if isinstance(name, type) and name.__module__ == "__main__":
        return filmed(name, recorded, production, width)
    made = production.make(display)
    return Movie.of(made.path, made.seconds, width)


def _planned(
    name: Named | None, lesson: Given, quality: str, theme: str | None, aspect: str | None, captions: bool | None
) -> Production:
    """Plan what is named of a lesson."""
    for option, value, known in (("quality", quality, QUALITIES), ("aspect", aspect or WIDE.name, FORMATS)):
        if value not in known:
            raise LessonError(f"{option} = {value!r}: expected one of {', '.join(known)}.")
    plan = lesson_of(lesson)
    plan = plan if aspect is None else plan.in_aspect(aspect)
    if isinstance(name, type):
        return _of_one_scene(name, plan if theme is None else plan.in_theme(theme), quality, captions)
    shown = None if captions is None else "on" if captions else "off"
    if name is None:
        return planned(Request(lesson=plan, quality=quality, theme=theme, captions=shown))
    chosen = only(plan, name)
    chosen = chosen if chosen.story.chapters else alone(chosen)
    production = planned(Request(lesson=chosen, quality=quality, theme=theme, captions=shown))
    return replace(production, name=fitting(f"{plan.name}-{name}") + suffix(plan.look.aspect))


def _of_one_scene(scene: type[TraceScene], plan: Lesson, quality: str, captions: bool | None) -> Production:
    """Plan a scene that may be no part of the lesson's story."""
    plan, aspect = alone(lesson_at(Request(lesson=plan))), plan.look.aspect
    size, called = QUALITIES[quality].of(aspect), fitting(f"{plan.name}-{scene.__name__}") + suffix(aspect)
    shown = plan.look.captions if captions is None else captions
    return Production(plan, (Part(scene, None),), called, size, shown, output_of(plan, None, trust=False))


def _recorded(plan: Lesson, work: Path, progress: Display) -> Trace:
    """Record all exhibits at once: the next cell asks for another scene, and is not to train again."""
    return trace_for(replace(plan, exhibits=None), work, progress.training, progress.tell)


def _drawn(production: Production, width: int) -> Sequence[Picture]:
    """Draw the beats of a production."""
    with display_here() as progress:
        recorded = _recorded(production.lesson, production.work, progress)
    look = (production.quality, production.theme(), production.words(), production.captions)
    drawn = draw_stills(production.parts, recorded, *look)
    return [Picture(f"{one.scene.__name__}.{one.beat.name}", one.says, one.png, width) for one in drawn]
