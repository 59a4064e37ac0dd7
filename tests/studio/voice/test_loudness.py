"""One loudness: measured as EBU Tech 3341's signals ask, made without a change of anything but the level."""

import numpy as np
import pytest

from scenes.studio.film.clips.sounds import RATE
from scenes.studio.voice.loudness import PEAK, TARGET, evened, measured
from tests.studio.voice.conftest import speech


@pytest.mark.parametrize(("decibels", "loudness"), [(-23, -23), (-33, -33)])
def test_the_signals_of_ebu_tech_3341_are_measured_as_loud_as_they_are(decibels, loudness):
    wavy = 10 ** (decibels / 20) * np.sin(2 * np.pi * 1000 * np.arange(5 * RATE) / RATE)
    loud, peak = measured(np.stack([wavy, wavy]).astype(np.float32))
    assert loud == pytest.approx(loudness, abs=0.1)
    assert peak == pytest.approx(decibels, abs=0.3)


@pytest.mark.parametrize("seconds", [0.4, 4.0])
@pytest.mark.parametrize("loud", [0.003, 0.9])
def test_a_voice_is_made_as_loud_as_all_and_nothing_else_of_it_is_changed(seconds, loud):
    before = speech(seconds, loud)
    after = evened(before)
    assert after.shape == before.shape
    assert measured(after)[0] == pytest.approx(TARGET, abs=0.3)
    gains = after[0] / np.where(before[0], before[0], np.nan)
    assert np.nanmax(gains) / np.nanmin(gains[np.abs(before[0]) > 0.1 * loud]) == pytest.approx(1, rel=0.01)


def test_peaks_are_held_back_and_the_rest_is_as_loud(tmp_path):
    before = speech(4.0, 0.05)
    before[:, RATE::RATE] = 0.95
    after = evened(before)
    assert measured(after)[0] == pytest.approx(TARGET, abs=0.5)
    assert measured(after)[1] <= PEAK + 0.3
