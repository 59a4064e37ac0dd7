"""What the paths exhibit claims of a trace: it holds of every run, and what breaks it is named."""

import pytest

from netsim import TraceError, record, verify
from netsim.exhibits.nudges.paths import EXHIBIT as PATHS
from tests.netsim.exhibits.exhibited import changed, held, more, put

OURS = ["gradient", "only", "batches", "paths"]


@pytest.mark.parametrize(
    ("key", "change", "said"),
    [
        ("paths/mini", more(0.1, 0), "paths/mini begins at 0"),
        ("paths/full_off", put(0, 0.1), "paths/full begins at 0"),
        ("paths/mini_off", put(-1, 0.1), "paths/mini ends in the plane"),
        ("paths/mini_off", put(2, -0.1), "paths/mini_off is 0 or more"),
        ("paths/mini_C", put(2, -0.1), "paths/mini_C is 0 or more"),
        ("paths/mini_seconds", more(1, 0), "paths/mini_seconds begin at 0"),
        ("paths/full_seconds", put(2, 99), "paths/full_seconds never fall"),
        ("paths/mini_plane_C", more(0.1, 0), "paths/mini_plane_C begins and ends as mini_C"),
        ("paths/full_plane_C", more(0.1, -1), "paths/full_plane_C begins and ends as full_C"),
        ("paths/full_plane_C", put(1, -0.1), "paths/full_plane_C is 0 or more"),
        ("paths/unseen", more(1), "mini_right and full_right count paths/unseen"),
        ("paths/mini", more(50, 3), "paths/u holds paths/mini"),
        ("paths/full", more([0, 50], 3), "paths/v holds paths/full"),
        ("paths/full", more([0, 0.01], -1), "paths/full ends on the axis u"),
        ("paths/full_C", more(0.01, 0), "paths/mini_C and full_C begin alike"),
        ("paths/full_C", put(1, 0.0), "paths/full_C ends where it is as low as mini_C does"),
        ("paths/mini_examples", more(1, 1), r"paths/mini_examples = steps \* batch"),
        ("paths/full_examples", more(1, 1), r"paths/full_examples = steps \* examples"),
        ("paths/examples", more(-1), "paths/.*_examples = steps"),
        ("paths/batch", more(500), r"paths/mini_examples = steps \* batch|paths/batch lies in 1\.\.examples"),
        ("paths/eta", more(0.1), r"paths/eta = training\.eta"),
        ("paths/u", more(0.01, 3), "paths/u and v ascend evenly"),
        ("paths/v", more(0.01, 3), "paths/u and v ascend evenly"),
        ("paths/C", put((3, 3), -1), "paths/C is 0 or more"),
    ],
)
def test_what_cannot_be_is_named(trace, key, change, said):
    with pytest.raises(TraceError, match=f"The trace breaks .*{said}"):
        verify(changed(trace, key, change))


@pytest.mark.parametrize(
    "training",
    [{"method": "full_batch"}, {"batch": 1000}, {"precision": "float32"}, {"schedule": "cosine"}, {"eta": 3.0}],
    ids=str,
)
@pytest.mark.parametrize("steps", [[], [2], [40]], ids=str)
def test_every_way_of_training_is_held(quick, training, steps):
    verify(record(quick(training=training | {"epochs": 40}, record={"steps": steps}), exhibits=OURS))


def test_a_trace_without_a_recipe_of_ours_is_held_as_far_as_it_goes(trace):
    arrays = {name: trace[name] for name in trace}
    verify(type(trace)(trace.header | {"recipe": {}}, arrays))


def test_every_array_is_held_by_some_identity(late_trace):
    held(late_trace, PATHS, but={"paths/mini", "paths/full_C", "paths/C", "paths/mini_seconds", "paths/full_seconds"})
