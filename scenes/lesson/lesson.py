"""A lesson: the file that says what to train, what to record and what to tell."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Self

from netsim import Given, Recipe, RecipeError, Trace, record
from netsim.beforehand import LONGEST, SHORTER, given_of
from netsim.data.sources import outline_of
from scenes.lesson.errors import LessonError
from scenes.lesson.named import Named
from scenes.lesson.read_data import forget_data, read_data
from scenes.lesson.reading import looking_at, recipe_of, tables_in, told_by
from scenes.lesson.sections import Look, Output, Plan, Story, Voice

ASSETS = Path(__file__).resolve().parents[2] / "assets"
DEFAULT_LESSON = ASSETS / "lessons" / "default.toml"

Progress = Callable[[str, float], None]


@dataclass(frozen=True)
class Lesson(Named):
    """A parsed lesson file.

    Attributes
    ----------
    name
        What its film is called: the file's name without `.toml`.
    path
        The file.
    recipe
        Its sections [network], [data], [training] and [record], so that what [story] looks at is recorded.
    look, story, voice, output
        The sections of these names.
    exhibits
        What is taken apart of the run, by name: what the scenes that are told need; None for all that there is.
    drawn
        Whether it is to be drawn, so that its own file of scenes is run; to read a lesson is not to run it.
    patient
        Whether its training may take more than an hour.
    trace
        The file of a record that it is told of, instead of what it would train; None if it trains.
    recorded_in
        The language that its recordings and its speaker are for, as its file names it; None if that is the one that it
        is told in.
    """

    name: str
    path: Path
    recipe: Recipe
    look: Look = field(default_factory=Look)
    story: Story = field(default_factory=Story)
    voice: Voice = field(default_factory=Voice)
    output: Output = field(default_factory=Output)
    exhibits: tuple[str, ...] | None = None
    drawn: bool = False
    patient: bool = False
    trace: Path | None = None
    recorded_in: str | None = None

    @classmethod
    def load(cls, path: str | Path | None = None) -> Self:
        """Read a lesson file; None is the default lesson.

        Raises
        ------
        LessonError
            If the file cannot be read or is not TOML (the sentence names the line).
        RecipeError
            If a key or a value is impossible.
        """
        path = DEFAULT_LESSON if path is None else Path(path)
        return cls.of(tables_in(path), path)

    @classmethod
    def of(cls, tables: Mapping[str, object], path: Path = Path("lesson")) -> Self:
        """Make a lesson of its sections: `{"network": {"hidden": [8]}}`.

        Parameters
        ----------
        tables
            Sections by name, each a table of keys.
        path
            What it is called in errors; files that it names are looked for beside it, by default in the current folder.

        Raises
        ------
        LessonError, RecipeError
            As `load` does.
        """
        plan = Plan.from_dict(tables, where=str(path))
        return cls(path.stem, path, recipe_of(plan, path), plan.look, plan.story, plan.voice, plan.output)

    def telling(self, *chapters: str) -> Self:
        """Return the lesson with other chapters told than its file says; "all" are all of them."""
        chosen = {"chapters": chapters, "scenes": (), "beats": ()}
        return replace(self, story=self.story.model_copy(update=chosen))

    def of_record(self, path: Path) -> Self:
        """Return the lesson told of a record that lies in a file; its recipe is what that says of how it was made.

        Raises
        ------
        TraceError
            If the file cannot be read, or is no trace.
        LessonError
            If the story looks at another step than the first of the record.
        """
        trace = Trace.load(path)
        if self.story.step not in (0, int(trace.steps[0])):
            raise LessonError(
                f"{self.path}: story.step = {self.story.step}: {path} begins with step {trace.steps[0]}, which is what "
                "scenes look at; leave the line out, or record the trace anew."
            )
        name = path.stem if self.path == DEFAULT_LESSON else f"{self.name}-{path.stem}"
        return replace(self, name=name, trace=path, recipe=told_by(trace, self.recipe))

    def recording(self, exhibits: Collection[str]) -> Self:
        """Return the lesson with these exhibits recorded of it, and no others."""
        return replace(self, exhibits=tuple(sorted(set(exhibits))))

    def explaining(self, weight: str, step: int | None = None, example: int = 0) -> Self:
        """Return the lesson of which one weight is taken apart, and nothing else.

        Parameters
        ----------
        weight
            Its name, such as W3[2,7].
        step
            After how many updates; None is the first recorded step.
        example
            Which of the followed examples.

        Raises
        ------
        LessonError
            If there are not so many examples.
        """
        record = self.recipe.record.model_copy(update={"weight": weight})
        followed = max(len(record.follow), 1)
        if example >= followed:
            raise LessonError(
                f"--example {example}: {self.path} follows {followed} example{'' if followed == 1 else 's'}, "
                "expected a number below that; follow in [record] names more."
            )
        record = looking_at(record, step, example)
        return replace(self, recipe=self.recipe.model_copy(update={"record": record}), exhibits=("explained",))

    def in_theme(self, name: str) -> Self:
        """Return the lesson in another theme; a theme file is looked for from here, not from beside the lesson."""
        whole = str(Path(name).expanduser().resolve()) if name.endswith(".toml") else name
        return replace(self, look=self.look.model_copy(update={"theme": whole}))

    def in_language(self, name: str) -> Self:
        """Return the lesson told in another language; a translation's file is looked for from here."""
        from scenes.words.languages import is_path

        whole = str(Path(name).expanduser().resolve()) if is_path(name) else name
        story = self.story.model_copy(update={"language": whole})
        return replace(self, story=story, recorded_in=self.recorded_in or self.story.language)

    @property
    def own_language(self) -> str:
        """The tag of the language that its recordings and its speaker are for: the one that its file names."""
        from scenes.words.languages import is_path, tag_of

        name = self.recorded_in or self.story.language
        return tag_of(Path(name)) if is_path(name) else name

    def in_aspect(self, aspect: str) -> Self:
        """Return the lesson in another format of `FORMATS`."""
        return replace(self, look=self.look.model_copy(update={"aspect": aspect}))

    def given(self) -> Given:
        """Say what will plainly be given of the run; the data are read for that, unless it is known without.

        Raises
        ------
        RecipeError
            If they cannot be had.
        """
        plan = self.recipe.data
        try:
            return given_of(self.recipe, outline_of(plan) or read_data(plan, self.path.parent))
        except RecipeError as error:
            raise RecipeError(f"{self.path}: {error}") from None

    def record(self, progress: Progress | None = None) -> Trace:
        """Train and record what the lesson says; `progress` hears each phase and how much of it is done, 0..1.

        Raises
        ------
        RecipeError
            If the data cannot be had, or lacks what the recipe asks for.
        """
        try:
            longest = None if self.patient else LONGEST
            data = read_data(self.recipe.data, self.path.parent, progress)
            return record(self.recipe, data, progress, self.path.parent, self.exhibits, longest)
        except RecipeError as error:
            said, step = str(error), self.story.step
            if step:  # the recipe knows it as the first of its recorded steps
                said = said.replace(f"record.steps = {step}:", f"story.step = {step}:")
            if said.endswith(SHORTER):
                said = f"{said[:-1]}, or call it again with --yes."
            raise RecipeError(f"{self.path}: {said}") from None
        finally:
            forget_data()
