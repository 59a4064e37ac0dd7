"""Where texts may be broken: words at spaces, Chinese between letters, and no mark where it must not stand."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.words.breaks import CLOSING, OPENING, breakable, filled, folded, joined, sentences_of, set_apart

CHINESE = "一个手写的 2，和一个什么都没学过的网络：“它”说 0.31（太少）。真的吗？"
TEXTS = (
    st.text(st.sampled_from("一二三ab12 ，。、（）“”.,()\N{NO-BREAK SPACE}"), min_size=1, max_size=40)
    .map(folded)
    .filter(bool)
)


def test_words_are_broken_at_spaces_alone() -> None:
    assert breakable("well-known words, 98\N{NO-BREAK SPACE}% and (so) on") == [
        "well-known ",
        "words, ",
        "98\N{NO-BREAK SPACE}% ",
        "and ",
        "(so) ",
        "on",
    ]


def test_chinese_is_broken_between_letters_and_marks_stay_where_they_belong() -> None:
    pieces = breakable(CHINESE)
    assert pieces[:6] == ["一", "个", "手", "写", "的 ", "2，"]
    assert {"“它”", "0.31", "（太", "少）。", "吗？"} <= set(pieces)


def test_chinese_stands_apart_from_numbers_and_latin_words_as_its_typesetters_set_it() -> None:
    apart = set_apart("微调\N{MINUS SIGN}0.02，14°到98%的setosa，两个。a 字，(一)").replace("\u2005", "|")
    assert apart == "微调|\N{MINUS SIGN}0.02，14°|到|98%|的|setosa，两个。a 字，(一)"
    assert set_apart("well-known: 98% of +1.5") == "well-known: 98% of +1.5"


@given(TEXTS, st.integers(1, 12))
def test_nothing_is_lost_and_no_line_begins_or_ends_with_the_wrong_mark(text: str, letters: int) -> None:
    assert "".join(breakable(text)) == text
    lines = filled(text, letters)
    assert "".join(lines) == text
    assert "".join(sentences_of(text)) == text
    for before, after in pairwise(lines):
        if not before.endswith(" "):
            assert after[0] not in CLOSING
            assert before[-1] not in OPENING
        assert len(before.rstrip()) <= letters or len(breakable(before)) == 1


@pytest.mark.parametrize("text", [CHINESE.replace(" ", ""), "The 2 gets 0.31, but the 0 gets 0.74."])
def test_what_was_broken_is_put_together_again(text: str) -> None:
    assert joined(line.strip() for line in filled(text, 9)) == text


def test_sentences_end_with_their_marks() -> None:
    assert sentences_of("One. Two; 0.3 and more! 是。（好！）完") == [
        "One. ",
        "Two; ",
        "0.3 and more! ",
        "是。",
        "（好！）完",
    ]
