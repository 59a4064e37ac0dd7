"""PowerPoint's deck on a template: it stays itself, and what is none is refused."""

from __future__ import annotations

import zipfile
from dataclasses import replace

import pptx
import pytest
from lxml import etree
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.enum.shapes import PP_PLACEHOLDER as Kind
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml.ns import qn

from scenes.studio.print.powerpoint.errors import TemplateError
from scenes.studio.print.powerpoint.ground import on_template
from scenes.studio.print.powerpoint.room import Room
from scenes.studio.print.powerpoint.write import write_pptx
from tests.studio.conftest import TINY
from tests.studio.print.powerpoint.conftest import ABOUT, FOOTER
from tests.studio.print.powerpoint.opc import faults


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
    write_pptx(named, ABOUT, tmp_path / "deck.pptx", on_template(template))
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
    write_pptx(cards, ABOUT, tmp_path / "deck.pptx", on_template(potx, "Title and Content"))
    assert faults(tmp_path / "deck.pptx") == []
    deck = pptx.Presentation(tmp_path / "deck.pptx")
    assert {slide.slide_layout.name for slide in deck.slides} == {"Title and Content"}
    assert all(len(slide.placeholders) == 3 for slide in deck.slides)  # title, footer, number; no "click to add text"


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda path: None, "is not there; name another template"),
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


def test_where_there_are_only_title_slides_the_film_has_the_room_under_the_title(tmp_path):
    _with_one(tmp_path / "title.pptx", "Title Slide")
    ground = on_template(tmp_path / "title.pptx")
    title = next(place for place in ground.layout.placeholders if place.placeholder_format.type == Kind.CENTER_TITLE)
    assert ground.room.top > title.top + title.height
    assert ground.room.fitted(16 / 9).width > ground.presentation.slide_width / 3


def test_on_a_slide_that_is_smaller_than_its_layout_the_film_stays_on_the_slide(tmp_path):
    _with_one(tmp_path / "upright.pptx", "Blank", lambda deck: setattr(deck, "slide_width", deck.slide_width // 2))
    ground = on_template(tmp_path / "upright.pptx")
    assert ground.room.left >= 0
    assert ground.room.right <= ground.presentation.slide_width


def test_a_layout_that_leaves_a_film_next_to_no_room_is_refused(tmp_path):
    def fill(deck):
        title = deck.slide_layouts[0].placeholders[0]
        title.left, title.width = 0, deck.slide_width
        title.top, title.height = (round(part * deck.slide_height) for part in (0.25, 0.45))

    _with_one(tmp_path / "full.pptx", "Title Slide", fill)
    with pytest.raises(TemplateError, match=r"full\.pptx: its layout 'Title Slide' leaves a film less than a quarter"):
        on_template(tmp_path / "full.pptx")


def _with_one(path, name, change=lambda deck: None):
    """Write a template that has one layout only."""
    deck = pptx.Presentation()
    for layout in list(deck.slide_layouts):
        if layout.name != name:
            deck.slide_layouts.remove(layout)
    change(deck)
    deck.save(path)


def _without_layouts(path):
    deck = pptx.Presentation()
    for layout in list(deck.slide_layouts):
        deck.slide_layouts.remove(layout)
    deck.save(path)
