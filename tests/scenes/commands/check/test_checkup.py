"""The check-up passes here, and finds what is broken."""

import numpy as np
import pytest

from netsim import backprop, selfcheck
from scenes.commands.check import checkup


def test_all_is_well_here():
    found = {finding.name: finding for finding in checkup.findings()}
    assert {"python", "manim", "numpy", "typst", "av", "a formula", "a film", "the gradient", "the trace"} == set(found)
    assert [finding for finding in found.values() if not finding.ok] == []


def test_a_wrong_gradient_is_found(monkeypatch):
    def wrong(net, fwd, y):
        back = backprop(net, fwd, y)
        back.mean_dC_db[1][...] = np.roll(back.mean_dC_db[1], 1)
        return back

    monkeypatch.setattr(selfcheck, "backprop", wrong)
    with pytest.raises(RuntimeError, match="differ by"):
        checkup.check_gradient()


def test_a_check_that_breaks_down_is_a_finding_and_the_rest_goes_on(monkeypatch):
    def broken():
        raise OSError("no\nsuch thing")

    monkeypatch.setattr(checkup, "check_formula", broken)
    found = {finding.name: finding for finding in checkup.findings()}
    assert found["a formula"] == checkup.Finding("a formula", False, "OSError: no such thing")
    assert found["the trace"].ok
