"""What a lesson names: files beside it, its theme and its language, found from its folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from netsim.border.opening import Unreadable, expanded
from netsim.recipe.one_sentence import shown
from scenes.lesson.errors import LessonError
from scenes.lesson.sections import Look, Output, Story

if TYPE_CHECKING:
    from scenes.look.theme import Theme
    from scenes.words.messages import Messages


class Named:
    """A lesson's file with the sections that name something beside it.

    Attributes
    ----------
    path
        The file.
    look, story, output
        Its sections of these names.
    """

    path: Path
    look: Look
    story: Story
    output: Output

    def words(self) -> Messages:
        """Return what is said: the messages of the lesson's language, and those of its own file laid over them.

        Raises
        ------
        WordsError
            If there is no such language or file, or a message is not well formed or uses what does not exist.
        """
        from scenes.words.messages import Messages

        return Messages.load(self.language_name(), self.words_file())

    def words_file(self) -> Path | None:
        """Return the path of the lesson's own file of messages; None if it has none."""
        return self.beside(self.story.words) if self.story.words else None

    def subtitles(self) -> tuple[Messages, ...]:
        """Return what is said in each language that the film has subtitles in, its own first.

        Raises
        ------
        WordsError
            If there is no such language.
        """
        from scenes.words.languages import is_path
        from scenes.words.messages import Messages

        own = self.words()
        named = [str(self.beside(name)) if is_path(name) else name for name in self.output.subtitles]
        return (own, *(Messages.load(name) for name in dict.fromkeys(named) if name != own.source))

    def language_name(self) -> str:
        """Return what `Messages.load` calls the lesson's language: a tag, or the whole path of a translation."""
        from scenes.words.languages import is_path

        name = self.story.language
        return str(self.beside(name)) if is_path(name) else name

    def theme_name(self) -> str:
        """Return what `Theme.load` calls the lesson's theme: a bundled name, or a file's whole path."""
        name = self.look.theme
        return str(self.beside(name)) if name.endswith(".toml") else name

    def theme(self) -> Theme:
        """Return how it looks, at pace 1: its theme in its language and size of type, with its logo and footer.

        Raises
        ------
        ThemeError
            If there is no such theme, the logo cannot be read, or no font is here that has the language's letters.
        WordsError
            If there is no such language, or words cannot be said.
        """
        from scenes.look.imprint import Imprint
        from scenes.look.theme import Theme, ThemeError

        theme = Theme.load(self.theme_name()).at_scale(self.look.scale).in_manner(self.words().manner)
        try:
            return theme.imprinted(Imprint.of(self.logo_file(), self.look.footer))
        except ThemeError as error:
            raise ThemeError(f"{self.path}: {error}") from None

    def logo_file(self) -> Path | None:
        """Return the path of the lesson's logo; None if it has none."""
        return self.beside(self.look.logo) if self.look.logo else None

    def beside(self, name: str) -> Path:
        """Return the path of a file that the lesson names, seen from the lesson's folder.

        Raises
        ------
        LessonError
            If no file can have that name.
        """
        try:
            return (self.path.parent / expanded(name)).resolve()
        except (Unreadable, OSError, RuntimeError) as error:  # a circle of links is a RuntimeError of Python 3.12
            why = error if isinstance(error, Unreadable) else "leads round in a circle of links"
            raise LessonError(f"{self.path} names the file {shown(name)}, which {why}; write another name.") from None
