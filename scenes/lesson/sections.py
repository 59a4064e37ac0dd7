"""A lesson's own sections beside the recipe: how it looks, what it tells, what comes out."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from netsim.recipe.recipe import Recipe
from netsim.recipe.section import Name, Section

Format = Literal["film", "html", "pptx", "pdf", "stills", "storyboard", "handout"]
AUTHOR = "Nudge"  # of decks and papers, where nothing else is said
COMMAND = "command"
ENGINES = ("espeak-ng", "piper", COMMAND)
Names = Annotated[tuple[Name, ...], Field(strict=False, max_length=1000)]


class Look(Section):
    """[look]: colours, captions and speed."""

    theme: Name = Field(
        "dark",
        description="a bundled theme's name, or a theme file (.toml: colours, sizes, font, times) beside the lesson",
    )
    captions: bool = Field(True, description="whether what is said stands in the picture too")
    aspect: Literal["16:9", "16:10", "4:3", "1:1", "9:16"] = Field("16:9", description="width to height of the picture")
    scale: float = Field(1.0, ge=1, le=2, description="how many times as large as the theme has it all type is")
    pace: float = Field(1.0, ge=0.25, le=4, description="2 is twice as fast, 0.5 takes twice as long")
    logo: Name = Field("", description="a picture beside the lesson (.svg, .png, .jpg) that stands right of the title")
    footer: Name = Field("", max_length=200, description="a line in the lower margin: University of X · 2026")


class Story(Section):
    """[story]: what is told; where nothing is chosen, the short film of the essentials."""

    chapters: Names = Field((), description="chapters that are told whole: descent, nudges, calculus; or all")
    scenes: Names = Field((), description="scenes that are told, by class name, in this order")
    beats: Names = Field((), description="beats that are told: an idea such as N4, or OutputNudges.the_wishes")
    leave_out: Names = Field((), description="chapters, scenes, ideas or beats that are not told")
    opens: Name = Field("", description="a scene that is told first in its chapter, before its card")
    example: int = Field(0, ge=0, le=99, description="which of the followed examples the scenes show, counted from 0")
    step: int = Field(
        0, ge=0, le=10**12, description="after how many updates the scenes look at the network; 0 is untouched"
    )
    scenes_file: Name = Field("", description="a Python file beside the lesson with scenes of your own")

    language: Name = Field(
        "en",
        min_length=2,
        description="the language of all that is said: en, or a translation of yours beside the lesson, such as fr.ftl",
    )
    words: Name = Field("", description="a file of messages beside the lesson that say something otherwise")

    @property
    def has_words(self) -> bool:
        """Whether it says anything in other words than the story's, or in another language."""
        return bool(self.words or self.scenes_file or self.language != "en")

    @property
    def chooses(self) -> bool:
        """Whether it chooses what is told; if not, that is the short film."""
        return any((self.chapters, self.scenes, self.beats))

    @property
    def names_something(self) -> bool:
        """Whether it names anything that must be looked for among the scenes."""
        return self.chooses or any((self.leave_out, self.opens, self.scenes_file))


class Voice(Section):
    """[voice]: what is heard: recordings, or an engine that speaks, and music under it."""

    folder: Name = Field(
        "",
        description="a folder beside the lesson with recordings, one a beat: N4-the_wishes.wav; those in another "
        "language lie in a folder of it there: de/N4-the_wishes.wav",
    )
    engine: Name = Field(
        "",
        description="what speaks beats without a recording: espeak-ng, piper, or a command with {text} and {out}",
    )
    speaker: Name = Field("", description="espeak-ng: a voice, such as en-us; piper: its voice file (.onnx)")
    breath: float = Field(0.6, ge=0, le=10, description="seconds of quiet after each beat's voice")
    music: Name = Field("", description="a file beside the lesson that is heard under the film, softer under the voice")

    @property
    def speaks(self) -> bool:
        """Whether anything is said aloud."""
        return bool(self.folder or self.engine)

    @model_validator(mode="after")
    def _check_engine(self) -> Self:
        """Make sure that there is such an engine, and that it has what it needs."""
        name, _, line = self.engine.partition(" ")
        if name not in ("", *ENGINES) or (line and name != COMMAND):
            raise ValueError(f"engine = {self.engine!r}, expected {', '.join(ENGINES)} {{text}} {{out}}")
        if name == COMMAND and not ("{text}" in line and "{out}" in line):
            raise ValueError(f"engine = {self.engine!r}, expected {{text}} and {{out}} in it, a sentence and a file")
        if name == "piper" and not self.speaker:
            raise ValueError("engine = 'piper' needs a voice file, expected speaker = 'en_GB-alba-medium.onnx' or so")
        return self


class Output(Section):
    """[output]: which files come out of it, and where."""

    formats: tuple[Format, ...] = Field(("film",), strict=False, description="what is made of the lesson")
    subtitles: Names = Field((), description='languages of subtitles that a film carries beside its own: ["es"]')
    quality: Literal["draft", "hd", "full", "4k"] = Field("hd", description="how many pixels and frames a second")
    folder: Name = Field("out", min_length=1, description="where it goes, as seen from where the command is called")
    intro: Name = Field("", description="a film beside the lesson that comes before it, with its sound; a deck's first")
    outro: Name = Field("", description="the same, after it; a deck's last slide")
    template: Name = Field(
        "", description="a .pptx or .potx beside the lesson, whose master slides for PowerPoint have"
    )
    layout: Name = Field("", description="which of the template's layouts; empty: the one with a title")
    author: Name = Field(
        AUTHOR, min_length=1, description="whose decks and handouts are, as their files say of themselves"
    )

    @model_validator(mode="after")
    def _check_layout(self) -> Self:
        """Make sure that a layout is one of something."""
        if self.layout and not self.template:
            raise ValueError(f"layout = {self.layout!r} is one of a template's, expected template = 'university.pptx'")
        return self


class Plan(Recipe):
    """All sections of a lesson file: a recipe, and what is made of its trace."""

    look: Look = Look()
    story: Story = Story()
    voice: Voice = Voice()
    output: Output = Output()
