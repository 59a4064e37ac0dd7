"""Pulling back: the opened chain glides into the same with more of its layers, or into it with fewer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from manim import Animation, Group, Mobject, Transform

from scenes.camera.fading import FadeIn, FadeOut
from scenes.parts.calculus.link.row import LinkRow


def pulled(row: LinkRow, other: LinkRow) -> list[Animation]:
    """Return the animations that take a row to another: what both have glides, the rest comes and goes.

    When they are over, the other takes the place of the row on the scene.
    """
    here, there = _parts(row), _parts(other)
    both = [name for name in here if name in there]
    gone = Group(*[part for name, part in here.items() if name not in there], row.under, row.thread)
    come = Group(*[part for name, part in there.items() if name not in here], other.under, other.thread)
    return [*[Transform(here[name], there[name]) for name in both], FadeOut(gone), FadeIn(come)]


def _parts(row: LinkRow) -> dict[str, Mobject]:
    """Return the parts of a row by names that they have in every other."""
    things = row.things
    kinds: dict[str, Mapping[Any, Mobject]] = {
        "line": row.lines,
        "symbol": row.symbols,
        "capsule": things.capsules,
        "squash": things.squashes,
        "edge": things.edges,
        "link": things.links,
        "bias": things.biases,
    }
    parts = {f"{kind} {name}": part for kind, some in kinds.items() for name, part in some.items()}
    balls = {f"{type(part).__name__} {name}": part for name, part in things.neurons.items()}
    return {**parts, **balls, "cost": things.cost}
