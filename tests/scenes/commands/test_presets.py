"""`--for`: a place's size, aspect and captions, where no option says otherwise."""

from __future__ import annotations

import click
import pytest
from click.testing import CliRunner

from scenes.commands.options import making
from scenes.commands.presets import PRESETS, short_of
from scenes.look.aspects import ASPECTS
from scenes.studio.film.clips.quality import QUALITIES


@click.command()
@making
def shown(**options: object) -> None:
    """Print the options that a preset knows."""
    click.echo(" ".join(str(options[name]) for name in ("quality", "aspect", "captions")))


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], "None None None"),
        (["--for", "shorts"], "full 9:16 on"),
        (["--for", "lecture"], "full 16:10 off"),
        (["--aspect", "1:1", "--for", "shorts"], "full 1:1 on"),
        (["--for", "youtube", "--quality", "draft", "--captions", "off"], "draft 16:9 off"),
    ],
)
def test_options_go_before_a_preset(arguments: list[str], expected: str) -> None:
    assert CliRunner().invoke(shown, arguments).output.strip() == expected


def test_presets_name_what_there_is() -> None:
    for options in PRESETS.values():
        assert options["quality"] in QUALITIES
        assert options["aspect"] in ASPECTS


def test_a_short_is_upright_or_square_and_no_longer_than_three_minutes() -> None:
    assert short_of(20, 1920, 1080) == ""
    assert "takes it for a Short" in short_of(180, 1080, 1920)
    assert "takes it for a Short" in short_of(20, 1080, 1080)
    assert "no YouTube Short" in short_of(181, 1080, 1920)
