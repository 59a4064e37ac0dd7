"""The speaker's window of a deck, as a lecturer uses it: every key, however fast, and all slides at once."""

import time
from types import SimpleNamespace

import pytest

from tests.studio.print.told_deck import PLACE, STEPS, stands


@pytest.fixture
def speaker(deck, browser):
    """The speaker's window over the deck's page: keys are pressed in it, and its frame is waited for."""
    browser.go(deck.linked)
    stands(browser, 0, 0, STEPS[0])
    page = browser.session
    browser.press("s")
    browser.turn_to("reveal.js - Speaker View")
    window = browser.session
    frame = browser.frame_where("typeof inSpeakerView === 'boolean' && inSpeakerView && !isUpcoming")
    browser.session = page
    browser.wait("followers.size === 1")

    def press(*keys):
        browser.session = window
        for key in keys:
            browser.press(key)
        browser.session = page

    def wait(expression):
        browser.session = window
        browser.wait(expression, **frame)
        browser.session = page

    return SimpleNamespace(press=press, wait=wait)


def test_the_speaker_s_window_has_all_keys(browser, speaker):
    def pressed(key, becomes):
        speaker.press(key)
        browser.wait(becomes)

    pressed("r", "!shown().paused")
    stands(browser, 0, 0, STEPS[0])
    pressed("b", "Reveal.isPaused()")
    pressed("b", "!Reveal.isPaused()")
    pressed("b", "Reveal.isPaused()")
    pressed("PageDown", f"String({PLACE}) === '0,0' && !Reveal.isPaused()")
    pressed(" ", "!shown().paused")
    pressed(" ", "shown().paused")
    pressed("c", "!captions")
    pressed("PageDown", f"String({PLACE}) === '0,1'")
    pressed("Home", f"String({PLACE}) === '0,0'")
    assert browser.troubles == []


def test_no_key_of_the_speaker_s_window_is_lost_however_fast_they_come(browser, speaker):
    speaker.press("b", "b", "PageDown", "PageUp", "c", "c", "c", "PageDown", "PageDown", "b", "b", "b")
    there = f"String({PLACE}) === '0,2' && Reveal.isPaused() && !captions"
    browser.wait(there)
    speaker.wait(there)
    time.sleep(1)  # what Reveal's window tells of comes up to 0.7 s later: it moves nothing
    assert browser.ask(there)
    speaker.wait(there)


def test_the_overview_of_the_speaker_s_window_is_the_speaker_s_until_it_closes(browser, speaker):
    speaker.press("Escape", "ArrowRight", "ArrowRight")
    speaker.wait("Reveal.isOverview() && Reveal.getIndices().h === 2")
    assert browser.ask(f"String({PLACE}) === '0,0' && !Reveal.isOverview()")
    speaker.press("Escape")
    browser.wait(f"String({PLACE}) === '2,0'")
    assert browser.troubles == []
