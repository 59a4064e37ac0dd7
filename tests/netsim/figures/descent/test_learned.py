"""What was learned and what was not, found on shares and answers made by hand."""

import numpy as np
import pytest

from netsim.figures.descent import learned


@pytest.mark.parametrize(
    ("accuracy", "course", "works"),
    [
        ((0.111, 0.5, 0.983), "climbs", "much"),
        ((0.5, 0.9, 0.4), "falls", "little"),
        ((0.3333, 0.9, 0.33334), "stays", "little"),
    ],
)
def test_the_share_that_is_right_goes_over_the_run(made, accuracy, course, works):
    trace = made({"accuracy": accuracy})
    assert learned.course_of_accuracy(trace) == course
    assert learned.works(trace) == works


@pytest.mark.parametrize(
    ("outputs", "surest"),
    [
        (np.empty((0, 2)), "unsure"),
        (((0.95, 0.1), (0.3, 0.2)), "sure"),
        (((0.7, 0.1),), "unsure"),
    ],
)
def test_wrong_answers_are_counted_and_looked_at(made, outputs, surest):
    answers = {"tested/wrong_a2": outputs, "tested/wrong_label": np.zeros(len(outputs))}
    trace = made(answers | {"tested/count": 297, "tested/right": 292})
    assert learned.surest_of_the_wrong(trace) == surest
    assert float(learned.wrong_shown(trace)) == len(outputs)
    assert float(learned.wrong_answers(trace)) == 5


def test_noise_and_real_examples_are_counted(small_trace):
    assert float(learned.noise_examples(small_trace)) == len(small_trace["confident/top"])
    assert float(learned.real_examples(small_trace)) == len(small_trace["confident/real_top"])
    for of, many in (("", "sure"), ("real_", "real_sure")):
        assert np.count_nonzero(small_trace[f"confident/{of}top"] > 0.5) == small_trace[f"confident/{many}"]
    assert float(learned.wrong_answers(small_trace)) == round(
        (1 - float(small_trace["accuracy"][-1])) * int(small_trace["tested/count"])
    )


def runs(true_right=1.0, shuffled_right=0.1, true_unseen=0.9, shuffled_unseen=0.1):
    """Arrays of two runs over ten classes: what each gets right in the end."""
    ends = {
        "true_right": true_right,
        "shuffled_right": shuffled_right,
        "true_unseen": true_unseen,
        "shuffled_unseen": shuffled_unseen,
    }
    return {f"memory/{name}": [0.1, end] for name, end in ends.items()} | {
        "memory/classes": 10,
        "memory/epochs": [0, 200],
    }


@pytest.mark.parametrize(
    ("shares", "found"),
    [
        ({"shuffled_right": 0.945}, "by_heart"),
        ({"shuffled_right": 0.89}, "much"),
        ({"shuffled_right": 0.17}, "much"),
        ({"shuffled_right": 0.15}, "little"),
    ],
)
def test_by_heart_is_said_of_nonsense_that_was_learned(made, shares, found):
    trace = made(runs(**shares))
    assert learned.shuffled_labels_learned(trace) == found
    assert float(learned.times_through(trace)) == 200


@pytest.mark.parametrize(
    ("shares", "use"),
    [
        ({}, "none"),
        ({"shuffled_unseen": 0.3}, "some"),
        ({"true_unseen": 0.15}, "some"),
    ],
)
def test_what_is_of_no_use_gives_no_more_than_luck(made, shares, use):
    assert learned.use_of_shuffled_labels(made(runs(**shares))) == use


@pytest.mark.parametrize(
    ("true", "shuffled", "until", "found"),
    [
        ([0.1, 0.4, 0.5, 1.0], [0.1, 0.1, 0.3, 0.8], (2, 3), "sooner"),
        ([0.1, 0.4, 0.5, 1.0], [0.1, 0.2, 0.7, 0.8], (2, 2), "not_sooner"),
        ([0.6, 0.4, 0.4, 0.4], [0.1, 0.2, 0.3, 0.4], (0, -1), "true_only"),
        ([0.1, 0.2, 0.3, 0.49], [0.1, 0.2, 0.6, 0.4], (-1, 2), "not_true"),
    ],
)
def test_how_soon_labels_are_learned_is_when_half_come_out_right(made, true, shuffled, until, found):
    trace = made({"memory/true_right": true, "memory/shuffled_right": shuffled, "memory/epochs": range(4)})
    assert tuple(float(learned.epochs_until_half(trace, run)) for run in (0, 1)) == until
    assert learned.which_labels_are_learned_sooner(trace) == found


@pytest.mark.parametrize(("reached", "run"), [(3, "whole"), (2, "part")])
def test_a_wider_network_may_have_learned_for_a_part_of_the_run(made, reached, run):
    trace = made({"wider/own": [0.1, 0.5, 0.9], "wider/share": [0.1, 0.5, 0.9][:reached]})
    assert learned.run_of_the_wider(trace) == run


@pytest.mark.parametrize(("wider", "gain", "gained"), [(9, "more", 2), (7, "same", 0), (4, "less", 3)])
def test_what_a_wider_network_gains_is_counted_in_examples(made, wider, gain, gained):
    trace = made({"wider/right": wider, "tested/right": 7})
    assert learned.gain_of_the_wider(trace) == gain
    assert float(learned.gained_by_the_wider(trace)) == gained


@pytest.mark.parametrize(("said", "found"), [(0, "own"), (1, "dealt"), (2, "other")])
def test_a_shown_example_is_taken_for_what_was_dealt_or_is_not(made, said, found):
    outputs = np.stack([np.eye(3)[1], np.eye(3)[said]])
    trace = made({"memory/a2": outputs, "memory/label": [0, 1], "memory/shuffled_label": [1, 0]}, sizes=(2, 3, 3))
    assert learned.taken_for(trace) == found
