"""What is said of right and wrong answers, of noise and of shuffled labels is what the trace counts."""

from __future__ import annotations

import numpy as np
import pytest

from netsim import Trace
from scenes.descent.memorising import Memorising
from scenes.descent.what_it_did_not import WhatItDidNot
from scenes.descent.what_it_learned import WhatItLearned
from tests.scenes.conftest import recorded, told_of


@told_of(WhatItLearned)
def test_the_answers_that_are_counted_are_right_and_wrong(any_trace: Trace) -> None:
    said, count = WhatItLearned.says(any_trace), int(any_trace["tested/count"])
    wrong = count - round(float(any_trace["accuracy"][-1]) * count)
    told = "none" if not wrong else "the one" if wrong == 1 else f"the {wrong:,}"
    assert f"{told} " in said["can_you_read_them"]
    assert ("in the end" in said["over_the_run"]) == (any_trace["accuracy"][-1] > any_trace["accuracy"][0])
    if "if_it_were_wider" not in said:
        assert any_trace.elsewhere, "no other network can be trained just as it was"
        return
    enlarged = any_trace["data/enlarged_from"]
    assert ("scans, enlarged" in said["if_it_were_wider"]) == (enlarged > 0)
    assert f"{any_trace['wider/share'][-1]:.1%}" in said["if_it_were_wider"]
    gained = round((float(any_trace["wider/share"][-1]) - float(any_trace["accuracy"][-1])) * count)
    assert ("more" in said["if_it_were_wider"], "fewer" in said["if_it_were_wider"]) == (gained > 0, gained < 0)
    assert not gained or f", {abs(gained)} " in said["if_it_were_wider"]


@told_of(WhatItDidNot)
def test_the_noise_that_is_counted_has_an_output_above_one_half(any_trace: Trace) -> None:
    sure = int(np.count_nonzero(any_trace["confident/top"] > 0.5))
    said = WhatItDidNot.says(any_trace)["how_sure"]
    assert f"{sure or 'none'} of 200 of noise, " in said.replace("[", "").replace("](focus)", "")


@told_of(Memorising)
def test_by_heart_is_said_of_nonsense_that_was_learned(any_trace: Trace) -> None:
    said, classes = Memorising.says(any_trace), int(any_trace["memory/classes"])
    shuffled, useless = any_trace["memory/shuffled_right"][-1], any_trace["memory/shuffled_unseen"][-1]
    if "by heart" in said["what_it_has_seen"]:
        assert shuffled > min(1.6 / classes, 0.9)
    true, nonsense = (any_trace[f"memory/{run}_right"] for run in ("true", "shuffled"))
    if "sooner" in said["which_is_sooner"]:
        assert np.argmax(true >= 1 / 2) < np.argmax(nonsense >= 1 / 2)
    if "no use" in said["what_it_has_not"]:
        assert useless <= 1.6 / classes
        assert useless < any_trace["memory/true_unseen"][-1]


@pytest.mark.parametrize(("name", "heart"), [("784-16-16-10", True), ("csv", False), ("six-hidden", False)])
def test_by_heart_is_said_of_the_digits_and_not_where_nothing_was_learned(name: str, heart: bool) -> None:
    said = Memorising.says(recorded(name))
    assert ("by heart" in f"{said['what_it_has_seen']} {said['what_it_has_not']}") == heart
