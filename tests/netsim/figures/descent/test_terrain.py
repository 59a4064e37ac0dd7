"""Slopes, valleys, ground and stairs, found on curves and walks made by hand."""

import numpy as np
import pytest

from netsim.figures.descent import terrain

W = np.linspace(-2, 2, 9)


def line(C, ends, slope=((-1.0, -0.001),), minima=None):
    """Arrays of a line: its cost, where each walk ends, the slopes on the walks."""
    minima = sorted(set(ends)) if minima is None else minima
    walk = np.stack([np.zeros(len(ends)), np.array(ends)], axis=1)
    rows = {"w": W, "C": C, "walk": walk, "starts": walk[:, 0], "slope": np.array(slope), "minima": minima}
    return {f"line/{name}": array for name, array in rows.items()}


@pytest.mark.parametrize(
    ("slopes", "signs", "both"),
    [
        ((-0.2, 0.2), ["negative", "positive"], "both"),
        ((0.2, 0.1), ["positive", "positive"], "other"),
        ((0.2, -0.1), ["positive", "negative"], "other"),
        ((0.0, -1e-12), ["level", "level"], "level"),
    ],
)
def test_the_signs_of_the_slopes_are_those_of_the_starts(made, slopes, signs, both):
    trace = made({"line/slope": [[slope, 0.0] for slope in slopes], "line/C": [0.0, 1.0]})
    assert [terrain.slope_at(trace, start) for start in (0, 1)] == signs
    assert terrain.slopes_at_the_starts(trace) == both


@pytest.mark.parametrize(("value", "said"), [(0.3, "near"), (-0.3, "near"), (0.5, "away")])
def test_the_dial_rests_near_a_minimum_or_away(made, value, said):
    trace = made({"line/w": W, "line/minima": [0.0], "line/value": value})
    assert terrain.where_it_rests(trace) == said


def test_what_is_lit_has_half_of_the_largest(made):
    assert terrain.lit_inputs(made({"x": [[0.1, 0.5, 1.0, -0.7]]})) == [1, 2, 3]


@pytest.mark.parametrize(
    ("C", "ends", "minima", "found"),
    [
        (0 * W, [0.0, 0.0], [0.0], "level"),
        (W**2, [0.1, -0.1], [0.0], "one"),
        (-(W**2), [2.0, 2.0], [2.0], "same"),
        ((W**2 - 1) ** 2, [1.0, 1.0], [1.0], "same"),
        ((W**2 - 1) ** 2, [1.0, -0.9], [-1.0, 1.0], "two"),
    ],
)
def test_valleys_are_where_the_walks_end(made, C, ends, minima, found):
    trace = made(line(C, ends, minima=minima))
    assert terrain.valleys(trace) == found
    assert (terrain.other_valley(trace) is not None) == (found == "two")


def test_the_first_other_valley_is_found_by_its_nearest_minimum(made):
    trace = made(line((W**2 - 1) ** 2, [0.9, 1.1, -0.8], minima=[-1.0, 1.0]))
    assert [terrain.valley_of(trace, start) for start in range(3)] == [1, 1, 0]
    assert terrain.other_valley(trace) == 0


@pytest.mark.parametrize(
    ("last", "eta", "walks"), [(0.001, 1, "there"), (0.5, 1, "on_the_way"), (0.001, 3e3, "on_the_way")]
)
def test_a_walk_on_a_slope_or_before_the_end_of_the_line_is_still_on_its_way(made, last, eta, walks):
    trace = made(line(W**2, [0.0, 0.0], slope=((-1.0, -0.001), (1.0, last))) | {"line/eta": eta})
    assert terrain.walks(trace) == walks


@pytest.mark.parametrize(
    ("lengths", "ground"),
    [((0.0, 0.0), "level"), ((1.0,), "no_step"), ((1.0, 2.0, 0.4), "flattens"), ((1.0, 0.9), "even")],
)
def test_the_ground_is_as_steep_as_the_gradient_is_long(made, lengths, ground):
    trace = made({"plane/length": lengths, "plane/path": np.zeros((len(lengths), 2))})
    assert terrain.ground(trace) == ground
    assert float(terrain.steps_on_the_plane(trace)) == len(lengths) - 1


@pytest.mark.parametrize(
    ("last", "low", "rests"), [(0.009, 1.1, "minimum"), (0.009, 3.0, "level"), (0.011, 1.1, "on_the_way")]
)
def test_a_walk_rests_where_it_is_all_but_level(made, last, low, rests):
    trace = made(
        {"plane/length": (0.5, 1.0, last), "plane/path_C": (9.0, 5.0, low), "plane/C": ((1.0, 4.0), (11.0, 2.0))}
    )
    assert terrain.rests(trace) == rests


def test_the_row_of_the_network_is_that_of_its_second_weight(made):
    assert terrain.row_of_the_network(made({"plane/v": (-1.0, 0.5, 2.0), "plane/value": (9.0, 0.5)})) == 1


def test_stairs_are_stretches_of_equal_cost(made):
    trace = made({"stairs/C": [1.0, 1.0, 0.5, 0.5, 0.5, 0.7]})
    assert terrain.level_stretches(trace) == [range(2), range(2, 5)]


def test_the_part_of_the_stairs_that_is_seen_has_treads():
    """Jumps at every place, then treads: the steeper ones are chosen."""
    rough, low, high = np.arange(50.0) / 2, 25 + np.repeat(np.arange(5.0), 20), 30 + 5 * np.repeat(np.arange(5.0), 20)
    trace = type("T", (dict,), {})({"stairs/C": np.concatenate([rough, low, high])})
    part = terrain.part_with_treads(trace)
    assert part.start >= 140
    assert len(part) == 1 + 249 // terrain.PARTS
    rough_only = type("T", (dict,), {})({"stairs/C": np.arange(60.0)})
    assert len(terrain.part_with_treads(rough_only)) == 1 + 59 // terrain.PARTS
