"""PowerPoint's deck: nothing in it is refused, and each slide says in words what it shows."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections import Counter
from dataclasses import replace

import numpy as np
import pptx
import pypdfium2
import pytest
from PIL import Image
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.oxml.ns import qn

from scenes.look.theme import Theme
from scenes.studio.print.powerpoint.ground import bare
from scenes.studio.print.powerpoint.write import write_pptx
from tests.studio.conftest import TINY
from tests.studio.print.powerpoint.conftest import ABOUT, COLOURS
from tests.studio.print.powerpoint.opc import Deck, faults

SOFFICE = shutil.which("soffice")
needs_libreoffice = pytest.mark.skipif(
    SOFFICE is None, reason="no LibreOffice here (Debian: apt-get install libreoffice-impress)"
)
P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"


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
    write_pptx([*cards, *cards], ABOUT, tmp_path / "twice.pptx", bare(16, 9, Theme.load()))
    stored = Counter(content for name, content in Deck(tmp_path / "twice.pptx").parts.items() if "/media/" in name)
    assert len(stored) == 2 * len(cards)
    assert set(stored.values()) == {1}
    assert faults(tmp_path / "twice.pptx") == []


def test_a_step_is_a_slide_that_plays_its_part_of_a_film_that_is_stored_once(cards, tmp_path):
    stepped = replace(cards[0], stops=(1.5 / TINY.fps, 4.5 / TINY.fps), loops=True)
    made = write_pptx([stepped, cards[1]], ABOUT, tmp_path / "steps.pptx", bare(16, 9, Theme.load()))
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
