"""PowerPoint's deck: nothing in it is refused, each slide says in words what it shows, and a template stays itself."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from collections import Counter
from dataclasses import replace

import numpy as np
import pptx
import pypdfium2
import pytest
from lxml import etree
from PIL import Image, ImageDraw
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.enum.shapes import PP_PLACEHOLDER as Kind
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Inches

from scenes.look.theme import Theme
from scenes.studio.film.clips.clip_writer import ClipWriter
from scenes.studio.print.deck import Card
from scenes.studio.print.powerpoint.errors import TemplateError
from scenes.studio.print.powerpoint.ground import bare, on_template
from scenes.studio.print.powerpoint.room import Room
from scenes.studio.print.powerpoint.write import write_pptx
from scenes.words.messages import Messages
from tests.studio.conftest import TINY
from tests.studio.print.opc import Deck, faults

SOFFICE = shutil.which("soffice")
needs_libreoffice = pytest.mark.skipif(
    SOFFICE is None, reason="no LibreOffice here (Debian: apt-get install libreoffice-impress)"
)
COLOURS = ("#c02030", "#20a040", "#3060d0")
P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
FOOTER = "University of Example · Course 1"
WORDS = Messages.load()


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
    write_pptx(cards, "A <deck>", WORDS, folder / "bare.pptx", bare(16, 9, Theme.load()))
    write_pptx(cards, "A <deck>", WORDS, folder / "templated.pptx", on_template(template))
    return folder


@pytest.mark.parametrize("name", ["bare", "templated"])
def test_nothing_in_it_is_refused(decks, name):
    assert faults(decks / f"{name}.pptx") == []


@pytest.mark.parametrize("name", ["bare", "templated"])
def test_each_slide_has_its_title_film_words_and_notes(decks, cards, name):
    deck = pptx.Presentation(decks / f"{name}.pptx")
    assert [slide.shapes.title.text for slide in deck.slides] == ["N1 · First (1/2)", "N1 · First (2/2)", "N2 · Then"]
    for slide, card in zip(deck.slides, cards, strict=True):
        [film] = [shape for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.MEDIA]
        assert film.poster_frame.blob == card.picture.read_bytes()
        assert film._element.nvPicPr.cNvPr.get("descr") == card.alt
        assert slide.notes_slide.notes_text_frame.text == card.notes == f"{card.says}\n\na3 = 0.12, 0.34"
        assert {run.rPr.get("lang") for run in slide.shapes.title._element.iter(qn("a:r"))} == {"en"}
        [played] = slide._element.iter(qn("p:cmd"))
        assert int(next(played.iter(qn("p:cTn"))).get("dur")) == round(1000 * card.seconds)


def test_its_own_slides_are_the_film_s_from_edge_to_edge(decks):
    deck = pptx.Presentation(decks / "bare.pptx")
    assert (deck.slide_width, deck.slide_height) == (12192000, 6858000)
    for slide in deck.slides:
        [title, film] = slide.shapes
        assert (film.left, film.top, film.width, film.height) == (0, 0, 12192000, 6858000)
        assert title.top + title.height < 0


def test_whose_it_is_says_us_and_nobody_s_template(decks):
    for path in decks.glob("*.pptx"):
        about = pptx.Presentation(path).core_properties
        assert (about.title, about.language, about.author, about.last_modified_by) == (
            "A <deck>",
            "en",
            "Nudge",
            "Nudge",
        )
        parts = Deck(path).parts
        assert not [name for name, content in parts.items() if b"python-pptx" in content or b"Steve Canny" in content]
        assert b"Macintosh" not in parts["docProps/app.xml"]
        assert Image.open(io.BytesIO(parts["docProps/thumbnail.jpeg"])).getpixel((5, 5))[0] > 150  # the first picture


def test_what_is_there_twice_is_stored_once(cards, tmp_path):
    write_pptx([*cards, *cards], "twice", WORDS, tmp_path / "twice.pptx", bare(16, 9, Theme.load()))
    stored = Counter(content for name, content in Deck(tmp_path / "twice.pptx").parts.items() if "/media/" in name)
    assert len(stored) == 2 * len(cards)
    assert set(stored.values()) == {1}
    assert faults(tmp_path / "twice.pptx") == []


def test_a_step_is_a_slide_that_plays_its_part_of_a_film_that_is_stored_once(cards, tmp_path):
    stepped = replace(cards[0], stops=(1.5 / TINY.fps, 4.5 / TINY.fps), loops=True)
    made = write_pptx([stepped, cards[1]], "steps", WORDS, tmp_path / "steps.pptx", bare(16, 9, Theme.load()))
    assert faults(tmp_path / "steps.pptx") == []
    slides = list(pptx.Presentation(tmp_path / "steps.pptx").slides)
    assert made == len(slides) == 4
    frame, times = 1000 / TINY.fps, []
    for slide in slides:
        [length] = (int(next(played.iter(qn("p:cTn"))).get("dur")) for played in slide._element.iter(qn("p:cmd")))
        cut = [(int(one.get("st")), int(one.get("end"))) for one in slide._element.iter(f"{{{P14}}}trim")]
        times.append((length, *cut))
    assert [cut for _, *cut in times] == [
        [(0, round(4.5 * frame))],
        [(round(1.5 * frame), round(1.5 * frame))],
        [(round(4.5 * frame), 0)],
        [],
    ]
    assert all(length + start + end == pytest.approx(6 * frame, abs=2) for length, (start, end) in times[:3])
    loops = [
        one.get("repeatCount") for slide in slides for one in slide._element.iter(qn("p:cTn")) if one.get("display")
    ]
    assert loops == [None, None, "indefinite", None]
    posters = [next(s.poster_frame for s in slide.shapes if s.name == "Film").blob for slide in slides]
    colours = [Image.open(io.BytesIO(poster)).getpixel((5, 5)) for poster in posters]
    assert colours[0] == pytest.approx((0, 0, 0), abs=12)  # the film begins black
    assert colours[1] == pytest.approx(colours[2], abs=12)
    assert sum("/media/" in name and name.endswith(".mp4") for name in Deck(tmp_path / "steps.pptx").parts) == 2


def test_on_a_template_its_master_footer_and_size_stay_and_its_slides_go(decks, template):
    made, given = (pptx.Presentation(path) for path in (decks / "templated.pptx", template))
    assert (made.slide_width, made.slide_height) == (given.slide_width, given.slide_height)
    assert etree.tostring(made.slide_master._element) == etree.tostring(given.slide_master._element)
    theme = made.slide_master.part.part_related_by(RT.THEME).blob
    assert theme == given.slide_master.part.part_related_by(RT.THEME).blob
    for slide in made.slides:
        assert slide.slide_layout.name == "Title Only"
        said = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        assert FOOTER in said
        assert next(slide._element.iter(qn("a:fld"))).get("type") == "slidenum"
        film = Room(
            *next((s.left, s.top, s.width, s.height) for s in slide.shapes if s.shape_type == MSO_SHAPE_TYPE.MEDIA)
        )
        others = [s for page in (slide.slide_layout, made.slide_master) for s in page.shapes]
        seen = [Room(s.left, s.top, s.width, s.height) for s in others if s.width and not _is_content(s)]
        assert not [other for other in seen if film.meets(other)]
        assert film.width / film.height == pytest.approx(TINY.width / TINY.height, rel=1e-3)
        assert film.width > made.slide_width / 2


def _is_content(shape):
    return shape.is_placeholder and shape.placeholder_format.type in (Kind.OBJECT, Kind.BODY)


def test_a_title_too_long_for_its_place_is_shrunk_and_others_stay(cards, template, tmp_path):
    titles = [
        "N1 · Short",
        "N2 · A title that goes on for three lines, since nobody thought of how much room there is for it",
    ]
    named = [replace(card, title=title) for card, title in zip(cards, titles, strict=False)]
    write_pptx(named, "A", WORDS, tmp_path / "deck.pptx", on_template(template))
    fitted = [list(s._element.iter(qn("a:normAutofit"))) for s in pptx.Presentation(tmp_path / "deck.pptx").slides]
    assert fitted[0] == []
    assert 50000 <= int(fitted[1][0].get("fontScale")) < 90000
    assert faults(tmp_path / "deck.pptx") == []


def test_a_layout_is_chosen_by_name_and_a_potx_is_a_template_too(cards, template, tmp_path):
    potx = tmp_path / "university.potx"
    with zipfile.ZipFile(template) as source, zipfile.ZipFile(potx, "w") as target:
        for name in source.namelist():
            main = (b"presentationml.presentation.main", b"presentationml.template.main")
            target.writestr(
                name, source.read(name).replace(*main) if name == "[Content_Types].xml" else source.read(name)
            )
    write_pptx(cards, "A", WORDS, tmp_path / "deck.pptx", on_template(potx, "Title and Content"))
    assert faults(tmp_path / "deck.pptx") == []
    deck = pptx.Presentation(tmp_path / "deck.pptx")
    assert {slide.slide_layout.name for slide in deck.slides} == {"Title and Content"}
    assert all(len(slide.placeholders) == 3 for slide in deck.slides)  # title, footer, number; no "click to add text"


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda path: path.mkdir(), "is a folder, expected a template"),
        (lambda path: path.write_text("no zip"), "is no PowerPoint file; save the template as .pptx or .potx"),
        (lambda path: zipfile.ZipFile(path, "w").writestr("a", "b"), "cannot be read as a PowerPoint file"),
        (lambda path: _without_layouts(path), "has no slide layouts; add one with a title"),
    ],
)
def test_a_file_that_is_no_template_is_refused_in_one_sentence(tmp_path, spoil, said):
    path = tmp_path / "bad.pptx"
    spoil(path)
    with pytest.raises(TemplateError) as refused:
        on_template(path)
    assert said in str(refused.value)
    assert str(refused.value).startswith(str(path))


def test_a_layout_that_is_not_there_is_refused_with_those_that_are(template):
    with pytest.raises(TemplateError, match=r"has no such layout \(did you mean 'Title Only'\?\); there are"):
        on_template(template, "Title Onyl")


def _without_layouts(path):
    deck = pptx.Presentation()
    for layout in list(deck.slide_layouts):
        deck.slide_layouts.remove(layout)
    deck.save(path)


@needs_libreoffice
def test_libreoffice_prints_on_each_page_the_picture_of_its_own_beat(decks, tmp_path):
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    files = [decks / "bare.pptx", decks / "templated.pptx"]
    command = [SOFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, *files]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    for file, aspect in zip(files, (16 / 9, 4 / 3), strict=True):
        pages = list(pypdfium2.PdfDocument(tmp_path / f"{file.stem}.pdf"))
        assert len(pages) == len(COLOURS)
        for page, colour in zip(pages, COLOURS, strict=True):
            assert page.get_width() / page.get_height() == pytest.approx(aspect, rel=0.01)
            image = page.render(scale=0.3).to_pil().convert("RGB")
            seen = np.array(image.getpixel((image.width // 2, image.height // 2)))
            wanted = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)])
            assert np.abs(seen - wanted).max() < 16
