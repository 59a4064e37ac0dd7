"""Faces: the family that words are set in, and the one that has letters which that family has not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from scenes.look.roles import ThemeError, families

FONT = "New Computer Modern"  # of words and numbers, unless a theme says otherwise
MATHS = "New Computer Modern Math"
#: Families with Chinese letters, best first: a class may be called by them in a lesson of any language.
CHINESE = (
    "Noto Serif CJK SC",
    "Source Han Serif SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Songti SC",
    "PingFang SC",
    "Microsoft YaHei",
    "SimSun",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
)
#: What a family of Latin letters sets within Chinese: all but the marks that both have, save the dots of a cut name.
_LATIN = r'regex("[^\u{00B7}\u{2013}\u{2014}\u{2018}\u{2019}\u{201C}\u{201D}\u{2025}\u{2027}\u{2E3A}]")'


@dataclass(frozen=True)
class Face:
    """What words are set in.

    Attributes
    ----------
    words
        The family of words and numbers.
    others
        Families that have the letters which it has not.
    latin
        Whether it sets Latin letters alone, so that marks which both have are those of the other's language.
    """

    words: str = FONT
    others: tuple[str, ...] = ()
    latin: bool = False

    @property
    def code(self) -> str:
        """The families as Typst's list of fonts."""
        return self._listed(f'(name: "{self.words}", covers: {_LATIN})' if self.latin else f'"{self.words}"')

    @property
    def maths(self) -> str:
        """The families of mathematics, as Typst's list of fonts."""
        return self._listed(f'"{MATHS}"')

    def _listed(self, first: str) -> str:
        named = [f'"{name}"' for name in self.others]
        return f"({', '.join([first, *named])},)"


@lru_cache(maxsize=64)
def face_of(words: str, needed: Sequence[str] = ()) -> Face:
    """Return the face of a theme's family in a language.

    Parameters
    ----------
    needed
        Families that have the language's letters, best first; none if the theme's family has them.

    Raises
    ------
    ThemeError
        If none of these is here.
    """
    here = families()
    if not needed or words in needed:
        return Face(words, tuple(name for name in CHINESE if name in here and name != words)[:1])
    found = [name for name in needed if name in here]
    if not found:
        raise ThemeError(
            f"the letters of this language need a font that is not here: {', '.join(needed)}; install one of these "
            "(Debian and Ubuntu: fonts-noto-cjk), or name another as .fonts of the message language in story.words."
        )
    return Face(words, (found[0],), latin=True)
