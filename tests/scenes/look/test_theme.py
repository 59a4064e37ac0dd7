"""The theme: roles, signs and brightness; themes of one's own; none of two leaks into the other."""

from __future__ import annotations

import logging
from dataclasses import asdict
from pathlib import Path

import numpy as np
import pytest
from manim import ManimColor, config

from netsim import Reading, Trace
from scenes.look.theme import Theme, ThemeError, bundled
from scenes.mobjects.network.digit import InputImage
from scenes.mobjects.network.edges import Edges
from scenes.mobjects.type.typeset import Words
from scenes.nudges.output_nudges import OutputNudges
from scenes.nudges.previous_layer import PreviousLayer
from scenes.stage.rehearsing.rehearsal import rehearse
from scenes.stage.stage import TraceScene
from tests.scenes.inspection import false_pictures

logging.getLogger("manim").setLevel(logging.ERROR)


@pytest.fixture(params=bundled())
def theme(request: pytest.FixtureRequest) -> Theme:
    return Theme.load(request.param)


def test_an_image_shows_every_brightness_to_its_rounding(theme: Theme) -> None:
    pixels = np.linspace(0, 1, 1000)
    image = InputImage(Reading.of({"x": pixels}, "x"), (20, 50), theme, 1.0)
    assert np.abs(image.shown() - pixels).max() <= image.rounding < 0.003


def own(folder: Path, text: str) -> Path:
    path = folder / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_signs_have_the_two_colours_and_zero_is_up(theme: Theme) -> None:
    assert theme.signed(-0.1) == theme.of("down")
    assert theme.signed(0.0) == theme.signed(3.0) == theme.of("up")


@pytest.mark.parametrize("share", [0.0, 0.2, 0.5, 1.0])
def test_brightness_can_be_read_back(theme: Theme, share: float) -> None:
    assert theme.share(theme.grey(share)) == pytest.approx(share, abs=0.003)


def test_brightness_is_clipped_at_its_ends(theme: Theme) -> None:
    assert theme.grey(-1) == ManimColor(theme.colour.dark_neuron)
    assert theme.grey(2) == ManimColor(theme.colour.bright_neuron)


def test_a_theme_of_ones_own_changes_a_role_and_takes_the_rest_from_its_base(tmp_path: Path) -> None:
    mine = Theme.load(own(tmp_path, 'base = "light"\n[colour]\nup = "#123456"\n[time]\nmove = 2\n'))
    light = Theme.load("light")
    assert asdict(mine.colour) == asdict(light.colour) | {"up": "#123456", "edge_up": "#123456"}
    assert asdict(mine.time) == asdict(light.time) | {"move": 2}
    assert mine.size == light.size


def test_edges_have_a_colour_of_their_own_if_a_theme_gives_one(tmp_path: Path) -> None:
    plain, mine = Theme.load(), Theme.load(own(tmp_path, '[colour]\nedge_up = "#777777"\ndown = "#123456"\n'))
    assert (plain.colour.edge_up, plain.colour.edge_down) == (plain.colour.up, plain.colour.down)
    assert (mine.colour.edge_up, mine.colour.up) == ("#777777", plain.colour.up)
    assert mine.colour.edge_down == "#123456"


def test_without_a_base_the_rest_is_dark(tmp_path: Path) -> None:
    mine = Theme.load(str(own(tmp_path, '[colour]\nfocus = "#FFFFFF"\n')))
    assert asdict(mine.colour) == asdict(Theme.load("dark").colour) | {"focus": "#FFFFFF"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[colour]\nbackgroud = "#000000"', r"\[colour\] has no role 'backgroud' \(did you mean 'background'\?\)"),
        ('[colour]\nup = "blu"', "colour.up = 'blu', expected a colour .* such as '#4cb7e5'"),
        ("[colour]\nup = 7", "colour.up = 7, expected a colour"),
        ("[size]\nsmall = 3", "size.small = 3, expected a size of type from 15 to 60"),
        ("[size]\nsmall = true", "size.small = True, expected"),
        ("[time]\nmove = 0", "time.move = 0, expected a number of seconds above 0 and at most 60"),
        ("[time]\nslow = 1e300", "time.slow = 1e.300, expected a number of seconds above 0 and at most 60"),
        ("[time]\nchars_per_second = 0.001", "expected a number of characters from 1 to 1,000"),
        ("[time]\nmove = nan", "time.move = nan, expected"),
        ("[time]\nmove = inf", "time.move = inf, expected"),
        ('[colors]\nup = "#000000"', r"no use for 'colors' \(did you mean 'colour'\?\)"),
        ("colour = 3", r"colour = 3, expected a table of roles, \[colour\]"),
        ('base = "drak"', r"base = 'drak', expected one of dark, high-contrast, light \(did you mean 'dark'\?\)"),
        ("base = 3", "base = 3, expected one of"),
        ("base = [1]", r"base = \[1\], expected one of"),
        (
            '[colour]\nbright_neuron = "#000000"',
            "dark_neuron and bright_neuron are both '#000000', expected two colours",
        ),
        ("[colour", "is not valid TOML"),
    ],
)
def test_what_is_wrong_with_a_theme_is_one_sentence_with_its_file(tmp_path: Path, text: str, said: str) -> None:
    path = own(tmp_path, text)
    with pytest.raises(ThemeError, match=said) as caught:
        Theme.load(path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("lihgt", r"'lihgt' is not there \(did you mean 'light'\?\); expected dark, high-contrast, light"),
        ("nowhere.toml", "nowhere.toml is not there; a theme is a TOML file, or one of dark"),
    ],
)
def test_a_missing_theme_is_said_in_one_sentence(name: str, said: str) -> None:
    with pytest.raises(ThemeError, match=said):
        Theme.load(name)


def test_a_theme_that_is_no_text_or_a_folder_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "latin.toml").write_bytes(b"# caf\xe9")
    with pytest.raises(ThemeError, match="is not UTF-8 text in line 1; save it as UTF-8"):
        Theme.load(tmp_path / "latin.toml")
    with pytest.raises(ThemeError, match="is a folder, expected a file; a theme is a TOML file"):
        Theme.load(tmp_path)


def colours_of(trace: Trace, theme: Theme) -> dict[str, set[str]]:
    """Rehearse a scene in a theme; return every colour on stage at the end of each beat, and what manim holds."""
    found: dict[str, set[str]] = {}

    def look(scene: TraceScene, beat: str) -> None:
        parts = [part for mobject in scene.mobjects for part in mobject.family_members_with_points()]
        seen = {ManimColor(part.color).to_hex().lower() for part in parts if not isinstance(part, Edges)}
        for part in parts:
            if isinstance(part, Edges):
                seen |= {
                    ManimColor(colour).to_hex().lower() for colour in np.unique(part.colours.reshape(-1, 3), axis=0)
                }
        found[beat] = seen | {f"ground {scene.camera.background_color.to_hex().lower()}"}
        assert config.background_color == ManimColor("#000000")

    rehearse(PreviousLayer, trace, look, theme=theme)
    return found


def test_two_themes_in_one_process_do_not_leak_into_each_other(trace: Trace) -> None:
    before = {key: repr(value) for key, value in config.items()}
    dark, light = Theme.load("dark"), Theme.load("light")
    first, second, third = (colours_of(trace, theme) for theme in (dark, light, dark))
    assert first == third
    shared = {value.lower() for value in asdict(dark.colour).values()} & set(asdict(light.colour).values())
    for beat, colours in first.items():
        assert f"ground {dark.colour.background}" in colours
        assert f"ground {light.colour.background}" in second[beat]
        named = {role for role, value in asdict(light.colour).items() if value in second[beat]}
        assert {"ink", "dim", "focus"} <= named
        roles = {value for role, value in asdict(dark.colour).items() if role != "dark_neuron"}
        assert not second[beat] & (roles - shared)
    assert {key: repr(value) for key, value in config.items()} == before


@pytest.mark.parametrize("face", ["Libertinus Serif", "DejaVu Sans Mono"])
def test_words_and_numbers_take_the_font_of_the_theme_and_stay_true(tmp_path: Path, face: str, trace: Trace) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(f'[font]\nwords = "{face}"\n', "utf-8")
    theme = Theme.load(path)
    assert Words("Hand", theme).width != pytest.approx(Words("Hand", Theme.load()).width)

    def look(scene: TraceScene, beat: str) -> None:
        assert false_pictures(scene, trace) == []

    rehearse(OutputNudges, trace, look, theme=theme)


def test_a_font_that_is_not_here_is_said_in_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text('[font]\nwords = "Libertinus Sarif"\n', "utf-8")
    with pytest.raises(ThemeError, match=r"font.words = 'Libertinus Sarif', .*did you mean 'Libertinus Serif'"):
        Theme.load(path)
