"""Typst's pages as outlines: what Manim makes of them, glyph for glyph, with each glyph's curves read once.

Manim reads the curves of every letter anew, which takes longer than all the rest of a rehearsal.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from copy import copy
from functools import cache, lru_cache
from typing import Self
from xml.etree import ElementTree

import numpy as np
import svgelements as se
from manim import BLACK, ManimColor, MathTypst, Typst, VGroup, VMobject
from manim.mobject.svg.svg_mobject import VMobjectFromSVGPath

from scenes.mobjects.type.measured import Measured

_SVG = "{http://www.w3.org/2000/svg}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_LABEL = "data-typst-label"
#: Elements that hold others, and those that are drawn; a page with any other is left to Manim.
_HOLDS, _GLYPH, _SHAPE, _KEPT = f"{_SVG}g", f"{_SVG}use", f"{_SVG}path", f"{_SVG}defs"
Leaf = tuple[ElementTree.Element, se.Matrix, tuple[str, ...]]


class Outlined(Measured, Typst):
    """What Typst sets, as its outlines: a mixin before :class:`~manim.Typst`."""

    def generate_mobject(self) -> Self:
        """Read the page that Typst made; its glyphs become parts, in order, those of a label selectable by it."""
        page = ElementTree.parse(self.get_file_path()).getroot()
        symbols = {f"#{symbol.get('id')}": symbol[0] for symbol in page.iter(f"{_SVG}symbol")}
        if {part.tag for part in (*_drawn(page), *symbols.values())} - {_HOLDS, _GLYPH, _SHAPE}:
            super().generate_mobject()
            for part in self.submobjects:
                _in_colour(part, self.color)
            return self
        blank = cache(lambda fill: _blank(fill, self.color))
        curves = {name: str(symbol.get("d")) for name, symbol in symbols.items()}
        parts: list[VMobject] = []
        labelled: dict[str, list[VMobject]] = defaultdict(list)
        for i, (leaf, matrix, labels) in enumerate(_leaves(page, se.Matrix(), ())):
            drawn = _glyph(leaf, matrix, curves, blank) if leaf.tag == _GLYPH else self._shape(leaf, matrix)
            if drawn is not None:
                parts.append(drawn)
                for label in (*labels, *self._svg_leaf_labels.get(i, ())):
                    labelled[label].append(drawn)
        self.add(*parts)
        self.id_to_vgroup_dict = {label: VGroup(*some) for label, some in labelled.items()}
        return self

    def init_colors(self, propagate_colors: bool = True) -> Self:
        """Leave all parts in the colour that they were made in."""
        return self

    def _shape(self, leaf: ElementTree.Element, matrix: se.Matrix) -> VMobject | None:
        """Return what is no glyph, a fraction's bar say, as Manim draws it."""
        path = se.Path({**leaf.attrib, "transform": ""}) * matrix * _UPRIGHT
        part = self.get_mob_from_shape_element(path.reify())
        return None if part is None else _in_colour(part, self.color)


class Line(Outlined):
    """A line of words."""


class Mathematics(Outlined, MathTypst):
    """Mathematics, its parts marked with ``{{ … : name }}``."""


_UPRIGHT = se.Matrix.scale(1, -1)  # pages count downwards
_CHANGES = (np.ndarray, list, dict, set)


def _drawn(element: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """Yield all elements of a page but the curves that glyphs refer to."""
    for part in element:
        if part.tag != _KEPT:
            yield part
            yield from _drawn(part)


def _leaves(element: ElementTree.Element, matrix: se.Matrix, labels: tuple[str, ...]) -> Iterator[Leaf]:
    """Yield what is drawn, in order, with where it stands and the labels that it stands under."""
    for part in element:
        if part.tag == _KEPT:
            continue
        placed = se.Matrix(part.get("transform")) * matrix if part.get("transform") else matrix
        named = (*labels, str(part.get(_LABEL))) if part.get(_LABEL) else labels
        if part.tag == _HOLDS:
            yield from _leaves(part, placed, named)
        else:
            yield part, placed, named


def _glyph(
    leaf: ElementTree.Element, matrix: se.Matrix, curves: Mapping[str, str], blank: Callable[[str], VMobject]
) -> VMobject | None:
    """Return a glyph at its place; none if it is a space."""
    points = _outline(curves[str(leaf.get(_HREF))])
    if not len(points):
        return None
    start = np.array([float(leaf.get("x", 0)), float(leaf.get("y", 0)), 0.0])
    turned = np.array([[matrix.a, matrix.c, 0.0], [-matrix.b, -matrix.d, 0.0], [0.0, 0.0, 1.0]])
    part = _like(blank(str(leaf.get("fill"))))
    part.points = (points + start) @ turned.T + np.array([matrix.e, -matrix.f, 0.0])
    return part


@lru_cache(maxsize=4096)
def _outline(curves: str) -> np.ndarray:
    """Return the points (n, 3) of cubic curves, as Manim reads them."""
    points = np.asarray(VMobjectFromSVGPath(se.Path(curves)).points)
    points.setflags(write=False)
    return points


def _blank(fill: str, colour: ManimColor) -> VMobject:
    """Return a glyph without an outline, filled as a page says, or in the colour of the whole if it says nothing."""
    named = se.Color(fill)
    return _in_colour(VMobject(stroke_width=0, fill_color=named.hexrgb, fill_opacity=named.opacity), colour)


def _in_colour(part: VMobject, colour: ManimColor) -> VMobject:
    """Give a part the colour of the whole, unless it has one of its own: what is black has none."""
    if part.color == BLACK:
        part.color = colour
        part.init_colors()
    return part


def _like(blank: VMobject) -> VMobject:
    """Return another of a kind, which shares nothing that changes; Manim takes fifty times as long to make one."""
    other = copy(blank)
    other.__dict__.update({name: copy(own) for name, own in vars(blank).items() if isinstance(own, _CHANGES)})
    return other
