"""What is said of a step where the run's rule is another than plain descent."""

import pytest

from netsim import Recipe, Trace, record
from netsim.trace.given import ASKS
from scenes.descent.every_component import EveryComponent
from scenes.nudges.again_and_again import AgainAndAgain
from scenes.nudges.mini_batches import MiniBatches
from scenes.nudges.two_walkers import TwoWalkers
from scenes.nudges.whole_of_it import WholeOfIt
from scenes.stage.stage import TraceScene

SGD, MOMENTUM, ADAM = {}, {"momentum": 0.5}, {"rule": "adam", "eta": 0.05}


def recorded(scene: type[TraceScene], **training: object) -> Trace:
    """Record what a scene needs of a short run."""
    plan = {"training": {"epochs": 4} | training, "data": {"name": "xor"}, "network": {"hidden": [3]}}
    steps = {"record": {"steps": [2, 3]}}
    return record(Recipe.from_dict(plan | steps), exhibits=scene.needs)


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (SGD, "Every weight moves by its nudge, here times 0.5."),
        (MOMENTUM, "Every weight moves by its nudge and a part of those before, here times 0.5."),
        (ADAM, "Adam divides each nudge by its usual size, so that no weight moves much more than 0.05."),
    ],
)
def test_one_step(rule, said):
    trace = recorded(AgainAndAgain, **rule)
    assert AgainAndAgain.says(trace)["one_step"].startswith(said)
    move = float(trace["update/after"] - trace["update/before"])
    assert move == pytest.approx(-float(trace["update/eta"]) * float(trace["update/heading"]))


@pytest.mark.parametrize(
    ("rule", "said"),
    [(SGD, "gradient descent: downhill"), (MOMENTUM, "with momentum: downhill"), (ADAM, "with Adam’s steps: downhill")],
)
def test_the_whole_of_it(rule, said):
    assert said in WholeOfIt.says(recorded(WholeOfIt, **rule))["what_came_of_it"]


@pytest.mark.parametrize(("batch", "left_out"), [(299, False), (300, True)])
def test_mini_batches_are_told_of_where_there_are_two(batch, left_out):
    given = recorded(MiniBatches, batch=batch).given
    lacks = [ASKS["batches"].tells in scene.lacks(given) for scene in (MiniBatches, TwoWalkers)]
    assert lacks == [left_out, left_out]


@pytest.mark.parametrize(
    ("rule", "said"), [(SGD, "that is one step."), (ADAM, "that is one plain step. This run’s rule,")]
)
def test_the_column(rule, said):
    assert said in EveryComponent.says(recorded(EveryComponent, **rule))["the_column"]
