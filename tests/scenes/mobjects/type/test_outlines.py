"""What Typst sets is drawn as Manim would draw it, glyph for glyph; Manim is the authority, and only slower."""

from __future__ import annotations

import numpy as np
import pytest
from manim import MathTypst, Typst

from scenes.look.faces import Face
from scenes.mobjects.type.outlines import Line, Mathematics, Outlined
from scenes.mobjects.type.typeset import set_in

LOOK = {"font_size": 33, "color": "#aabbcc", **set_in(Face())}
#: Ligatures, colours that let light through, labels of one and several places, spaces, and symbols in a line.
SENTENCE = (
    '#text("An office, 1,000 °C") #text(fill: rgb("#ff000080"), "red") #[#box(text("42"))<shown0>] '
    '$sum_k a_k/b$ and #[#box(text("7"))<shown0>]#[#box(text("−0.5"))<shown1>]'
)
#: Bars of fractions and roots, accents, groups within groups and of several places, what grows with its content.
RULE = (
    '{{ a_2^((L)) : a }}/b + sqrt(2) {{ "foo" : a }} {{ overline(c + {{ d : d }}) : c }} '
    "vec(1, 2) cases(x, y) underbrace(p + q, r)"
)
#: Boxes with edges, what is turned, and struck out.
DRAWN = "$cancel(x)$ #underline[on] #box(stroke: red, fill: blue, inset: 2pt)[x] #rotate(30deg)[up]"
#: A picture is no outline: such a page is left to Manim.
PICTURE = """a #image(bytes("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"), format: "svg") b"""


@pytest.mark.parametrize(
    ("ours", "manims", "code"),
    [(Line, Typst, SENTENCE), (Mathematics, MathTypst, RULE), (Line, Typst, DRAWN), (Line, Typst, PICTURE)],
    ids=["sentence", "rule", "drawn", "picture"],
)
def test_every_glyph_is_manims(ours: type[Outlined], manims: type[Typst], code: str) -> None:
    mine, other = ours(code, **LOOK), manims(code, **LOOK)
    assert mine.submobjects
    for part, as_manim in zip(mine.submobjects, other.submobjects, strict=True):
        assert np.allclose(part.points, as_manim.points, rtol=0, atol=1e-9)
        assert np.array_equal(part.fill_rgbas, as_manim.fill_rgbas)
        assert np.array_equal(part.stroke_rgbas, as_manim.stroke_rgbas)
        assert part.stroke_width == pytest.approx(as_manim.stroke_width)
    for label in ("shown0", "shown1", "a", "c", "d"):
        assert places(mine, label) == places(other, label)


def places(line: Typst, label: str) -> list[int]:
    """Return which parts a label selects."""
    try:
        return [line.submobjects.index(part) for part in line.select(label)]
    except KeyError:
        return []


def test_no_glyph_shares_what_changes_with_another() -> None:
    one, two, three = Line('#text("oo")', **LOOK).submobjects + Line('#text("o")', **LOOK).submobjects
    one.set_fill("#ff0000").shift((1, 0, 0)).add_updater(lambda part: None)
    one.points[0] = 7.0
    for other in (two, three):
        assert not np.array_equal(other.fill_rgbas, one.fill_rgbas)
        assert not other.updaters
    assert np.allclose(two.points - two.get_center(), three.points - three.get_center())
