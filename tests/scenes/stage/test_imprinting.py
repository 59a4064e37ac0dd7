"""A logo keeps its colours and stands right of the title, a footer in the lower margin, over and under nothing."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from netsim import Trace
from scenes.lesson.lesson import Lesson
from scenes.look.imprint import Imprint
from scenes.look.theme import Theme, ThemeError
from scenes.nudges.output_nudges import OutputNudges
from scenes.stage.formats import FORMATS, WIDE
from scenes.stage.imprinting import check_imprint, imprinted, places
from scenes.stage.rehearsing.inspection import misplaced
from scenes.stage.rehearsing.rehearsal import rehearse
from scenes.story.told import Part
from scenes.studio.film.clips.quality import Quality
from scenes.studio.film.stills import draw_stills
from scenes.words.messages import Messages

FOOTER = "University of Example · 2026"
RED, BLUE = (200, 30, 60), (20, 60, 220)
SVG = (
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 30 10'><rect width='15' height='10' fill='rgb(200,30,60)'/>"
    "<rect x='15' width='15' height='10' fill='rgb(20,60,220)'/></svg>"
)
TRAINED_SMALL = Quality("tiny", 640, 360, 15)


@pytest.fixture(params=["logo.svg", "logo.png"])
def logo(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A logo three times as wide as high: its left half red, its right one blue."""
    path = tmp_path / request.param
    if path.suffix == ".svg":
        path.write_text(SVG)
    else:
        pixels = np.zeros((100, 300, 3), np.uint8)
        pixels[:, :150], pixels[:, 150:] = RED, BLUE
        Image.fromarray(pixels).save(path)
    return path


def signed(logo: Path, footer: str = FOOTER) -> Theme:
    return Theme.load().imprinted(Imprint.of(logo, footer))


def test_a_logo_keeps_its_colours_in_the_film_from_its_first_picture_on(trace: Trace, logo: Path) -> None:
    theme, words = signed(logo), Messages.load()
    zone, unit = places(theme, WIDE)["logo"], TRAINED_SMALL.height / WIDE.height
    for still in draw_stills([Part(OutputNudges, frozenset({"the_example"}))], trace, TRAINED_SMALL, theme, words):
        pixels = np.asarray(Image.open(io.BytesIO(still.png)))
        row = round((WIDE.height / 2 - zone.y) * unit)
        for share, colour in ((0.25, RED), (0.75, BLUE)):
            column = round((WIDE.width / 2 + zone.left + share * zone.width) * unit)
            assert np.abs(pixels[row, column].astype(int) - colour).max() <= 2


@pytest.mark.parametrize("shape", FORMATS.values(), ids=FORMATS)
def test_they_stand_beside_all_that_is_told_in_every_format(logo: Path, shape) -> None:
    found = places(signed(logo), shape)
    if shape.width > shape.height:
        assert found["logo"].bottom > shape.stage.top
        assert found["logo"].right == pytest.approx(shape.frame.right, abs=0.05)
    else:  # where titles need their whole line, it stands beside the footer
        assert found["logo"].top < shape.caption.bottom
        assert found["logo"].left == pytest.approx(shape.frame.left, abs=0.05)
        assert found["logo"].right < found["footer"].left
    assert found["logo"].bottom > -shape.height / 2
    assert found["logo"].width / found["logo"].height == pytest.approx(3, rel=0.1)
    assert found["footer"].top < shape.caption.bottom
    assert found["footer"].bottom > -shape.height / 2
    assert found["footer"].right == pytest.approx(shape.frame.right, abs=0.05)


def test_a_title_that_runs_into_the_logo_is_misplaced(trace: Trace, tmp_path: Path) -> None:
    class Long(OutputNudges):
        title = "A title that is so long that it runs to the right end of its line and beyond"

    (tmp_path / "logo.svg").write_text(SVG)

    def over_the_logo(scene: type[OutputNudges]) -> list[str]:
        found: list[str] = []
        look = {"theme": signed(tmp_path / "logo.svg"), "told": frozenset({"the_example"})}
        rehearse(scene, trace, lambda shown, _: found.extend(misplaced(shown)), **look)
        return [sentence for sentence in found if "overlaps the logo" in sentence]

    assert over_the_logo(OutputNudges) == []
    assert len(over_the_logo(Long)) == 1


def test_without_them_nothing_is_painted() -> None:
    assert imprinted(Theme.load(), WIDE, 64, 36) is None
    assert places(Theme.load(), WIDE) == {}


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("gone.svg", None, "gone.svg cannot be read (no such file or directory)"),
        ("logo.bmp", b"BM", "is no picture for a logo; expected a file ending in .svg, .png"),
        ("logo.svg", b"<svg", "cannot be drawn"),
        ("logo.png", b"no picture", "cannot be drawn"),
    ],
)
def test_what_is_no_logo_is_refused_in_one_sentence(
    tmp_path: Path, name: str, content: bytes | None, said: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    lesson = Lesson.of({"look": {"logo": name}}, tmp_path / "lesson.toml")
    with pytest.raises(ThemeError) as refused:
        check_imprint(lesson.theme(), WIDE)
    assert said in str(refused.value)
    assert str(refused.value).count("\n") == 0


def test_a_footer_that_is_too_long_is_refused() -> None:
    theme = Theme.load().imprinted(Imprint.of(None, "A very long line " * 11))
    with pytest.raises(ThemeError, match="is too long for the lower margin in 16:9; shorten it"):
        check_imprint(theme, WIDE)


def test_a_logo_that_changes_meanwhile_is_not_taken_for_the_one_that_was_looked_at(tmp_path: Path) -> None:
    path = tmp_path / "logo.svg"
    path.write_text(SVG)
    theme = signed(path)
    path.write_text(SVG.replace("30", "31"))
    with pytest.raises(ThemeError, match="changed after this began"):
        places(theme, WIDE)
