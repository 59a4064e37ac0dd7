"""A deck for the browser: a page whose films lie in a folder beside it, or in the page itself."""

from __future__ import annotations

import html
import json
import shutil
from base64 import b64encode
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from manim_slides.config import PresentationConfig, SlideConfig
from manim_slides.convert import RevealJS

from netsim.border.files import workshop
from scenes.lesson.lesson import ASSETS
from scenes.stage.formats import WIDE
from scenes.studio.film.clips.quality import QUALITIES, Quality
from scenes.studio.film.clips.subtitles import as_vtt
from scenes.studio.ownership import Made
from scenes.studio.places import folder_beside
from scenes.studio.print.deck import About, Card
from scenes.studio.print.reveal_said import in_words
from scenes.words.messages import Messages

DECK = ASSETS / "deck"
TEMPLATE, REVEAL = DECK / "deck.html", DECK / "reveal"
SCRIPTS, STYLES = (REVEAL / "reveal.js", REVEAL / "notes.js", DECK / "deck.js"), (REVEAL / "reveal.css",)
LICENSE = REVEAL / "LICENSE"
SLIDE = QUALITIES["hd"]  # a slide in CSS pixels: 720p, in the format of the films
# Keys beside Reveal's own: their codes, what they are called, and what they do, by an attribute of the message `deck`.
KEYS = ((32, "SPACE", "toggle"), (82, "R", "again"), (36, "HOME", "home"))
CAPTIONS_KEY = (67, "C", "captions")


def write_html(
    cards: Sequence[Card],
    about: About,
    target: Path,
    made: Made,
    aspect: str = WIDE.name,
    *,
    captioned: bool,
    offline: bool,
) -> None:
    """Write a deck for the browser; without `offline`, its films and scripts lie in a folder beside it.

    Parameters
    ----------
    made
        Where it is noted that deck and folder are ours.
    aspect
        The format of the films.
    captioned
        Whether what is said stands in the picture; where it does not, a track shows it, and the key C hides that.
    offline
        One file that holds everything.
    """
    files, slide = folder_beside(target), SLIDE.of(aspect)
    with workshop(target) as folder:
        template = folder / "template.html"
        pictures = [_in_the_page(card.picture) if offline else f"{files.name}/{card.picture.name}" for card in cards]
        prelude = _prelude(cards, pictures, about, captioned, files.name)
        template.write_text(prelude + TEMPLATE.read_text("ascii"), "ascii")
        deck = folder / target.name
        converter = RevealJS(
            presentation_configs=[_presentation(cards, slide)],
            template=template,
            one_file=offline,
            assets_dir=files.name,
            cdn_url=files.name,
            width=slide.width,
            height=slide.height,
        )
        converter.convert_to(deck)
        if offline:
            deck.write_text(_inlined(deck.read_text("utf-8"), files.name, about.words), "utf-8")
        else:
            for path in (*STYLES, LICENSE, *(card.picture for card in cards)):
                shutil.copy(path, folder / files.name)
            for path in SCRIPTS:
                (folder / files.name / path.name).write_text(in_words(path, about.words), "utf-8")
            _put_beside(folder / files.name, files, made)
        made.check([target])
        made.note(target, deck)
        deck.replace(target)


def _put_beside(draft: Path, files: Path, made: Made) -> None:
    """Let the finished folder of a deck take the place of the one before, in one step: two decks made together do."""
    made.check([files])
    for path in draft.iterdir():
        made.note(files / path.name, path)
    with suppress(FileNotFoundError):
        files.replace(draft.with_name("before"))
    draft.replace(files)


def _presentation(cards: Sequence[Card], slide: Quality) -> PresentationConfig:
    slides = [SlideConfig(file=card.video, rev_file=card.video, notes=card.notes, dedent_notes=False) for card in cards]
    return PresentationConfig(slides=slides, resolution=(slide.width, slide.height))


def _prelude(cards: Sequence[Card], pictures: Sequence[str], about: About, captioned: bool, folder: str) -> str:
    """Write what the template says of the slides beyond what the converter knows, as one assignment in its language."""
    keys = KEYS if captioned else (*KEYS, CAPTIONS_KEY)

    def say(what: str) -> str:
        return _ascii(str(about.words.say("deck", {"folder": folder}, what)))

    deck = {
        "title": _ascii(about.title),
        "author": _ascii(about.author),
        "lang": about.words.language,
        "language": _ascii(about.words.name),
        "background": about.theme.colour.background,
        "ink": about.theme.colour.ink,
        "captioned": captioned,
        "frame": 1 / cards[0].fps,
        "bindings": [{"code": code, "name": key, "act": act, "does": say(act)} for code, key, act in keys],
        "missing": say("missing"),
        "scripts": [path.name for path in SCRIPTS],
        "cards": _told(cards, pictures, captioned),
    }
    return f"{{% set deck = {json.dumps(deck)} %}}\n"


def _told(cards: Sequence[Card], pictures: Sequence[str], captioned: bool) -> list[dict[str, object]]:
    """Return what the template says of each slide, its texts as HTML."""
    return [
        {
            "key": _ascii(card.key),
            "title": _ascii(card.title),
            "alt": _ascii(card.alt),
            "says": _ascii(card.says),
            "heard": card.heard,
            "numbers": [[_ascii(name), _ascii(values)] for name, values in card.numbers],
            "stops": " ".join(f"{stop:.4f}" for stop in card.stops),
            "steps": len(card.stops),
            "loops": card.loops,
            "picture": picture,
            "track": "" if captioned else _data("text/vtt", as_vtt(card.cues).encode()),
        }
        for card, picture in zip(cards, pictures, strict=True)
    ]


def _ascii(text: str) -> str:
    """Escape a text for HTML, in letters that every encoding has."""
    return html.escape(text).encode("ascii", "xmlcharrefreplace").decode()


def _data(kind: str, content: bytes) -> str:
    """Write a file's content as an address."""
    return f"data:{kind};base64,{b64encode(content).decode()}"


def _in_the_page(picture: Path) -> str:
    return _data("image/jpeg", picture.read_bytes())


def _inlined(page: str, folder: str, words: Messages) -> str:
    """Put scripts and styles into the page."""
    for path in STYLES:
        link = f'<link rel="stylesheet" href="{folder}/{path.name}">'
        page = page.replace(link, f"<style>{path.read_text('utf-8')}</style>")
    for path in SCRIPTS:
        link = f'<script src="{folder}/{path.name}"></script>'
        page = page.replace(link, f"<script>{in_words(path, words)}</script>")
    return page
