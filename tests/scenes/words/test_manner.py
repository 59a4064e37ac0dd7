"""How languages write numbers: as Babel's tables and the language's own message have it, and read back the same."""

from __future__ import annotations

import pytest
from babel.numbers import format_decimal, format_percent

from netsim import Reading
from scenes.look.faces import FONT, Face, face_of
from scenes.look.roles import ThemeError
from scenes.look.theme import Theme
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.number import Readout
from scenes.words.files import WordsError
from scenes.words.manners import manner_of
from scenes.words.messages import Messages

TAGS = ("en", "de", "de-CH", "es", "fr", "zh")


def messages(tag: str, told: str) -> Messages:
    return Messages(tag, [("labels.ftl", f"language = x\n{told}")])


@pytest.mark.parametrize("tag", TAGS)
def test_numbers_are_written_as_babel_writes_them(tag: str) -> None:
    manner, locale = manner_of(tag, {}, ""), tag.replace("-", "_")
    for value in (0.31, 13002.5, 1500.0, 999999.25):
        written = format_decimal(value, "#,##0.00", locale=locale).replace("'", "’")  # de-CH, as Babel's version has it
        assert manner.number(f"{value:,.2f}") == written
        assert manner.value(manner.number(f"{-value:,.2f}")) == -value
    share = format_percent(0.984, locale=locale, decimal_quantization=False)
    assert manner.number(f"{0.984:.1%}") == share
    assert manner.value(share) == pytest.approx(0.984)
    assert manner.rounding(share) == pytest.approx(0.0005, rel=1e-5)


def test_a_language_says_how_it_is_written() -> None:
    told = "    .speed = 0.5\n    .line = 18\n    .fonts = One, DejaVu Sans Mono\n"
    told += '    .group = { "\\u202F" }\n    .grouped_from = 5\n'
    manner = messages("es", told).manner
    assert [manner.number(text) for text in ("1,500", "13,002.5", "-1,234,567")] == [
        "1500",
        "13\u202f002,5",
        "\N{MINUS SIGN}1\u202f234\u202f567",
    ]
    assert (manner.speed, manner.line, manner.fonts) == (0.5, 18, ("One", "DejaVu Sans Mono"))
    assert manner.value("13\u202f002,5") == manner.value("13002,5") == 13002.5
    assert Theme.load().in_manner(manner).time.chars_per_second == 0.5 * Theme.load().time.chars_per_second


@pytest.mark.parametrize("told", [".speed = fast", ".speed = 0", ".line = 4.5", ".line = 1000", ".group = ab"])
def test_what_a_language_cannot_say_of_itself_is_refused(told: str) -> None:
    name, _, value = told.removeprefix(".").partition(" = ")
    with pytest.raises(WordsError, match=rf"labels\.ftl, line 1: language\.{name} = '{value}', expected "):
        _ = messages("fr", f"    {told}\n").manner


@pytest.mark.parametrize("tag", TAGS)
def test_numbers_on_stage_are_written_so_and_read_back_from_their_shapes(tag: str) -> None:
    theme = Theme.load().in_manner(manner_of(tag, {}, ""))
    for value, spec in ((-1234.5, "+,.1f"), (0.984, ".1%"), (0.0, ".2f")):
        number = Readout(Reading(value, "a"), theme, spec=spec)
        assert number.text == theme.manner.number(f"{value:{spec}}")
        assert number.shown() == pytest.approx(value, abs=1e-9)
        wide = number.width
        assert number.set_reading(Reading(value, "a")).width == pytest.approx(wide)
    formula = Formula("C = <C>", theme, numbers={"C": (Reading(0.25, "C"), ".2f")})
    assert formula["C"].text == theme.manner.number("0.25")
    assert formula["C"].shown() == 0.25


def test_percent_signs_stand_apart_where_the_language_wants_it() -> None:
    reading = Reading(0.5, "a")
    english, german = (
        Readout(reading, Theme.load().in_manner(manner_of(tag, {}, "")), spec=".0%") for tag in ("en", "de")
    )
    assert german.text == "50\N{NO-BREAK SPACE}%"
    assert len(german) == len(english)
    assert german.width > english.width


def test_a_font_that_is_needed_and_not_here_is_refused_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    manner = messages("zh", "    .fonts = Noto Serif CJK SC, Noto Sans CJK SC\n").manner
    monkeypatch.setattr("scenes.look.faces.families", lambda: (FONT, "DejaVu Sans Mono"))
    face_of.cache_clear()
    with pytest.raises(ThemeError, match=r"not here: Noto Serif CJK SC, Noto Sans CJK SC; install .*fonts-noto-cjk"):
        Theme.load().in_manner(manner)
    assert Theme.load().face == Face(FONT), "English needs none"
    monkeypatch.setattr("scenes.look.faces.families", lambda: (FONT, "Noto Sans CJK SC", "Noto Serif CJK SC"))
    face_of.cache_clear()
    assert Theme.load().in_manner(manner).face == Face(FONT, ("Noto Serif CJK SC",), latin=True)
    assert Theme.load().face == Face(FONT, ("Noto Serif CJK SC",)), "a class may have a Chinese name"
    face_of.cache_clear()
