"""Slides as a PDF: text that can be searched, pictures to the last pixel, one, two or six to a page."""

from __future__ import annotations

import ctypes
import io
from dataclasses import replace

import numpy as np
import pypdfium2
import pytest
from PIL import Image
from pypdfium2 import raw

from netsim import Trace
from scenes.look.theme import Theme
from scenes.nudges.output_nudges import OutputNudges
from scenes.stage.formats import FORMATS
from scenes.story.told import Part
from scenes.studio.film.clips.quality import Quality
from scenes.studio.film.stills import draw_stills
from scenes.studio.print.deck import About, numbered
from scenes.studio.print.pages import write_pages
from scenes.words.messages import Messages

MILLIMETRE = 72 / 25.4


@pytest.fixture(scope="module")
def stills(trace_file):
    """The pictures of a scene's five beats, small."""
    part, words = Part(OutputNudges, None), Messages.load()
    return list(draw_stills([part], Trace.load(trace_file), Quality("tiny", 320, 180, 15), Theme.load(), words, False))


@pytest.fixture(scope="module")
def printed(stills, tmp_path_factory):
    """Writes a PDF and opens it."""
    folder = tmp_path_factory.mktemp("pages")

    def write(name, stills=stills, **way):
        write_pages(stills, About("A [deck] #1", Messages.load(), Theme.load()), folder / name, **way)
        return pypdfium2.PdfDocument(folder / name)

    return write


def text_of(page):
    return " ".join(page.get_textpage().get_text_range().split())


def test_each_page_says_its_title_sentence_and_numbers(printed, stills):
    pages = list(printed("1.pdf"))
    titles = numbered([f"{still.beat.id} · {still.title}" for still in stills])
    assert len(pages) == len(stills) == 5
    for page, still, title in zip(pages, stills, titles, strict=True):
        text = text_of(page)
        assert still.says in text
        assert title in text
        assert "A [deck] #1" in text
        for name, values in still.numbers:
            assert f"{name} = {values}" in text
        assert page.get_width() / page.get_height() == pytest.approx(16 / 9)
    assert any(still.numbers for still in stills)


def test_its_pictures_are_the_stills_stages_to_the_last_pixel(printed, stills):
    for page, still in zip(printed("pictures.pdf"), stills, strict=True):
        [image] = [thing for thing in page.get_objects() if thing.type == raw.FPDF_PAGEOBJ_IMAGE]
        shown = np.asarray(image.get_bitmap().to_pil().convert("RGB"))
        assert np.array_equal(shown, np.asarray(Image.open(io.BytesIO(still.stage)).convert("RGB")))


def test_all_is_set_in_the_theme_s_face_signs_of_mathematics_too(printed, stills):
    document = printed("faces.pdf")
    assert any("∂" in name for still in stills for name, _ in still.numbers)
    texts = [thing for page in document for thing in page.get_objects() if thing.type == raw.FPDF_PAGEOBJ_TEXT]
    faces = {text.get_font().get_base_name().partition("+")[2] for text in texts}
    assert faces
    assert all(face.startswith("NewCM") for face in faces), faces


def test_it_says_what_it_is_called_and_who_reads_it_aloud_can(printed):
    document = printed("told.pdf")
    assert document.get_metadata_dict()["Title"] == "A [deck] #1"
    assert document.get_metadata_dict()["Author"] == "Nudge"
    assert raw.FPDFCatalog_IsTagged(document)
    language = ctypes.create_string_buffer(16)
    raw.FPDFCatalog_GetLanguage(document, ctypes.cast(language, ctypes.POINTER(ctypes.c_ushort)), 16)
    assert language.raw.decode("utf-16-le").startswith("en")
    assert next(mark.get_title() for mark in document.get_toc()).startswith("N3 · ")


@pytest.mark.parametrize(
    ("per_page", "paper", "pages", "size"), [(2, "a4", 3, (210, 297)), (6, "letter", 1, (215.9, 279.4))]
)
def test_several_stand_on_a_page_of_paper(printed, stills, per_page, paper, pages, size):
    made = list(printed(f"{per_page}.pdf", per_page=per_page, paper=paper))
    assert len(made) == pages
    assert made[0].get_size() == pytest.approx([side * MILLIMETRE for side in size], abs=0.5)
    text = " ".join(map(text_of, made))
    assert all(still.says in text for still in stills)
    corner = made[0].render(scale=0.2).to_pil().convert("RGB").getpixel((1, 1))
    assert corner == (255, 255, 255)


def test_upright_pictures_stand_side_by_side_on_paper_that_lies(printed, stills):
    [upright] = [shape for name, shape in FORMATS.items() if name == "9:16"]
    tall = [replace(still, format=upright) for still in stills[:2]]
    [page] = printed("tall.pdf", tall, per_page=2)
    assert page.get_size() == pytest.approx([297 * MILLIMETRE, 210 * MILLIMETRE], abs=0.5)


def test_the_same_slides_give_the_same_bytes(stills, tmp_path):
    for name in ("a.pdf", "b.pdf"):
        write_pages(stills, About("deck", Messages.load(), Theme.load()), tmp_path / name)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
