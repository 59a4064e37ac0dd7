"""What PowerPoint's decks are made of here: three beats with their films, and a university's template."""

from __future__ import annotations

import io

import numpy as np
import pptx
import pytest
from PIL import Image, ImageDraw
from pptx.enum.shapes import PP_PLACEHOLDER as Kind
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Inches

from scenes.look.theme import Theme
from scenes.studio.film.clips.clip_writer import ClipWriter
from scenes.studio.print.deck import About, Card
from scenes.studio.print.powerpoint.ground import bare, on_template
from scenes.studio.print.powerpoint.write import write_pptx
from scenes.words.messages import Messages
from tests.studio.conftest import TINY

COLOURS = ("#c02030", "#20a040", "#3060d0")
FOOTER = "University of Example · Course 1"
WORDS = Messages.load()
ABOUT = About("A <deck>", WORDS, Theme.load())


@pytest.fixture(scope="module")
def cards(tmp_path_factory):
    """Three beats of two scenes, each a film that begins black and a picture of its own colour."""
    folder, made = tmp_path_factory.mktemp("cards"), []
    for i, colour in enumerate(COLOURS):
        picture, video = folder / f"{i}.jpg", folder / f"{i}.mp4"
        image = Image.new("RGB", (TINY.width, TINY.height), colour)
        image.save(picture, quality=95)
        writer = ClipWriter(video, TINY)
        writer.write(np.zeros((TINY.height, TINY.width, 4), np.uint8), repeat=4)
        writer.write(np.asarray(image.convert("RGBA")).copy(), repeat=2 + i)
        writer.finish()
        title, numbers = ("N1 · First", "N2 · Then")[i > 1], (("a3", "0.12, 0.34"),)
        seconds = (6 + i) / TINY.fps
        made.append(Card(f"{i}", title, f"Beat {i} <is> told.", numbers, (), video, False, seconds, picture, TINY.fps))
    return made


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    """A university's file, 4:3: a bar, a logo, a footer, and an example slide in a section of its own."""
    path, logo = tmp_path_factory.mktemp("template") / "university.pptx", io.BytesIO()
    image = Image.new("RGB", (60, 20), "white")
    ImageDraw.Draw(image).ellipse((2, 2, 18, 18), fill="navy")
    image.save(logo, "PNG")
    deck = pptx.Presentation()
    master = deck.slide_master
    _, logo_id = master.part.get_or_add_image_part(logo)
    tree = master.shapes._spTree
    tree.append(_drawn("sp", 101, 0, 0, deck.slide_width, Inches(0.25)))
    tree.append(_drawn("pic", 102, deck.slide_width - Inches(1.5), Inches(0.35), Inches(1.2), Inches(0.4), logo_id))
    for page in (master, *deck.slide_layouts):
        for place in page.placeholders:
            if place.placeholder_format.type == Kind.FOOTER:
                place.text_frame.text = FOOTER
    deck.slides.add_slide(deck.slide_layouts[0]).shapes.title.text = "An example"
    deck.part._element.append(parse_xml(SECTIONS))
    deck.save(path)
    return path


SECTIONS = f"""<p:extLst {nsdecls("p")}><p:ext uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}">
<p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">
<p14:section name="Examples" id="{{6B6F3F43-2C0A-4A5E-8F6E-5B4B5B4B5B4B}}"><p14:sldIdLst><p14:sldId id="256"/>
</p14:sldIdLst></p14:section></p14:sectionLst></p:ext></p:extLst>"""


def _drawn(kind, number, left, top, width, height, picture=""):
    """A bar, or a picture, as PowerPoint draws it on a master."""
    fill = "<a:solidFill><a:srgbClr val='8C1D2F'/></a:solidFill>" if kind == "sp" else ""
    name = f"<p:cNvPr id='{number}' name='Drawn {number}'/>"
    about = f"<p:nvSpPr>{name}<p:cNvSpPr/><p:nvPr userDrawn='1'/></p:nvSpPr>"
    if kind == "pic":
        about = f"<p:nvPicPr>{name}<p:cNvPicPr/><p:nvPr userDrawn='1'/></p:nvPicPr><p:blipFill>"
        about += f"<a:blip r:embed='{picture}'/><a:stretch><a:fillRect/></a:stretch></p:blipFill>"
    place = f"<a:xfrm><a:off x='{left}' y='{top}'/><a:ext cx='{width}' cy='{height}'/></a:xfrm>"
    shape = f"<p:spPr>{place}<a:prstGeom prst='rect'><a:avLst/></a:prstGeom>{fill}</p:spPr>"
    return parse_xml(f"<p:{kind} {nsdecls('p', 'a', 'r')}>{about}{shape}</p:{kind}>")


@pytest.fixture(scope="module")
def decks(cards, template, tmp_path_factory):
    """The deck on nothing, and on the template."""
    folder = tmp_path_factory.mktemp("decks")
    write_pptx(cards, ABOUT, folder / "bare.pptx", bare(16, 9, Theme.load()))
    write_pptx(cards, ABOUT, folder / "templated.pptx", on_template(template))
    return folder
