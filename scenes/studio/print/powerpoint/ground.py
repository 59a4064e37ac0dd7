"""What slides stand on: a person's own template, or an empty presentation of the film's size and colours."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pptx
from lxml import etree
from pptx.enum.shapes import PP_PLACEHOLDER as Kind
from pptx.exc import PythonPptxError
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml.ns import qn
from pptx.presentation import Presentation
from pptx.slide import SlideLayout
from pptx.util import Emu

from netsim.border.nearest import meant
from scenes.look.theme import Theme
from scenes.stage.formats import WIDE
from scenes.studio.print.powerpoint.errors import TemplateError
from scenes.studio.print.powerpoint.room import Room, room_of
from scenes.studio.print.powerpoint.title import TITLES

# PowerPoint's own slides are so high, 7.5 inches.
HEIGHT = 6858000
TEMPLATE, PRESENTATION = (f"officedocument.presentationml.{kind}.main+xml" for kind in ("template", "presentation"))
#: Kinds of layouts, best first: a title and nothing else, a title over one content; after them, any other with a title.
BEST = ("titleOnly", "obj")
LEAST = 0.25  # of a slide's width: what a film must have
_BLANK = 5  # python-pptx's own template: the layout that has a title alone
_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"  # the extension that lists slides by section
_READING = (
    *(etree.XMLSyntaxError, KeyError, ValueError, TypeError, AttributeError, EOFError, RuntimeError, zlib.error),
    *(NotImplementedError, zipfile.BadZipFile, PythonPptxError),
)


@dataclass(frozen=True)
class Ground:
    """A presentation without slides, and where on one of its layouts a film goes.

    Attributes
    ----------
    layout
        What slides are made after.
    room
        Where the film stands, in EMU.
    bare
        Whether the film has the slide for itself: then the title stands beside it, for those who listen and for lists
        of slides, and there is no footer.
    """

    presentation: Presentation
    layout: SlideLayout
    room: Room
    bare: bool


def bare(width: float, height: float, theme: Theme) -> Ground:
    """Return an empty presentation of this shape, all of which the film fills; its own slides have the theme's colours.

    Parameters
    ----------
    width, height
        The film's, in any unit.
    """
    deck = pptx.Presentation()
    across = Emu(round(HEIGHT * width / height))
    assert deck.slide_width is not None
    _stretch(deck, across / deck.slide_width)
    deck.slide_width, deck.slide_height = across, Emu(HEIGHT)
    _colour(deck, theme)
    for rel in [rel for rel in deck.part.rels.values() if rel.reltype == RT.PRINTER_SETTINGS]:
        deck.part.rels.pop(rel.rId)
    return Ground(_mended(deck), deck.slide_layouts[_BLANK], Room(0, 0, across, HEIGHT), bare=True)


def on_template(path: Path, layout: str = "") -> Ground:
    """Return a template without its slides; its master, fonts, footers and size stay.

    Parameters
    ----------
    layout
        The name of the layout that slides have; "" for the one that has a title and the most room beside it.

    Raises
    ------
    TemplateError
        If it is not there, is no PowerPoint file, has no layout, or none of that name, or one that leaves next to no
        room.
    """
    deck = _opened(path)
    layouts = [one for master in deck.slide_masters for one in master.slide_layouts]
    chosen = _named(layouts, layout, path) if layout else _best(layouts, path)
    ids = deck.slides._sldIdLst
    for slide in list(ids):
        deck.part.rels.pop(slide.rId)
        ids.remove(slide)
    room = room_of(chosen, deck.slide_width, deck.slide_height)
    if room.fitted(WIDE.width / WIDE.height).width < LEAST * deck.slide_width:
        raise TemplateError(
            f"{path}: its layout {chosen.name!r} leaves a film less than a quarter of the slide's width; "
            "name another layout, or make a place for content in it."
        )
    return Ground(_mended(deck), chosen, room, bare=False)


def _opened(path: Path) -> Presentation:
    """Open a presentation or a template of one."""
    if not path.exists():
        raise TemplateError(f"{path} is not there; name another template, a .pptx or .potx, or none.")
    if path.is_dir():
        raise TemplateError(f"{path} is a folder, expected a template, a .pptx or .potx.")
    if not zipfile.is_zipfile(path):
        path.open("rb").close()  # what may not be read is said as of any file
        raise TemplateError(f"{path} is no PowerPoint file; save the template as .pptx or .potx, without a password.")
    try:
        deck = pptx.Presentation(_as_presentation(path))
    except _READING as error:
        kind = " with macros" if path.suffix.lower() in (".pptm", ".potm") else ""
        raise TemplateError(
            f"{path} cannot be read as a PowerPoint file{kind} ({_why(error)}); save the template as .pptx or .potx."
        ) from None
    if not (deck.slide_width and deck.slide_height and len(deck.slide_masters)):
        raise TemplateError(f"{path} has no slide master; save the template as .pptx or .potx in PowerPoint.")
    return deck


def _as_presentation(path: Path) -> BytesIO:
    """Return the file's content; a template's says of itself that it is a presentation."""
    changed = BytesIO()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(changed, "w", zipfile.ZIP_STORED) as target:
        for name in dict.fromkeys(source.namelist()):
            content = source.read(name)
            if name == "[Content_Types].xml":
                content = content.replace(TEMPLATE.encode(), PRESENTATION.encode())
            target.writestr(name, content)
    return changed


def _why(error: BaseException) -> str:
    said = " ".join(str(error).split()).rstrip(".")
    return said if len(said) < 120 and said else type(error).__name__


def _best(layouts: list[SlideLayout], path: Path) -> SlideLayout:
    """Return the layout that suits a film best."""
    titled = [layout for layout in layouts if _is_titled(layout)]
    for kind in BEST:
        for layout in titled:
            if layout.element.get("type") == kind:
                return layout
    if not layouts:
        raise TemplateError(f"{path} has no slide layouts; add one with a title in PowerPoint's View > Slide Master.")
    plain = [one for one in titled if any(p.placeholder_format.type == Kind.TITLE for p in one.placeholders)]
    return [*plain, *titled, *layouts][0]


def _named(layouts: list[SlideLayout], name: str, path: Path) -> SlideLayout:
    names = [layout.name for layout in layouts]
    if name not in names:
        raise TemplateError(
            f"layout {name!r}: {path} has no such layout{meant(name, names)}; "
            f"there are {', '.join(names) or 'none: add one in PowerPoint’s View > Slide Master'}."
        )
    return layouts[names.index(name)]


def _is_titled(layout: SlideLayout) -> bool:
    return any(place.placeholder_format.type in TITLES for place in layout.placeholders)


def _mended(deck: Presentation) -> Presentation:
    """Take out what no longer holds: a size by a name of other proportions, and lists of slides that are gone."""
    root = deck.part._element
    for size in root.findall(qn("p:sldSz")):
        size.attrib.pop("type", None)  # Keynote refuses one that contradicts the numbers
    for gone in [*root.findall(qn("p:custShowLst")), *_sections(root)]:
        gone.getparent().remove(gone)
    return deck


def _sections(root: etree._Element) -> Iterator[etree._Element]:
    return (ext for ext in root.iterfind(f"{qn('p:extLst')}/{qn('p:ext')}") if ext.get("uri") == _SECTIONS)


def _stretch(deck: Presentation, by: float) -> None:
    """Widen all that stands on master and layouts, so that a slide that is added by hand fits too."""
    for page in (deck.slide_master, *deck.slide_layouts):
        for place in page._element.iter(qn("a:off"), qn("a:ext")):
            for side in {"x", "cx"} & set(place.keys()):
                place.set(side, str(round(int(place.get(side)) * by)))


def _colour(deck: Presentation, theme: Theme) -> None:
    """Give the presentation the film's ground and ink, for the moment between slides and for slides of one's own."""
    part = deck.slide_master.part.part_related_by(RT.THEME)
    root = etree.fromstring(part.blob)
    for role, colour in (("lt1", theme.colour.background), ("dk1", theme.colour.ink)):
        for entry in root.iter(qn(f"a:{role}")):
            entry[:] = [entry.makeelement(qn("a:srgbClr"), {"val": colour.lstrip("#").upper()})]
    part.blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
