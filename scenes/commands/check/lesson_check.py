"""What is wrong with a lesson, found before anything is trained: in its words, its theme, and on its stages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from netsim import RecipeError, Trace, TraceError
from netsim.stand_in import record_stand_in
from scenes.commands.broken import broken
from scenes.commands.planning.chosen import chosen
from scenes.commands.planning.trust import drawn
from scenes.lesson.errors import LessonError
from scenes.lesson.kept_traces import DEFAULT_WORK, kept_trace
from scenes.lesson.lesson import Lesson
from scenes.lesson.read_data import read_data
from scenes.look.theme import Theme, ThemeError
from scenes.stage.formats import FORMATS
from scenes.stage.heard.sounding import SoundError
from scenes.stage.imprinting import check_imprint
from scenes.stage.rehearsing.inspection import misplaced
from scenes.stage.rehearsing.rehearsal import rehearse
from scenes.stage.stage import TraceScene
from scenes.story.continued import may_lead_on
from scenes.story.outline import is_outline
from scenes.story.own_words import word_faults
from scenes.story.told import Part
from scenes.studio.film.around import ROLES, named
from scenes.studio.film.clips.quality import QUALITIES
from scenes.studio.film.stills import set_up
from scenes.studio.print.powerpoint.errors import TemplateError
from scenes.studio.print.powerpoint.own_template import check_template
from scenes.studio.voice.heard import Heard
from scenes.words.files import WordsError
from scenes.words.messages import Messages


class LessonCheck:
    """Looks a lesson through.

    Parameters
    ----------
    told_of
        The file of a record that it is told of; None if it trains.
    runs, trust
        Whether its own file of scenes is run, and whether that may lie anywhere.
    language
        In which it is told; None for its own.
    choice
        What of it is looked at: `names`, `chapters`, `whole`, as `chosen` takes them.
    tell
        Called with what is looked at.

    Attributes
    ----------
    scenes, beats
        How many were looked at.
    not_run
        The scenes of its own that were read alone.
    """

    def __init__(
        self,
        path: Path,
        told_of: Path | None,
        runs: bool,
        trust: bool,
        language: str | None,
        choice: Mapping[str, Any],
        tell: Callable[[str], None],
    ) -> None:
        self.path, self.told_of, self.runs, self.trust = path, told_of, runs, trust
        self.language, self.choice, self.tell = language, choice, tell
        self.scenes = self.beats = 0
        self.not_run: list[str] = []
        self._unsaid: set[str] = set()

    @property
    def verdict(self) -> str:
        """What is true of what was looked at, if no fault was found."""
        return "all of which can be said" if self.not_run else "all of which can be said, and have their place"

    def faults(self) -> Iterator[str]:
        """Find the faults, one sentence each: the scene and the beat, or the file and the line, and what mends it.

        Raises
        ------
        LessonError, RecipeError, TraceError
            If the lesson or the record cannot be read, or its file of scenes may not be run.
        click.BadParameter
            If the choice names a scene that there is not.
        """
        plan = self._read()
        try:
            words = plan.words()
            theme, fault = _theme_of(plan)
            yield from fault
            yield from self._said(plan)
            plan, parts = chosen(plan, **self.choice)
            yield from _unheard(plan, parts, words)
            yield from _not_to_be_had(plan)
            self.tell("Making a stand-in for the network")
            trace = self._trace(plan)
        except (LessonError, RecipeError, TraceError, WordsError) as error:
            yield str(error)
            return
        size = QUALITIES["draft"].of(plan.look.aspect)
        with set_up(size):
            for part in parts:
                self.scenes, self.beats = self.scenes + 1, self.beats + len(part.beats)
                if is_outline(part.scene):
                    self.not_run.append(part.scene.__name__)
                    continue
                self.tell(f"Looking at {part.scene.__name__}")
                yield from self._shown(
                    plan, part, trace, {"theme": theme, "words": words, "frame": FORMATS[size.aspect]}
                )

    def _read(self) -> Lesson:
        plan = Lesson.load(self.path)
        if self.told_of is not None:
            plan = plan.of_record(self.told_of)
        if self.language is not None:
            plan = plan.in_language(self.language)
        return drawn(plan, self.trust) if self.runs else plan

    def _said(self, plan: Lesson) -> Iterator[str]:
        """Find what is wrong with the lesson's own words."""
        for scene, fault in word_faults(plan) if plan.story.has_words else ():
            self._unsaid.add(scene)
            yield str(fault)

    def _trace(self, plan: Lesson) -> Trace:
        """Return the trace if it is there already, or else that of a stand-in."""
        try:
            return Trace.load(kept_trace(plan, DEFAULT_WORK))
        except TraceError:
            if plan.trace is not None:
                raise
        beside = plan.path.parent
        try:
            return record_stand_in(plan.recipe, read_data(plan.recipe.data, beside), beside, plan.exhibits)
        except RecipeError as error:
            raise RecipeError(f"{plan.path}: {error}") from None

    def _shown(self, plan: Lesson, part: Part, trace: Trace, look: Mapping[str, Any]) -> Iterator[str]:
        """Let a scene play through, and find what breaks, and what is misplaced at the end of its beats."""
        name, waiting = part.scene.__name__, [beat.name for beat in part.beats]
        found: set[str] = set()
        sentences: list[str] = []

        def seen(scene: TraceScene, beat: str) -> None:
            waiting.remove(beat)
            for fault in misplaced(scene):
                if fault not in found:
                    found.add(fault)
                    sentences.append(f"{name}.{beat}: {fault}")

        try:
            rehearse(part.scene, trace, seen, told=part.told, leads_on=may_lead_on(part), **look)
        except (Exception, SystemExit) as error:
            if not (isinstance(error, WordsError) and name in self._unsaid):
                own = plan.story.scenes_file
                where = ".".join([name, *waiting[:1]])
                sentences.append(broken(error, where, plan.beside(own) if own else None))
        yield from sentences


def _unheard(plan: Lesson, parts: Sequence[Part], words: Messages) -> Iterator[str]:
    """Find what keeps a lesson from being heard."""
    try:
        Heard.of(plan, parts, words)
    except SoundError as error:
        yield str(error)


def _not_to_be_had(plan: Lesson) -> Iterator[str]:
    """Find what [output] names and cannot be had: languages, films, a template."""
    films = [partial(named, plan, role) for role in ROLES]
    looks: list[Callable[[], object]] = [plan.subtitles, *films, partial(check_template, plan)]
    for look_for in looks:
        try:
            look_for()
        except (LessonError, TemplateError, WordsError) as error:
            yield str(error)


def _theme_of(plan: Lesson) -> tuple[Theme, list[str]]:
    """Return a lesson's theme, or the usual one and what is wrong with that."""
    try:
        theme = plan.theme()
        check_imprint(theme, FORMATS[plan.look.aspect])
        return theme, []
    except ThemeError as error:
        return Theme.load(), [str(error)]
