"""The template, its layout and the author that a lesson names for its decks."""

import pptx
import pypdfium2
import pytest
from bs4 import BeautifulSoup

from scenes.cli import main
from scenes.commands.making.slides import ground_of
from scenes.commands.planning.planned import planned
from scenes.commands.planning.request import Request
from tests.scenes.tiny import TINY

pytestmark = pytest.mark.usefixtures("elsewhere", "fakes")


@pytest.fixture
def saying(elsewhere):
    """Writes the lesson with some lines in [output], in a folder of its own, with a template of 4:3 beside it."""
    (elsewhere / "talk").mkdir()
    pptx.Presentation().save(elsewhere / "talk" / "university.pptx")
    (elsewhere / "talk" / "notes.txt").write_text("no template")
    path = elsewhere / "talk" / "my.toml"

    def write(lines):
        path.write_text(f"{TINY}[output]\n{lines}\n", "utf-8")
        return path

    return write


def test_a_lesson_s_template_and_layout_are_taken_unless_the_command_names_others(saying, elsewhere):
    production = planned(Request(lesson=saying('template = "university.pptx"\nlayout = "Title and Content"')))
    ground = ground_of(production, ["pptx"])
    assert (ground.bare, ground.layout.name) == (False, "Title and Content")
    assert ground_of(production, ["pptx"], layout="Title Only").layout.name == "Title Only"
    assert ground_of(production, ["html", "pdf"]) is None
    pptx.Presentation().save(elsewhere / "other.pptx")
    assert ground_of(production, ["pptx"], elsewhere / "other.pptx").layout.name == "Title Only"
    assert ground_of(planned(Request(lesson=saying(""))), ["pptx"]).bare


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (
            'template = "nowhere.pptx"',
            r"my.toml: output.template: {}/nowhere.pptx is not there; name another template",
        ),
        ('template = "notes.txt"', r"my.toml: output.template: {}/notes.txt is no PowerPoint file; save the template"),
        ('template = "."', r"my.toml: output.template: {} is a folder, expected a template, a .pptx or .potx."),
        (
            'template = "university.pptx"\nlayout = "Titel"',
            "my.toml: output.template: layout 'Titel': {}/university.pptx has no such layout",
        ),
        (
            'layout = "Title Only"',
            "layout = 'Title Only' is one of a template's, expected template = 'university.pptx'",
        ),
        ("template = 3", "my.toml: output.template = 3, expected a text in quotes."),
        ('author = ""', "my.toml: output.author = '', expected a text that is not empty."),
    ],
)
@pytest.mark.parametrize("command", [["slides", "--to", "pptx"], ["render"]])
def test_a_mistake_is_one_sentence_before_anything_is_filmed(saying, elsewhere, capsys, command, lines, said):
    lesson = saying(f'formats = ["film", "pptx"]\n{lines}')
    assert main([*command, str(lesson)]) == 2
    [sentence] = capsys.readouterr().err.splitlines()
    assert said.format(elsewhere / "talk") in sentence
    assert not (elsewhere / "out" / ".work").exists()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--to", "html", "--layout", "Title Only"], "--layout 'Title Only' goes with --to pptx."),
        (["--to", "pdf", "--paper", "letter"], "--paper letter goes with --per-page 2 or 6"),
    ],
)
def test_an_option_that_would_change_nothing_is_refused(saying, elsewhere, capsys, options, said):
    assert main(["slides", str(saying('template = "university.pptx"')), *options]) == 2
    assert said in capsys.readouterr().err
    assert not (elsewhere / "out" / ".work").exists()


def test_decks_and_papers_say_whose_they_are(saying, elsewhere):
    lesson = saying('author = "A. Łukasz <&>"\nquality = "draft"\nfolder = "out"')
    assert main(["slides", str(lesson), "--to", "pptx", "--to", "pdf", "--to", "html"]) == 0
    assert main(["handout", str(lesson), "--exercise-only"]) == 0
    about = pptx.Presentation(elsewhere / "out" / "my-slides.pptx").core_properties
    assert (about.author, about.last_modified_by) == ("A. Łukasz <&>", "A. Łukasz <&>")
    for name in ("my-slides.pdf", "my-exercise.pdf"):
        assert pypdfium2.PdfDocument(elsewhere / "out" / name).get_metadata_dict()["Author"] == "A. Łukasz <&>"
    page = BeautifulSoup((elsewhere / "out" / "my-slides.html").read_text("utf-8"), "html.parser")
    assert page.find("meta", {"name": "author"})["content"] == "A. Łukasz <&>"


def test_decks_are_called_as_their_film_is_where_it_is_uploaded(saying, elsewhere):
    lesson = saying('quality = "draft"\nfolder = "out"\nformats = ["film", "html", "pptx", "pdf"]')
    assert main(["render", str(lesson)]) == 0
    out = elsewhere / "out"
    title = (out / "my.youtube.txt").read_text("utf-8").splitlines()[0]
    assert title == "Backpropagation, intuitively"
    page = BeautifulSoup((out / "my-slides.html").read_text("utf-8"), "html.parser")
    assert page.title.string == title
    assert pptx.Presentation(out / "my-slides.pptx").core_properties.title == title
    assert pypdfium2.PdfDocument(out / "my-slides.pdf").get_metadata_dict()["Title"] == title
