"""Slides as files: a deck for the browser, from manim-slides' converter."""

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
from scenes.look.theme import Theme
from scenes.stage.formats import WIDE
from scenes.studio.film.clips.quality import QUALITIES, Quality
from scenes.studio.film.clips.subtitles import as_vtt
from scenes.studio.ownership import Made
from scenes.studio.places import folder_beside
from scenes.studio.print.deck import Card
from scenes.words.messages import Messages

TEMPLATE = ASSETS / "deck" / "deck.html"
REVEAL = ASSETS / "deck" / "reveal"
SCRIPTS, STYLES = ("reveal.js", "notes.js"), ("reveal.css",)
# A slide in CSS pixels: 720p, in the format of the films.
SLIDE = QUALITIES["hd"]


def write_html(
    cards: Sequence[Card],
    name: str,
    theme: Theme,
    words: Messages,
    target: Path,
    made: Made,
    aspect: str = WIDE.name,
    *,
    captions_shown: bool,
    offline: bool,
) -> None:
    """Write a deck for the browser; without `offline`, its films and scripts lie in a folder beside it.

    Parameters
    ----------
    made
        Where it is noted that deck and folder are ours.
    aspect
        The format of the films.
    captions_shown
        Whether the caption track shows unasked; the key C shows and hides it.
    offline
        One file that holds everything.
    """
    files, slide = folder_beside(target), SLIDE.of(aspect)
    with workshop(target) as folder:
        template = folder / "template.html"
        template.write_text(_prelude(cards, name, theme, words, captions_shown) + TEMPLATE.read_text("ascii"), "ascii")
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
            deck.write_text(_inlined(deck.read_text("utf-8"), files.name), "utf-8")
        else:
            for script in (*SCRIPTS, *STYLES, "LICENSE"):
                shutil.copy(REVEAL / script, folder / files.name)
            made.check([files])
            for path in (folder / files.name).iterdir():
                made.note(files / path.name, path)
            with suppress(FileNotFoundError):
                files.replace(folder / "before")  # at once, so that two decks that are made together do not meet
            (folder / files.name).replace(files)
        made.check([target])
        made.note(target, deck)
        deck.replace(target)


def _presentation(cards: Sequence[Card], slide: Quality) -> PresentationConfig:
    slides = [SlideConfig(file=card.video, rev_file=card.video, notes=card.notes, dedent_notes=False) for card in cards]
    return PresentationConfig(slides=slides, resolution=(slide.width, slide.height))


def _prelude(cards: Sequence[Card], name: str, theme: Theme, words: Messages, captions_shown: bool) -> str:
    """Write what the template says of the slides beyond what the converter knows, as one assignment in its language."""
    told = [
        {
            "key": _ascii(card.key),
            "title": _ascii(card.title),
            "alt": _ascii(card.alt),
            "says": _ascii(card.says),
            "heard": card.heard,
            "numbers": [[_ascii(name), _ascii(values)] for name, values in card.numbers],
            "track": f"data:text/vtt;base64,{b64encode(as_vtt(card.cues).encode()).decode()}",
        }
        for card in cards
    ]
    deck = {
        "title": _ascii(name),
        "lang": words.language,
        "language": _ascii(words.name),
        "background": theme.colour.background,
        "ink": theme.colour.ink,
        "captions_shown": captions_shown,
        "cards": told,
    }
    return f"{{% set deck = {json.dumps(deck)} %}}\n"


def _ascii(text: str) -> str:
    """Escape a text for HTML, in letters that every encoding has."""
    return html.escape(text).encode("ascii", "xmlcharrefreplace").decode()


def _inlined(page: str, folder: str) -> str:
    """Put scripts and styles into the page."""
    for name in STYLES:
        style = (REVEAL / name).read_text("utf-8")
        page = page.replace(f'<link rel="stylesheet" href="{folder}/{name}">', f"<style>{style}</style>")
    for name in SCRIPTS:
        script = (REVEAL / name).read_text("utf-8")
        page = page.replace(f'<script src="{folder}/{name}"></script>', f"<script>{script}</script>")
    return page
