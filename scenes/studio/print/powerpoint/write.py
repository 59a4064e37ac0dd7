"""Cards -> a file for PowerPoint, Keynote and LibreOffice Impress."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from copy import deepcopy
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from lxml import etree
from PIL import Image
from pptx.enum.shapes import PP_PLACEHOLDER as Kind
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml.ns import qn
from pptx.presentation import Presentation
from pptx.slide import Slide, SlideLayout
from pptx.text.text import TextFrame

from scenes.studio.print.deck import About, Card, numbered
from scenes.studio.print.powerpoint.errors import TemplateError
from scenes.studio.print.powerpoint.film import put_film, steps_of
from scenes.studio.print.powerpoint.ground import Ground
from scenes.studio.print.powerpoint.title import TITLES, fit_title

_EXTENDED = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties '
    'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Nudge</Application></Properties>"
)
THUMBNAIL = (256, 256)
# A title beside the slide is as high as this part of it.
HIDDEN = 8


def write_pptx(cards: Sequence[Card], about: About, target: Path, ground: Ground) -> int:
    """Write a deck: on each slide the film of a beat, or of a step of it, its title, and notes.

    Returns
    -------
    int
        How many slides there are.

    Raises
    ------
    TemplateError
        If the template has no place for notes.
    """
    deck, language = ground.presentation, about.words.language
    steps = [step for card in cards for step in steps_of(card)]
    for step, title in zip(steps, numbered([step.card.title for step in steps]), strict=True):
        slide = deck.slides.add_slide(ground.layout)
        _entitle(slide, title, ground, language)
        put_film(slide, step, ground.room.fitted(step.shape))
        if not ground.bare:
            _copy_footers(ground.layout, slide)
        _note(slide, step.card.notes, language)
    _list_notes_master(deck)
    _describe(deck, cards[0].picture, about)
    deck.save(str(target))
    return len(steps)


def _entitle(slide: Slide, title: str, ground: Ground, language: str) -> None:
    """Fill the title's place, or put one beside the slide, where those who listen find it; clear all other places."""
    shapes = slide.shapes
    for place in list(slide.placeholders):
        if place.placeholder_format.type not in TITLES:
            place._element.getparent().remove(place._element)
    unseen = ground.bare or shapes.title is None
    if shapes.title is None:
        shapes._spTree.add_placeholder(shapes._next_shape_id, "Title", Kind.TITLE, "horz", "full", 0)
    shape = shapes.title
    if unseen:
        room, height = ground.room, ground.presentation.slide_height // HIDDEN
        shape.left, shape.top, shape.width, shape.height = room.left, -height - height // 2, room.width, height
    _fill(shape.text_frame, title, language)
    if not unseen:
        fit_title(slide)


def _fill(frame: TextFrame, text: str, language: str) -> None:
    """Write a text and say which language it is in."""
    frame.text = text
    for run in frame._txBody.iter(qn("a:r")):
        run.get_or_add_rPr().set("lang", language)


def _copy_footers(layout: SlideLayout, slide: Slide) -> None:
    """Show the layout's footer, where it says something, and the slide's number, as PowerPoint does when asked to."""
    for place in layout.placeholders:
        kind = place.placeholder_format.type
        if kind == Kind.SLIDE_NUMBER or (kind == Kind.FOOTER and place.text_frame.text.strip()):
            shape = deepcopy(place._element)
            shape.nvSpPr.cNvPr.set("id", str(slide.shapes._next_shape_id))
            for own in shape.spPr:
                shape.spPr.remove(own)  # it stands where the layout's stands
            slide.shapes._spTree.append(shape)


def _note(slide: Slide, notes: str, language: str) -> None:
    frame = slide.notes_slide.notes_text_frame
    if frame is None:
        raise TemplateError(
            "The template has no place for notes; add one in PowerPoint's View > Notes Master > Master Layout > Body."
        )
    _fill(frame, notes, language)


def _list_notes_master(deck: Presentation) -> None:
    """Name the notes' master among the presentation's, which python-pptx leaves out: Keynote refuses such a file."""
    root = deck.part._element
    if root.find(qn("p:notesMasterIdLst")) is None:
        [rel] = [rel for rel in deck.part.rels.values() if rel.reltype == RT.NOTES_MASTER]
        listed = etree.SubElement(root, qn("p:notesMasterIdLst"))
        etree.SubElement(listed, qn("p:notesMasterId")).set(qn("r:id"), rel.rId)
        root.find(qn("p:sldMasterIdLst")).addnext(listed)


def _describe(deck: Presentation, picture: Path, about: About) -> None:
    """Say whose the file is and what it is about, in place of what its template said; a picture stands for it."""
    said, now = deck.core_properties, datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    said.title, said.language = about.title, about.words.language
    said.author = said.last_modified_by = about.author
    said.subject, said.keywords, said.comments, said.category = "", "", "", ""
    said.created, said.modified, said.revision = now, now, 1
    package = deck.part.package
    with suppress(KeyError):
        package.part_related_by(RT.EXTENDED_PROPERTIES).blob = _EXTENDED.encode()
    with suppress(KeyError), Image.open(picture) as image:
        package.part_related_by(RT.THUMBNAIL).blob = _small(image)


def _small(picture: Image.Image) -> bytes:
    """Return a picture as it is shown in lists of files."""
    file = BytesIO()
    picture.thumbnail(THUMBNAIL)
    picture.convert("RGB").save(file, "JPEG")
    return file.getvalue()
