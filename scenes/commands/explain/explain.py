"""`nudge explain`: any weight of any recorded moment, factor by factor and path by path."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scenes.commands.options import LESSON, TRACE, TRUST, YES
from scenes.commands.planning.planned import lesson_at, looking, production_of
from scenes.commands.planning.recorded import recorded

if TYPE_CHECKING:
    from netsim import Trace
    from scenes.commands.explain.explanation import Line
    from scenes.lesson.lesson import Lesson
    from scenes.look.theme import Theme
    from scenes.studio.film.production import Production

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
STEPS, KEPT = "steps in [record] names others", "of the worked example no others are kept"


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

    plan = lesson_at(lesson, yes, told_of=told_of)
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


def film_of(
    weight: str,
    lesson: Path | None,
    step: int | None = None,
    example: int = 0,
    quality: str | None = None,
    aspect: str | None = None,
    captions: str | None = None,
    out: Path | None = None,
    jobs: int | None = None,
    theme: str | None = None,
    force: bool = False,
    trust: bool = False,
    yes: bool = False,
    encoder: str | None = None,
    cluster: str | None = None,
    told_of: Path | None = None,
    language: str | None = None,
) -> Production:
    """Plan the film of one scene that takes a weight apart; any step of the run can be looked at.

    Raises
    ------
    LessonError
        If the weight's name is none, or there are not so many examples.
    ThemeError
        If there is no such theme, or its logo or footer cannot stand in the picture.
    EncoderError
        If there is no such encoder, or it cannot be opened here.
    FarmError
        If a cluster's address is none, or Dask is not installed.
    """
    from netsim.weight_names import parameter_named
    from scenes.calculus.explained import Explained
    from scenes.commands.planning.trust import output_of
    from scenes.lesson.errors import LessonError
    from scenes.story.told import Part

    plan = looking(lesson_at(lesson, yes, told_of=told_of, language=language), theme, aspect)
    check_name(weight)
    l, j, k = parameter_named(weight)
    if k is None:
        raise LessonError(
            f"--explain {weight}: the film is of weights, expected one such as W3[2,7]; "
            f"a bias is told by `nudge explain {weight}`."
        )
    plan = plan.explaining(weight, step, example)
    _check_explained(plan, (l, j, k), step, example)
    moment = [f"step-{step}"] * (step is not None) + [f"example-{example}"] * (example > 0)
    named, where = [f"W{l}-{j}-{k}", *moment], output_of(plan, out, trust)
    parts = (Part(Explained, None),)
    return production_of(plan, parts, named, quality, captions, where, jobs, force, encoder, cluster)


def _check_explained(plan: Lesson, place: tuple[int, int, int], step: int | None, example: int) -> None:
    """Make sure that a record which a lesson is told of takes a weight apart; raises LessonError."""
    from netsim import Trace
    from scenes.lesson.errors import LessonError

    if plan.trace is None:
        return
    trace = Trace.load(plan.trace)
    there = trace["explained/place"][2:].tolist() if trace.has("explained") else []
    if there == list(place) and step in (None, int(trace.steps[0])) and not example:
        return
    l, j, k = place
    name = "{}[{},{}]".format(f"W{there[0]}", *there[1:]) if there else "no weight"
    raise LessonError(
        f"--explain W{l}[{j},{k}]: {plan.trace} takes {name} apart at its first step, for its first example; explain "
        f"that, or any weight of any step in the terminal: `nudge explain 'W{l}[{j},{k}]' --trace {plan.trace}`."
    )


def check_name(weight: str) -> None:
    """Check that a text can be the name of a weight or a bias, before anything is trained.

    Raises
    ------
    LessonError
        If it cannot.
    """
    from netsim.weight_names import parameter_named
    from scenes.lesson.errors import LessonError

    try:
        parameter_named(weight)
    except ValueError as error:
        raise LessonError(f"{error}.") from None


def place_in(weight: str, trace: Trace) -> tuple[int, int, int | None]:
    """Return the place (l, j, k) of a weight in a trace's network; of a bias k is None.

    Raises
    ------
    LessonError
        If the network has none of that name.
    """
    from netsim.weight_names import parameter_in
    from scenes.lesson.errors import LessonError

    try:
        return parameter_in(weight, trace.sizes)
    except ValueError as error:
        raise LessonError(f"{error}.") from None


def moment(trace: Trace, step: int | None, mend: str = STEPS) -> int:
    """Return the place of a recorded step among the steps; None is the first.

    Raises
    ------
    LessonError
        If that step was not recorded.
    """
    from scenes.lesson.errors import LessonError

    steps = [int(number) for number in trace.steps]
    if step is None:
        return 0
    if step not in steps:
        near = min(steps, key=lambda number: abs(number - step))
        raise LessonError(
            f"--step {step}: that step is not recorded, expected one of {listed([str(number) for number in steps])} "
            f"(the nearest is {near}); {mend}."
        )
    return steps.index(step)


def followed(trace: Trace, example: int) -> int:
    """Return the place of a followed example.

    Raises
    ------
    LessonError
        If there are not so many.
    """
    from scenes.lesson.errors import LessonError

    many = len(trace["label"])
    if example >= many:
        named = [f" (class {trace.classes[trace.label(e)]})" if trace.classes else "" for e in range(many)]
        there = listed([f"{e}{name}" for e, name in enumerate(named)])
        raise LessonError(
            f"--example {example}: no such example is followed, expected {there}; follow in [record] names more."
        )
    return example


def listed(names: list[str], most: int = 12) -> str:
    """Return names in a row, the middle left out where there are many."""
    if len(names) > most:
        names = [*names[: most // 2], "...", *names[-most // 2 :]]
    return ", ".join(names)


def coloured(line: Line, theme: Theme) -> str:
    """Return a line for a terminal, in the theme's colours; what is ink keeps the terminal's own."""
    return "".join(text if role == "ink" else click.style(text, fg=_rgb(theme, role)) for text, role in line)


def _rgb(theme: Theme, role: str) -> tuple[int, int, int]:
    code = str(getattr(theme.colour, role))
    return int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16)
