"""The film of one weight: a lesson of which nothing else is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scenes.commands.explain.asked import check_name
from scenes.commands.planning.planned import alone, lesson_at, looking, production_of

if TYPE_CHECKING:
    from scenes.commands.planning.request import Request
    from scenes.lesson.lesson import Lesson
    from scenes.studio.film.production import Production


def film_of(weight: str, request: Request, step: int | None = None, example: int = 0) -> Production:
    """Plan the film of one scene that takes a weight apart; any step of the run can be looked at.

    Parameters
    ----------
    weight
        Its name, such as W3[2,7].
    request
        How it is to look and to be filmed; it chooses no scenes.
    step, example
        After how many updates, None for the first recorded step; and for which of the followed examples.

    Raises
    ------
    LessonError
        If the weight's name is none, there are not so many examples, or scenes are chosen too.
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

    if request.chooses:
        raise LessonError(
            "--explain makes one scene that is not part of the story; leave out --scene, --chapter and --all."
        )
    plan = alone(looking(lesson_at(request), request))
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
    named, out = [f"W{l}-{j}-{k}", *moment], output_of(plan, request.out, request.trust)
    return production_of(plan, (Part(Explained, None),), named, out, request)


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
