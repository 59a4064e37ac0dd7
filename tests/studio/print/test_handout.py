"""The handout as a PDF: the exercise leaves blank what the solution says, each version is another one."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from unicodedata import normalize

import pypdfium2
import pytest

from netsim import Recipe, Trace, record
from netsim.exhibits.calculus.worked import worked_version
from netsim.recipe.worked import WorkedSection
from scenes.calculus.small_nudge import SmallNudge
from scenes.cli import main
from scenes.commands.planning.planned import planned
from scenes.commands.planning.request import Request
from scenes.lesson.errors import LessonError
from scenes.lesson.lesson import Lesson
from scenes.look.theme import Theme
from scenes.nudges.output_nudges import OutputNudges
from scenes.story.told import Part
from scenes.studio.print.handout import Handout, handout_of
from scenes.studio.print.worksheet.sheet import worksheet
from tests.studio.print.test_worksheet import Line, every

logging.getLogger("manim").setLevel(logging.ERROR)
TOLD = frozenset({"the_example", "the_wishes"})


@pytest.fixture(scope="module")
def lesson(trace_of_xor: Trace) -> Lesson:
    return Lesson("xor", Path("xor.toml"), Recipe.from_dict({"data": {"name": "xor"}}))


@pytest.fixture(scope="module")
def solution(lesson: Lesson, trace_of_xor: Trace) -> Handout:
    parts = [Part(OutputNudges, TOLD), Part(SmallNudge, None)]
    return handout_of(lesson, parts, trace_of_xor, Theme.load("light"), None, True)


@pytest.fixture(scope="module")
def exercise(solution: Handout) -> Handout:
    return replace(solution, solutions=False)


@pytest.fixture(scope="module")
def other(solution: Handout) -> Handout:
    drawn = replace(solution.exercise, worked=worked_version(WorkedSection(seed=7)), version=7)
    return replace(solution, exercise=drawn)


def pages(handout: Handout) -> list[str]:
    """Return the text of each page: mathematics in plain letters, minus signs as hyphens, no white space."""
    document = pypdfium2.PdfDocument(handout.pdf())
    return [squeezed(normalize("NFKC", page.get_textpage().get_text_range())) for page in document]


def squeezed(text: str) -> str:
    return "".join(text.replace("\N{MINUS SIGN}", "-").split())


def results(handout: Handout) -> list[str]:
    return [line.result.text for line in every(Line, worksheet(handout.exercise.worked, handout.exercise.network))]


def test_the_solution_says_every_number_of_the_trace(solution: Handout, trace_of_xor: Trace) -> None:
    assert solution.exercise.worked is trace_of_xor
    by_hand = "".join(pages(solution)[-2:])
    for text in results(solution):
        assert text in by_hand
    sheet = worksheet(trace_of_xor, trace_of_xor.worked)
    derivatives = [parameter.slope for parameter in sheet.parameters]
    for line in [*sheet.sums, sheet.cost, *sheet.wishes, *derivatives, *sheet.sums_after, sheet.cost_after]:
        assert "".join(line.filled.replace("dot", "⋅").replace("^", "").split()) in by_hand


def test_the_exercise_leaves_blank_what_the_solution_says(exercise: Handout, solution: Handout) -> None:
    by_hand = "".join(pages(exercise)[-2:])
    given = {number.text for number in worksheet(exercise.exercise.worked, exercise.exercise.network).given.values()}
    found = [text for text in results(exercise) if text in by_hand and text not in given]
    assert found == []
    for text in given:
        assert text in by_hand
    assert len(pages(exercise)) == len(pages(solution))


def test_the_story_comes_with_its_words_formulas_and_pictures(exercise: Handout, trace_of_xor: Trace) -> None:
    beats = [beat for scene in exercise.content()["story"]["scenes"] for beat in scene["beats"]]
    assert [beat["id"] for beat in beats] == ["N3", "N4", "K4", "K4", "K4", "K4", "K5", "K5"]
    text = "".join(pages(exercise)[:-2])
    for scene in (OutputNudges, SmallNudge):
        for name, said in scene.says(trace_of_xor).items():
            assert (squeezed(said) in text) == (scene is SmallNudge or name in TOLD)
    stated = [formula for beat in beats for formula in beat["formulas"]]
    assert len(stated) == len(set(stated))
    assert any(formula.startswith("Delta w =") for formula in stated)
    rule = " thin ".join(["(partial z^((L))) / (partial w^((L)))", "(partial a^((L))) / (partial z^((L)))"])
    assert f"(partial C_0) / (partial w^((L))) = {rule} thin (partial C_0) / (partial a^((L)))" in " ".join(stated)
    document = pypdfium2.PdfDocument(exercise.pdf())
    images = [o for page in document for o in page.get_objects() if o.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]
    assert len(images) == len(beats)


def test_nothing_leaves_the_page_and_all_are_a4(solution: Handout) -> None:
    for page in pypdfium2.PdfDocument(solution.pdf()):
        width, height = page.get_size()
        assert (round(width), round(height)) == (595, 842)
        margin = 72 * 8 / 25.4  # mm; printers reach no further
        for thing in page.get_objects(max_depth=1):
            left, bottom, right, top = thing.get_bounds()
            assert left >= margin
            assert right <= width - margin
            assert bottom >= margin
            assert top <= height - margin


def test_the_same_seed_gives_the_same_bytes_and_another_seed_another_sheet(solution: Handout, other: Handout) -> None:
    assert solution.pdf() == solution.pdf()
    assert all("Version7" in page for page in pages(other))
    assert all("Version0" in page for page in pages(solution))
    mine, theirs = ("".join(pages(handout)[-2:]) for handout in (solution, other))
    assert mine != theirs
    assert set(results(solution)) != set(results(other))
    for text in results(other):
        assert text in theirs


def test_a_seed_stands_in_for_an_example_that_was_not_recorded(lesson: Lesson) -> None:
    bare = record(Recipe.from_dict({"data": {"name": "xor"}, "training": {"epochs": 1}}), exhibits=[])
    with pytest.raises(
        LessonError, match=r"xor.toml: .* 'worked', which the trace does not have; record it anew, or .* --seed"
    ):
        handout_of(lesson, [], bare, Theme.load("light"), None, False)
    made = handout_of(lesson, [], bare, Theme.load("light"), 3, False)
    assert made.exercise.version == 3
    assert len(pages(made)) >= 2


@pytest.fixture
def small_lesson(tmp_path: Path) -> Path:
    path = tmp_path / "small.toml"
    path.write_text(
        '[network]\nhidden = [3]\n[data]\nname = "xor"\n[training]\nepochs = 1\n[story]\nbeats = ["N3"]\n', "utf-8"
    )
    return path


def test_the_command_names_its_file_by_version_and_solutions(
    small_lesson: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert main(["handout", str(small_lesson), "--out", str(out)]) == 0
    assert main(["handout", str(small_lesson), "--out", str(out), "--seed", "7", "--solutions"]) == 0
    assert sorted(path.name for path in out.glob("*.pdf")) == ["small-handout-7-solutions.pdf", "small-handout.pdf"]
    assert "small-handout-7-solutions.pdf (version 7, solutions)" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["handout", "render", "slides", "stills", "storyboard"])
def test_a_theme_that_is_not_there_is_said_before_anything_is_trained(
    small_lesson: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    out = tmp_path / "out"
    assert main([command, str(small_lesson), "--out", str(out), "--theme", "lihgt"]) == 2
    assert "did you mean 'light'?" in capsys.readouterr().err
    assert not out.exists()


def test_a_theme_of_ones_own_is_looked_for_from_here_and_overrides_the_lessons(
    small_lesson: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "mine.toml").write_text('base = "light"\n[colour]\nup = "#123456"\n', "utf-8")
    monkeypatch.chdir(elsewhere)
    production = planned(Request(lesson=small_lesson, theme="mine.toml"))
    assert production.theme().colour.up == "#123456"
    assert {shot.theme for shot in production.shots()} == {str(elsewhere / "mine.toml")}


def test_no_line_of_any_version_is_broken(solution: Handout) -> None:
    """A broken line would push all below it down."""
    places = set()
    for seed in (0, 3, 5, 12, 21, 30):
        drawn = replace(solution.exercise, worked=worked_version(WorkedSection(seed=seed)))
        made = replace(solution, stills=[], exercise=drawn)
        sheets = list(pypdfium2.PdfDocument(made.pdf()))[-2:]
        bottoms = [[round(thing.get_bounds()[1]) for thing in page.get_objects(max_depth=1)] for page in sheets]
        places.add(tuple(min(y for y in page if y > 60) for page in bottoms))  # 60: above the page number
    assert len(places) == 1


MAZUR = Path(__file__).parents[3] / "assets" / "lessons" / "worked-mazur.toml"


def test_the_exercise_alone_has_two_pages_and_trains_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["handout", str(MAZUR), "--exercise-only", "--solutions", "--out", str(tmp_path)]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.split() == ["Exercise", str(tmp_path / "worked-mazur-exercise-solutions.pdf"), "(solutions)"]
    document = pypdfium2.PdfDocument(tmp_path / "worked-mazur-exercise-solutions.pdf")
    said = [squeezed(normalize("NFKC", page.get_textpage().get_text_range())) for page in document]
    assert len(said) == 2
    for number in ("0.7514", "0.7729", "0.2984", "0.0822"):
        assert number in said[0] + said[1]
    for number in ("0.3589", "0.4087", "0.5113", "0.5614", "0.1498", "0.1996", "0.2498", "0.2995", "0.2910"):
        assert number in said[1]
    assert squeezed("Only weights are changed; the biases stay as they are.") in said[1]
    assert squeezed("After 10,000 steps it is 0.000035.") in said[1]
    assert "Version" not in said[0]


def test_where_all_numbers_are_given_there_is_no_other_version(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["handout", str(MAZUR), "--exercise-only", "--seed", "3", "--out", str(tmp_path)]) == 2
    err = capsys.readouterr().err
    assert "--seed 3: [worked] in" in err
    assert "gives all numbers of the exercise, so that there is no other version of it; leave --seed out" in err
    assert not list(tmp_path.glob("*.pdf"))


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("W1 = [[0.5, 0.1, -0.2]]\nx = [1, 2, 3]\ny = [1]", "3 inputs and one output"),
        ('x = [1]\nhidden = "tanh"\noutput = "identity"\ny = [2]', "The function of hidden neurons is σ(z) = tanh(z)"),
        (
            "x = [1, 2, 3, 4]\ny = [1, 0, 0, 0]\nb1 = [1, 1, 1, 1]",
            "4 inputs, 4 hidden neurons and 4 outputs",
        ),
    ],
)
def test_a_sheet_is_made_of_any_small_network(lesson_file: Callable[[str], Path], keys: str, said: str) -> None:
    path = lesson_file(f"[worked]\n{keys}\n")
    lesson = Lesson.load(path)
    made = handout_of(lesson, [], None, Theme.load("light"), None, True)
    text = "".join(pages(made))
    assert squeezed(normalize("NFKC", said)) in text
    for line in every(Line, worksheet(made.exercise.worked, made.exercise.network)):
        assert line.result.text in text


def test_the_sheet_says_its_rule_where_the_lesson_learns_by_another(lesson_file: Callable[[str], Path]) -> None:
    told = []
    for momentum in (0, 0.9):
        lesson = Lesson.load(lesson_file(f"[training]\nmomentum = {momentum}\n"))
        made = handout_of(lesson, [], None, Theme.load("light"), None, False)
        told.append("plaingradientdescent" in "".join(pages(made)))
    assert told == [False, True]
