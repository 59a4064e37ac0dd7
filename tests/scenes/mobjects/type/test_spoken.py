"""A line of words with numbers: each is a picture of its reading, spelled as the sentence has it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import pytest

from netsim import Reading
from scenes.look.faces import CHINESE
from scenes.look.manner import Manner
from scenes.look.roles import families
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Scale, quantities
from scenes.mobjects.type.formula import Formula, cost_said, scale_note
from scenes.mobjects.type.spoken import Spoken, in_lines
from scenes.mobjects.type.term import Term
from scenes.mobjects.type.typeset import Words
from scenes.words.messages import Messages
from scenes.words.numbers import Fact
from scenes.words.sentence import Name, Sentence

THEME = Theme.load()
MANY, SHARE, FALL = Reading(13002.0, "many"), Reading(0.98376, "share"), Reading(-0.0314, "fall")


def spoken(text: str, facts: Mapping[str, Fact], language: str = "en") -> Spoken:
    return Spoken(Messages(language, [("words.ftl", f"it = {text}")]).say("it", facts), THEME)


@pytest.mark.parametrize(
    ("text", "facts", "digits", "shown"),
    [
        ("All { $n } of them", {"n": MANY}, "13,002", 13002),
        ("[{ $n } weights](focus) move", {"n": MANY}, "13,002", 13002),
        ("right in { PCT($n, decimals: 1) }", {"n": SHARE}, "98.4%", 0.984),
        ("by { NUM($n, decimals: 2) }", {"n": FALL}, "−0.03", -0.03),
        ('falls by { NUM($n, decimals: 2, sign: "never") }', {"n": FALL}, "0.03", 0.03),
        ("[C = { NUM($n, decimals: 3) }](math)", {"n": SHARE}, "0.984", 0.984),
    ],
)
def test_a_number_is_a_picture_of_its_reading(text: str, facts: Mapping[str, Fact], digits: str, shown: float) -> None:
    line = spoken(text, facts)
    (term,) = quantities([line])
    assert isinstance(term, Term)
    assert term is line["n"]
    assert term.text == digits
    assert term.shown() == pytest.approx(shown, abs=1e-12)
    assert term.reading is not None
    assert abs(term.shown() - float(term.reading)) <= term.rounding
    assert abs(term.shown() - float(term.reading)) > 1e-9 or float(term.reading) == shown


def test_numbers_of_another_language_are_read_back_as_they_are_written() -> None:
    line = spoken(
        "{ $n } und { NUM($x, decimals: 2) } und { PCT($s, decimals: 1) }", {"n": MANY, "x": FALL, "s": SHARE}, "de"
    )
    assert line.sentence.startswith("13.002 und −0,03 und 98,4")
    assert [part.shown() for part in quantities([line])] == pytest.approx([13002, -0.03, 0.984])


@pytest.mark.skipif(not set(CHINESE) & set(families()), reason="no font with Chinese letters is here")
def test_in_chinese_a_number_stands_as_far_from_letters_as_typst_sets_it() -> None:
    theme = THEME.in_manner(Messages.load("zh").manner)
    text = "共[{ $n }个](focus)，占[{ PCT($s) }](focus)，为{ $c }的"
    facts = {"n": MANY, "s": SHARE, "c": Name("cat", 0)}
    line = Spoken(Messages("zh", [("words.ftl", f"it = {text}")]).say("it", facts), theme)
    assert line.sentence == "共13,002个，占98%，为cat的"
    assert line.width == pytest.approx(Words(line.sentence, theme).width)


def test_parts_are_addressed_by_the_names_of_facts() -> None:
    line = spoken(
        "The [{ $label }](focus): { $n }, { NUM($x, decimals: 1) }, { $n }",
        {"label": Name("twelve", 0), "n": MANY, "x": SHARE},
    )
    assert len(line["label"]) == len("twelve")
    assert [term.text for term in line["n"]] == ["13,002", "13,002"]
    assert line["x"].text == "1.0"
    with pytest.raises(KeyError, match="does not show 'y'; it shows label, n, x, n"):
        line["y"]


def test_a_sentence_within_keeps_its_facts_and_takes_the_name_of_the_one_that_holds_it() -> None:
    inner = Messages("en", [("words.ftl", "it = just { $n }")]).say("it", {"n": MANY})
    line = spoken("so { $clause }, { $bare }", {"clause": inner, "bare": Sentence("yes")})
    assert line["n"].text == "13,002"
    assert line.sentence == "so just 13,002, yes"


def test_it_is_set_as_words_are() -> None:
    facts = {"n": MANY, "x": FALL}
    line = spoken("The [{ $n } weights](focus) by [W x](math) and { NUM($x, decimals: 2) } each.", facts)
    words = Words("The [13,002 weights](focus) by [W x](math) and −0.03 each.", THEME)
    assert line.sentence == words.sentence
    assert (line.width, line.height, line.em) == pytest.approx((words.width, words.height, words.em))
    assert line.stand_on(1.0).baseline == pytest.approx(1.0)
    assert sorted(glyph.get_color().to_hex() for glyph in line.family_members_with_points()) == sorted(
        glyph.get_color().to_hex() for glyph in words.family_members_with_points()
    )
    assert {glyph.get_color().to_hex() for glyph in line["n"]} == {THEME.of("focus").to_hex()}


def test_a_scale_is_stated_with_a_picture_of_its_longest() -> None:
    note = scale_note(
        Scale.fit([FALL], 1.0),
        THEME,
        Sentence('"longest" [w_k](math)', manner=Manner(point=",", group=".")),
        decimals=3,
    )
    (term,) = quantities([note])
    assert note.sentence.endswith("= 0,031")
    assert term.shown() == pytest.approx(0.031)


def test_words_within_a_formula_are_set_in_their_font_whatever_signs_they_hold() -> None:
    formula = Formula("<what> = - eta times C", THEME, words={"what": 'a "step" #1 [down](down)'})
    assert len(formula.submobjects) == len('a"step"#1down=-ηxC')
    assert len(cost_said("over 12 examples", THEME)["cost"]) == 1


@pytest.mark.parametrize("width", [100.0, 2.5, 1.2])
def test_a_sentence_is_broken_into_lines_and_its_numbers_stay_numbers(width: float) -> None:
    text = "{ $n } weights, of which [{ NUM($m, decimals: 2) }](focus) fall"
    said = Messages("en", [("words.ftl", f"it = {text}")]).say("it", {"n": MANY, "m": FALL})
    lines = in_lines(said, THEME, width)
    assert (len(lines) > 1) == (width < 100)
    assert lines.width < width
    terms = [term for line in lines for term in line if isinstance(term, Term)]
    assert [(term.reading, term.shown()) for term in terms] == [(MANY, 13002), (FALL, -0.03)]
    assert " ".join(line.sentence for line in lines) == "13,002 weights, of which −0.03 fall"
    assert all(two.baseline < one.baseline for one, two in pairwise(lines))
