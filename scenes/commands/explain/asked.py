"""What is asked of a trace: a weight, a recorded step and a followed example, or one sentence on what is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netsim import Trace

STEPS, KEPT = "steps in [record] names others", "of the worked example no others are kept"


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
