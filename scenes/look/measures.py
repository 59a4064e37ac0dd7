"""Measures of the look that are the same in every theme: gaps, strokes, levels of what rests, lags."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Gaps:
    """Room between things, in scene units."""

    hair: float = 0.06  # between cells; between a frame and what it holds
    small: float = 0.12  # between a thing and its number or name
    medium: float = 0.2  # between two things on one line
    large: float = 0.4  # between groups
    line: float = 0.36  # from line to line of small type


@dataclass(frozen=True)
class Strokes:
    """Widths of lines, in manim's units."""

    thin: float = 1.5  # axes, borders, rings that rest
    mark: float = 2.5  # what marks the one thing that is spoken of
    strong: float = 4.0  # the same, where there is much else


@dataclass(frozen=True)
class Levels:
    """Opacity of what is not spoken of; for edges, a factor of it."""

    rest: float = 0.25  # while another thing is spoken of
    ground: float = 1 / 1000  # what makes room for another picture: nothing is seen of it, and it can be woken
    back: float = 0.4  # what stays in view as the ground of what is spoken of
    half: float = 0.5  # numbers that are not spoken of, where the whole picture is seen small
    spoken: float = 1.6  # edges that stand out among others


@dataclass(frozen=True)
class Lags:
    """When one of many things begins, after the one before it, as a share of the time that each takes."""

    wave: float = 0.01  # a great many: all but at once
    close: float = 0.1  # a row of them
    apart: float = 0.3  # one by one


gap, stroke, level, lag = Gaps(), Strokes(), Levels(), Lags()
