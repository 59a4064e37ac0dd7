"""The dials that were tried before one was found: faint lines from what is lit in the star to the first neurons."""

from __future__ import annotations

from manim import LEFT, RIGHT, VMobject

from netsim.figures.descent.terrain import lit_inputs
from scenes.look.measures import level, stroke
from scenes.parts.descent.hero.learner import Learner


def tried_dials(hero: Learner) -> VMobject:
    """Return a line for each weight from a lit input to a neuron of the first layer, as far as both are drawn."""
    network = hero.network
    lines = VMobject(stroke_width=stroke.thin / 2, stroke_opacity=level.rest, color=hero.theme.of("focus"))
    goals = network.columns[1].points_of(LEFT)
    for k in lit_inputs(hero.trace):
        if network.image is not None:
            source = network.image.pixel(k)
        elif k in network.columns[0].indices:
            source = network.neuron(0, k).get_critical_point(RIGHT)
        else:
            continue
        for goal in goals:
            lines.start_new_path(source).add_line_to(goal)
    return lines
