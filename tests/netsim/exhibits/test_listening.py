"""Listeners hear the moments that they ask for, once each and in the order of the run, and the run is not repeated."""

from dataclasses import replace

import numpy as np
import pytest

from netsim import record, training
from netsim.exhibits import registry
from netsim.exhibits.listening import Listener, moments
from netsim.exhibits.nudges.levers import EXHIBIT as LEVERS


@pytest.fixture
def heard(monkeypatch):
    """What an exhibit is given to put together that listens at the updates 7, 3 and 60."""
    got = {}

    def recorded(run):
        got["notes"] = run.notes["levers"]
        return LEVERS.recorded(run)

    def listener(ahead):
        got["ahead"] = ahead
        return Listener({7, 3, 60}, lambda step: (step.number, step.network.W[1][0, 0]))

    exhibit = replace(LEVERS, recorded=recorded, listener=listener)
    monkeypatch.setitem(registry.EXHIBITS, "levers", exhibit)
    return got


def test_a_listener_hears_its_moments_and_no_others(quick, heard):
    trace = record(quick(record={"steps": [3, 7]}), exhibits=["levers"])
    assert [number for number, _ in heard["notes"]] == [3, 7, 60]
    np.testing.assert_array_equal([w for _, w in heard["notes"]], trace["W1"][:, 0, 0])
    ahead = heard["ahead"]
    assert (ahead.updates, ahead.sizes) == (60, [2, 4, 3, 3])
    assert ahead.data.x[ahead.star].tolist() == trace["x"][0].tolist()


def test_who_is_not_recorded_does_not_listen(quick, heard):
    record(quick(), exhibits=["wishes"])
    assert heard == {}


def test_listening_does_not_change_what_is_recorded(quick, heard):
    listening = record(quick(), exhibits=["levers", "course"])
    assert np.array_equal(listening["W1"], record(quick(), exhibits=[])["W1"])


def test_the_run_is_gone_through_once(quick, monkeypatch):
    """The recording's training is the only one: an exhibit that trains again would ask for more steps."""
    taken = []
    original = training.update
    monkeypatch.setattr(training, "update", lambda *given: taken.append(1) or original(*given))
    record(quick(), exhibits=["course"])
    assert len(taken) == 61


@pytest.mark.parametrize("updates", [1, 2, 27, 60, 599, 6000, 90_000, 10**7])
def test_moments_go_from_0_to_the_end_and_are_closer_together_at_the_beginning(updates):
    steps = moments(updates)
    assert (steps[0], steps[-1]) == (0, updates)
    assert len(steps) <= min(600, updates + 1)
    gaps = np.diff(steps)
    assert gaps.min() > 0
    assert np.all(np.diff(gaps) >= -1)  # but for rounding, none is shorter than the one before
    assert updates < 600 or gaps[-1] <= 2 * updates / 599 + 1


def test_a_short_run_is_noted_at_every_update():
    assert moments(60).tolist() == list(range(61))
    assert moments(1).tolist() == [0, 1]
