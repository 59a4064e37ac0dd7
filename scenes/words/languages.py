"""Languages: folders of messages in ``assets/words``, and a translator's own file or folder, laid over English."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from babel import Locale, UnknownLocaleError

from netsim.border.nearest import nearest
from scenes.words.files import WordsError, words_in

ENGLISH = "en"


@dataclass(frozen=True)
class Language:
    """A language in which all is said.

    Attributes
    ----------
    tag
        What it is called on the web and by Babel (BCP 47): ``de``, ``pt-BR``.
    files
        Its files of messages, in the order in which they are laid over English.
    brought
        Whether they are a translator's own, and not those that come along.
    """

    tag: str
    files: tuple[Path, ...]
    brought: bool = False

    @property
    def locale(self) -> Locale:
        """How numbers are written in it."""
        return locale_of(self.tag)

    @property
    def written(self) -> int:
        """When the last of its files was written; 0 for those that come along, which do not change."""
        return max((path.stat().st_mtime_ns for path in self.files), default=0) if self.brought else 0

    def texts(self) -> list[tuple[str, str]]:
        """Return what each file is called in errors, and its text.

        Raises
        ------
        WordsError
            If a file of a translator's own cannot be read.
        """
        if self.brought:
            return [(str(path), words_in(path, "language names a translation")) for path in self.files]
        return [(f"assets/words/{path.parent.name}/{path.name}", path.read_text("utf-8")) for path in self.files]


def locale_of(tag: str) -> Locale:
    """Return how numbers are written in a language."""
    return Locale.parse(tag, sep="-")


def base_of(tag: str) -> str:
    """Return the tag of a language without its region: ``de`` of ``de-AT``."""
    return tag.partition("-")[0]


def in_english(tag: str) -> str:
    """Return what a language is called in English; its tag where nobody knows."""
    return locale_of(tag).english_name or tag


def own_name(tag: str) -> str | None:
    """Return what a language calls itself; None where nobody knows."""
    return locale_of(tag).language_name


def is_path(language: str) -> bool:
    """Whether a language is named by a file or a folder of messages, and not by its tag."""
    return language.endswith(".ftl") or "/" in language or "\\" in language


@cache
def folders() -> dict[str, Path]:
    """Return the folders of the languages that come along, by tag."""
    words = Path(str(files("assets") / "words"))
    return {place.name: place for place in sorted(words.iterdir()) if any(place.glob("*.ftl"))}


def language_of(name: str) -> Language:
    """Return a language by its tag, or by a file or folder of messages that is called by its tag: ``fr.ftl``, ``fr/``.

    A tag with a region, ``de-AT``, is the language with that region's numbers.

    Raises
    ------
    WordsError
        If there is no such language.
    """
    if is_path(name):
        return _brought(Path(name))
    if not _is_tag(name) or (base := base_of(name)) not in folders():
        raise WordsError(f"language = {name!r}: there are no words in it{_meant(name)}, expected {_expected()}.")
    places = [folders()[one] for one in dict.fromkeys((base, name)) if one in folders()]
    return Language(name, tuple(path for place in places for path in sorted(place.glob("*.ftl"))))


def tag_of(path: Path) -> str:
    """Return the language of a translation, by the name of its file or folder.

    Raises
    ------
    WordsError
        If that is no tag of a language.
    """
    tag = path.name.removesuffix(".ftl")
    if not _is_tag(tag):
        raise WordsError(
            f"language = {str(path)!r}: {tag!r} is no tag of a language, expected a name such as fr.ftl or pt-BR.ftl."
        )
    return tag


def _brought(path: Path) -> Language:
    where = f"language = {str(path)!r}:"
    if not path.exists():
        raise WordsError(f"{where} there is no such file or folder; `nudge words --missing {path.name}` begins one.")
    tag = tag_of(path)
    found = (path,) if path.is_file() else tuple(sorted(path.glob("*.ftl")))
    if not found:
        raise WordsError(f"{where} there are no files of messages (.ftl) in that folder.")
    return Language(tag, found, brought=True)


def _is_tag(name: str) -> bool:
    try:
        locale_of(name)
    except (ValueError, UnknownLocaleError):
        return False
    return "." not in name  # Babel takes what follows a dot for an encoding, and would let fr.txt pass


def _expected() -> str:
    known = [f"{tag} ({own_name(tag)})" for tag in folders()]
    return f"{', '.join(known)}, or a translation of yours such as fr.ftl"


def _meant(name: str) -> str:
    """Ask whether the nearest language was meant, whether it is called by its tag or by its name."""
    names = {called: tag for tag in folders() for called in (tag, own_name(tag) or tag, in_english(tag))}
    close = nearest(name, names)
    return f" (did you mean {names[close]!r}?)" if close else ""
