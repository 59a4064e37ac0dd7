"""`nudge handout`: what is told and a worked example by hand, for print."""

from __future__ import annotations

from typing import Any

import click

from scenes.commands.options import choosing, drawing
from scenes.commands.planning.planned import planned
from scenes.commands.planning.recorded import recorded
from scenes.commands.planning.request import Request


@click.command()
@choosing
@click.option("--solutions", is_flag=True, help="With every number of the worked example filled in.")
@click.option("--exercise-only", is_flag=True, help="The worked example alone, without the story; nothing is trained.")
@click.option(
    "--seed",
    type=click.IntRange(0),
    metavar="N",
    help="Another version of the worked example, for another group, where [worked] does not give all its numbers.",
)
@click.option("--theme", metavar="NAME", default="light", show_default=True, help="A theme's name, or a TOML file.")
@drawing
def handout(solutions: bool, exercise_only: bool, seed: int | None, **options: Any) -> None:
    """Make a handout for print: each beat with its picture, words and formulas, and an exercise by hand.

    The exercise is one step of learning in a small network: forward, cost, backward, update, and the cost after
    it. [worked] in the lesson gives its numbers; what it does not give is drawn, and each version then has another
    network of the same difficulty.
    """
    from scenes.studio.print.handout import handout_of

    production = planned(Request(**options), also=("worked",))
    version = "" if seed is None else f"-{seed}"
    kind = "exercise" if exercise_only else "handout"
    path = production.place(f"-{kind}{version}{'-solutions' if solutions else ''}.pdf")
    production.made.check([path])
    trace = None
    if not exercise_only:
        trace = recorded(production.lesson, production.work)
    made = handout_of(production.lesson, production.parts, trace, production.theme(), seed, solutions)
    with production.made.whole(path) as draft:
        draft.write_bytes(made.pdf())
    drawn = made.exercise.version
    said = [*([] if drawn is None else [f"version {drawn}"]), *(["solutions"] if solutions else [])]
    click.echo(f"{kind.title():<10} {path}" + (f" ({', '.join(said)})" if said else ""))
