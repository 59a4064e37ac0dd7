"""`nudge explain`: any weight of any recorded moment, factor by factor and path by path."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scenes.commands.explain.asked import KEPT, STEPS, check_name, followed, moment, place_in
from scenes.commands.options import LESSON, TRACE, TRUST, YES
from scenes.commands.planning.planned import lesson_at
from scenes.commands.planning.recorded import recorded
from scenes.commands.planning.request import Request

if TYPE_CHECKING:
    from scenes.commands.explain.explanation import Line
    from scenes.look.theme import Theme

STEP = click.option(
    "--step",
    type=click.IntRange(0),
    metavar="N",
    help="After how many updates: a recorded step. Default: the first recorded.",
)
EXAMPLE = click.option(
    "--example",
    type=click.IntRange(0),
    default=0,
    metavar="E",
    help="Which of the followed examples, counted from 0. Default: 0.",
)

WORKED = "worked:"  # what begins the name of a weight of the worked example


@click.command()
@click.argument("weight", metavar="WEIGHT")
@LESSON
@TRACE
@STEP
@EXAMPLE
@click.option("--json", "as_json", is_flag=True, help="As JSON, in full precision.")
@TRUST
@YES
def explain(
    weight: str,
    lesson: Path | None,
    told_of: Path | None,
    step: int | None,
    example: int,
    as_json: bool,
    trust: bool,
    yes: bool,
) -> None:
    """Take WEIGHT apart, such as W3[2,7]: into layer 3, to its neuron 2 from neuron 7 of the layer before.

    Prints the chain of factors from the weight to the cost of one example, the paths that it takes, largest
    first, and what a nudge of the weight does to the cost: predicted and measured. A bias, such as b3[2], is
    taken apart the same way. worked:W1[0,0] and worked:b2[1] are those of the worked example, of which nothing has to
    be trained.
    """
    from netsim.anatomy.worked_trace import worked_trace
    from scenes.commands.explain.explanation import Explanation
    from scenes.commands.planning.trust import output_of

    plan = lesson_at(Request(lesson=lesson, told_of=told_of, yes=yes))
    work = output_of(plan, None, trust) / ".work"
    theme = plan.theme()
    name = weight.removeprefix(WORKED)
    check_name(name)
    if worked := name != weight:
        recipe = plan.recipe
        trace = worked_trace(recipe.worked, recipe.network.cost)
    else:
        trace = recorded(plan.recording(()), work)
    t = moment(trace, step, KEPT if worked else STEPS)
    e = 0 if worked else followed(trace, example)
    told = Explanation.of(trace, t, e, place_in(name, trace), plan.recipe.record.epsilon, plan.words(), worked)
    if as_json:
        click.echo(json.dumps(told.data(), indent=2, ensure_ascii=False))
        return
    for line in told.lines():
        click.echo(coloured(line, theme), color=False if os.environ.get("NO_COLOR") else None)


def coloured(line: Line, theme: Theme) -> str:
    """Return a line for a terminal, in the theme's colours; what is ink keeps the terminal's own."""
    return "".join(text if role == "ink" else click.style(text, fg=_rgb(theme, role)) for text, role in line)


def _rgb(theme: Theme, role: str) -> tuple[int, int, int]:
    code = str(getattr(theme.colour, role))
    return int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16)
