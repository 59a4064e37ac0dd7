"""Slides as a PDF: the picture of each beat with its title, what is said and the numbers shown, as text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from netsim.border.files import workshop
from scenes.lesson.lesson import ASSETS
from scenes.look.theme import Theme
from scenes.stage.rehearsing.stated_values import on_paper
from scenes.studio.film.clips.quality import Quality
from scenes.studio.film.stills import Still
from scenes.studio.print.called import called
from scenes.studio.print.deck import About, numbered
from scenes.studio.print.typesetting import typeset

SHEET = ASSETS / "deck" / "pages.typ"
#: Pictures as large as a projector's; on paper that is 280 dots an inch, and more.
QUALITY = Quality("pages", 1920, 1080, 30)
#: What Typst calls the sizes of paper.
PAPERS = {"a4": "a4", "letter": "us-letter"}
# A page that is one slide has so many inches on its shorter side, as PowerPoint's slides do.
INCHES = 7.5
ON_PAPER = "light"  # the theme of what is written on paper, which is white


def write_pages(stills: Sequence[Still], about: About, target: Path, *, per_page: int = 1, paper: str = "a4") -> None:
    """Write a PDF that can be searched and read aloud; the same content gives the same bytes.

    Parameters
    ----------
    stills
        Drawn without captions, of `QUALITY`: what is said stands below each.
    about
        What the file says of itself; a page that is one slide has the ground of its theme.
    per_page, paper
        1, 2 or 6; and if it is not 1, the paper: a name in `PAPERS`, upright unless the pictures are.
    """
    shape, theme, words = stills[0].format, about.theme, about.words
    written = theme if per_page == 1 else Theme.load(ON_PAPER)
    titles = numbered([" · ".join(filter(None, [still.beat.id, still.title])) for still in stills])
    face = theme.in_manner(words.manner).face
    language, _, region = words.language.partition("-")
    scale = INCHES / min(shape.width, shape.height)
    with workshop(target) as place:
        cards = []
        theme.imprint.copy_into(place)
        for i, (still, title) in enumerate(zip(stills, titles, strict=True)):
            (place / f"{i}.png").write_bytes(still.stage)
            said = on_paper(still.sentence, written)
            numbers = [(called(name, words), values) for name, values in still.numbers]
            card = {"title": title, "says": still.says, "words": said, "numbers": numbers}
            cards.append(card | {"picture": f"{i}.png", "aspect": shape.width / shape.stage.height})
        sheet = {
            "title": about.title,
            "author": about.author,
            "language": language,
            "region": region if len(region) == 2 else None,
            "font": {"words": face.code, "maths": face.maths},
            "per_page": per_page,
            "paper": PAPERS[paper],
            "upright": shape.height > shape.width,
            "width": shape.width * scale,
            "height": shape.height * scale,
            "colours": {role: getattr(written.colour, role) for role in ("background", "ink", "dim", "faint")},
            "footer": theme.imprint.footer,
            "logo": theme.imprint.name,
            "cards": cards,
        }
        pdf = typeset(SHEET, sheet, place)
    target.write_bytes(pdf)
