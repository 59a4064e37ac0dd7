"""Formulas one above another whose parts stand in columns: what changes from line to line is seen, and what stays."""

from __future__ import annotations

from collections.abc import Mapping

from manim import Mobject

from scenes.mobjects.type.formula import Formula

CLOSE = 0.17  # em: a bracket is nearer than this to what it holds, a sign between two parts is farther


def in_columns(formula: Formula, middles: Mapping[str, float], even: bool = False) -> Formula:
    """Move a formula's parts, by name, to the middles of their columns, and return it.

    A bracket stays with its part; any other sign goes to the middle between its neighbours, or, if ``even``,
    between their columns: so the signs of several lines stand one above another.
    """
    parts = sorted((formula[name] for name in middles), key=_left)
    ways = {id(formula[name]): middle - float(formula[name].get_x()) for name, middle in middles.items()}
    signs = []
    for glyph in formula.rest(*middles):
        before = [part for part in parts if part.get_x() < glyph.get_x()][-1:]
        after = [part for part in parts if part.get_x() > glyph.get_x()][:1]
        gaps = [(_left(glyph) - _right(part), part) for part in before]
        gaps += [(_left(part) - _right(glyph), part) for part in after]
        held = [part for gap, part in gaps if gap < CLOSE * formula.em]
        signs.append((glyph, held, [*before, *after]))
    for part in parts:
        part.shift((ways[id(part)], 0, 0))
    whole: dict[int, list[Mobject]] = {id(part): [part] for part in parts}  # a part with its brackets
    for glyph, held, _ in signs:
        if held:
            whole[id(held[0])].append(glyph.shift((ways[id(held[0])], 0, 0)))
    for glyph, held, neighbours in signs:
        if not held and len(neighbours) > 1:
            one, two = neighbours
            edges = max(map(_right, whole[id(one)])), min(map(_left, whole[id(two)]))
            ends = (one.get_x(), two.get_x()) if even else edges
            glyph.set_x(sum(ends) / 2)
    return formula


def _left(mobject: Mobject) -> float:
    return float(mobject.get_left()[0])


def _right(mobject: Mobject) -> float:
    return float(mobject.get_right()[0])
