"""verify() finds what cannot be in the exhibits only, batches and paths."""

import numpy as np
import pytest

from netsim import TraceError, record, verify
from tests.netsim.trace.test_identities import changed

OURS = ["gradient", "only", "batches", "paths"]


@pytest.fixture(scope="module")
def trace(quick):
    return record(quick(), exhibits=OURS)


def put(place, value):
    """Set one entry."""

    def change(array):
        array[place] = value
        return array

    return change


def more(by, place=...):
    """Add to all entries, or to one."""

    def change(array):
        array[place] += np.asarray(by, array.dtype)
        return array

    return change


@pytest.mark.parametrize(
    ("key", "change", "said"),
    [
        ("only/x", more(0.1), "only/before = outputs of only/x"),
        ("only/before", more(1e-6), "only/before = outputs of only/x"),
        ("only/label", put(0, 2), "only/label in the order of classes"),
        ("only/label", put(-1, 3), "only/label names classes"),
        ("only/label", more(-1), "only/label names classes"),
        ("only/steps", more(1), "only/steps begin at 0"),
        ("only/steps", put(2, 1), "only/steps ascend"),
        ("only/updates", more(1), "only/updates = the last of only/steps"),
        ("only/said", put(0, -0.1), "only/said lies in 0..1"),
        ("only/said", put(0, 1.1), "only/said lies in 0..1"),
        ("only/said", put(0, 1 / 7), "only/said counts only/unseen"),
        ("batches/components", more(1), "batches/components = weights and biases"),
        ("batches/changed", more(99), r"batches/changed lies in 0\.\.components"),
        ("batches/count", more(1), "batches/count = the last of sizes / size, rounded up"),
        ("batches/size", more(20), "batches/count = the last of sizes / size, rounded up"),
        ("batches/size", more(-1), "batches/"),
        ("batches/sizes", put(0, 10), "batches/sizes ascend"),
        ("batches/sizes", put(-1, 299), "the last of batches/sizes = gradient/examples"),
        ("batches/sizes", put(1, 11), "batches/sizes has size"),
        ("batches/angle", put(3, 181), r"batches/angle lies in 0\.\.180"),
        ("batches/angle_of_size", put(0, -1), r"batches/angle_of_size lies in 0\.\.180"),
        ("batches/length", put(3, -1), "batches/length is 0 or more"),
        ("batches/length_of_size", put(0, -1), "batches/length_of_size is 0 or more"),
        ("batches/angle_of_size", put(-1, 1), "the last of batches/sizes has the full gradient"),
        ("batches/length_of_size", put(-1, 1.5), "the last of batches/sizes has the full gradient"),
        ("batches/angle_of_size", more(1, 1), "batches/angle_of_size of size = the first batches/angle"),
        ("batches/length_of_size", more(1, 1), "batches/length_of_size of size = the first batches/length"),
        ("paths/mini", more(0.1, 0), "paths/mini begins at 0"),
        ("paths/full_off", put(0, 0.1), "paths/full begins at 0"),
        ("paths/mini_off", put(-1, 0.1), "paths/mini ends in the plane"),
        ("paths/mini_off", put(2, -0.1), "paths/mini_off is 0 or more"),
        ("paths/mini_C", put(2, -0.1), "paths/mini_C is 0 or more"),
        ("paths/mini_seconds", more(-9), "paths/mini_seconds is 0 or more"),
        ("paths/full_seconds", more(-9), "paths/full_seconds is 0 or more"),
        ("paths/mini", more(50, 3), "paths/u holds paths/mini"),
        ("paths/full", more([0, 50], 3), "paths/v holds paths/full"),
        ("paths/full", more([0, 0.01], -1), "paths/full ends on the axis u"),
        ("paths/full_C", more(0.01, 0), "paths/mini_C and full_C begin alike"),
        ("paths/full_C", put(1, 0.0), "paths/full_C ends where it is as low as mini_C does"),
        ("paths/mini_examples", more(1), r"paths/mini_examples = steps \* batch"),
        ("paths/full_examples", more(1), r"paths/full_examples = steps \* examples"),
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


def test_labels_without_the_stars_are_found_out(trace):
    labels = [label for label in range(3) if label != trace.label(0)]
    shorter = trace
    for key in ("only/x", "only/label", "only/before"):
        shorter = changed(shorter, key, lambda array: array[labels])
    with pytest.raises(TraceError, match="only/label has the star's class"):
        verify(shorter)


@pytest.mark.parametrize("name", ["angle", "length"])
def test_the_first_batch_is_held_against_the_first_update(trace, name):
    both = changed(trace, f"batches/{name}", more(0.01, 0))
    both = changed(both, f"batches/{name}_of_size", more(0.01, 1))
    with pytest.raises(TraceError, match=f"the first batches/{name} = that of mean_dC_dW"):
        verify(both)


def test_only_a_gradient_of_zeros_has_no_length(trace):
    none = changed(trace, "batches/length_of_size", put(-1, 0.0))
    with pytest.raises(TraceError, match="the last of batches/sizes has the full gradient"):
        verify(none)


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
