"""A deck in a browser, used as a lecturer uses it: step by step, forward and back, blank, reloaded, printed."""

import base64
import subprocess

import numpy as np
import pypdfium2
import pytest
from PIL import Image

from scenes.look.theme import Theme
from scenes.studio.ownership import Made
from scenes.studio.print.deck import About
from scenes.studio.print.reveal_said import GO_ON, SAID
from scenes.studio.print.slides import SCRIPTS, write_html
from scenes.words.messages import Messages
from tests.studio.browser import CHROMIUM, READY
from tests.studio.print.told_deck import (
    FRAMES,
    PICTURE,
    PLACE,
    SIZE,
    STEPS,
    becomes,
    frame_of,
    frame_shown,
    grey,
    page_shown,
    stands,
)


def test_a_card_says_where_its_steps_end_in_the_middle_of_the_frame_that_stands(deck):
    assert [card.stops for card in deck.cards] == [(pytest.approx(0.65), pytest.approx(1.35))] * 3
    assert [card.loops for card in deck.cards] == [False, False, True]


@pytest.mark.parametrize("name", ["linked", "one"])
def test_each_key_of_a_clicker_is_a_step_and_each_step_ends_on_its_very_frame(deck, browser, name):
    browser.go(getattr(deck, name))
    stands(browser, 0, 0, STEPS[0])
    browser.press("PageDown")
    stands(browser, 0, 1, STEPS[1])
    browser.press("ArrowRight")
    stands(browser, 0, 2, FRAMES - 1)
    browser.press("PageDown")
    browser.press("PageDown")  # who is in a hurry goes on before it is over
    stands(browser, 1, 1, STEPS[1])
    for h, step, frame in ((1, 0, STEPS[0]), (0, 2, FRAMES - 1), (0, 1, STEPS[1])):
        browser.press("PageUp")
        stands(browser, h, step, frame)
    assert browser.troubles == []


def test_a_click_is_a_step_and_home_begins_again(deck, browser):
    browser.go(deck.linked + "#/2")
    at = {"x": 600, "y": 200, "button": "left", "clickCount": 1}
    for kind in ("mousePressed", "mouseReleased"):
        browser.call("Input.dispatchMouseEvent", type=kind, **at)
    browser.wait(f"String({PLACE}) === '2,1'")
    browser.press("Home")
    assert browser.ask(f"String({PLACE})") == "0,0"
    browser.wait("!shown().paused && shown().currentTime < 0.6")


def test_blank_stops_the_film_and_what_follows_goes_on(deck, browser):
    browser.go(deck.linked)
    browser.wait("shown().currentTime > 0.1")
    browser.press("b")
    browser.wait("Reveal.isPaused() && shown().paused")
    browser.wait("getComputedStyle(document.querySelector('.pause-overlay')).opacity === '1'")
    stood = browser.ask("shown().currentTime")
    assert frame_shown(browser, 0) < 0
    assert stood < STEPS[0] / SIZE.fps
    browser.press(".")
    stands(browser, 0, 0, STEPS[0])
    browser.press("b")
    browser.press("b")
    stands(browser, 0, 0, STEPS[0])


@pytest.mark.parametrize("key", ["PageDown", "PageUp", "ArrowRight", " "])
def test_a_blank_screen_comes_back_with_any_key_of_a_clicker_which_does_no_more(deck, browser, key):
    browser.go(deck.linked)
    browser.press("PageDown")
    browser.wait("shown().currentTime > 0.75")
    browser.press("b")
    browser.wait("Reveal.isPaused() && shown().paused")
    browser.press(key)
    browser.wait("!Reveal.isPaused()")
    stands(browser, 0, 1, STEPS[1])
    browser.press("b")
    browser.press(key)
    stands(browser, 0, 1, STEPS[1])
    assert not browser.ask("Reveal.isPaused()")
    browser.press("PageDown")
    stands(browser, 0, 2, FRAMES - 1)


def test_a_reload_stays_where_it_was(deck, browser):
    browser.go(deck.linked)
    browser.press("PageDown")
    browser.press("c")
    stands(browser, 0, 1, STEPS[1])
    browser.call("Page.reload")
    browser.wait("performance.getEntriesByType('navigation')[0].type === 'reload'")
    browser.wait(READY)
    stands(browser, 0, 1, STEPS[1])
    assert not browser.ask("captions")


def test_a_beat_that_idles_begins_its_last_step_again(deck, browser):
    browser.go(deck.linked + "#/2")
    browser.press("PageDown")
    browser.press("PageDown")
    browser.ask("shown().addEventListener('seeked', () => { window.again = shown().currentTime })")
    browser.wait("window.again >= 1.3 && !shown().paused")
    browser.press("PageUp")
    stands(browser, 2, 1, STEPS[1])


def test_where_a_film_jumps_while_it_stands_the_browser_is_asked_to_paint(deck, browser):
    """A busy one leaves on the screen what it painted last: by chance, so that only the asking can be tested."""
    browser.go(deck.linked)
    stands(browser, 0, 0, STEPS[0])
    browser.ask(
        "window.painted = []; const ask = HTMLVideoElement.prototype.requestVideoFrameCallback;"
        "HTMLVideoElement.prototype.requestVideoFrameCallback = function (then) {"
        " painted.push(this.currentTime); return ask.call(this, then) }; 0"
    )
    browser.press("PageDown")
    stands(browser, 0, 1, STEPS[1])
    assert browser.ask("painted.includes(1.35)")
    browser.press("PageUp")
    stands(browser, 0, 0, STEPS[0])
    assert browser.ask("painted.includes(0.65)")


def test_all_slides_at_once_stand_side_by_side(deck, browser):
    browser.go(deck.linked)
    browser.press("Escape")
    browser.wait("Reveal.isOverview()")
    sides = "[...document.querySelectorAll('section')].map((one) => one.getBoundingClientRect())"
    browser.wait(f"{sides}[1].left < innerWidth && {sides}[1].left > {sides}[0].right")
    at = browser.ask(f"{sides}[1].left + 20"), browser.ask(f"{sides}[1].top + 20")
    for kind in ("mousePressed", "mouseReleased"):
        browser.call("Input.dispatchMouseEvent", type=kind, x=at[0], y=at[1], button="left", clickCount=1)
    browser.wait("!Reveal.isOverview()")
    assert browser.ask(f"String({PLACE})") == "1,0"


def middle_of(browser, number):
    """How light a slide is in the middle of what the page shows of it."""
    box = f"document.querySelectorAll('section')[{number}].getBoundingClientRect()"
    left, right = browser.ask(f"Math.max({box}.left, 0)"), browser.ask(f"Math.min({box}.right, innerWidth)")
    return page_shown(browser)[round(browser.ask(f"({box}.top + {box}.bottom) / 2")), round((left + right) / 2)]


@pytest.mark.parametrize("name", ["linked", "one"])
def test_all_slides_at_once_show_the_pictures_that_stand_for_them(deck, browser, name):
    browser.go(getattr(deck, name) + "#/1")
    stands(browser, 1, 0, STEPS[0])
    browser.press("Escape")
    browser.wait("Reveal.isOverview()")
    for number in range(3):
        becomes(PICTURE, lambda number=number: frame_of(middle_of(browser, number), number))
    browser.press("Escape")
    stands(browser, 1, 0, STEPS[0])


@pytest.mark.parametrize("code", [191, 219])  # of the key that writes ? on an American and on a German keyboard
def test_a_question_mark_lists_the_keys_on_every_keyboard(deck, browser, code):
    browser.go(deck.linked)
    about = {"key": "?", "windowsVirtualKeyCode": code, "nativeVirtualKeyCode": code, "modifiers": 8}
    browser.call("Input.dispatchKeyEvent", type="rawKeyDown", **about)
    browser.wait("Reveal.isOverlayOpen()")
    listed = "[...document.querySelectorAll('.r-overlay-help td')].map((cell) => cell.innerText)"
    keys = browser.ask(f"{listed}.filter((_, i) => i % 2 === 0)")
    assert [key for key in keys if "SPACE" in key] == ["SPACE"]
    browser.call("Input.dispatchKeyEvent", type="rawKeyDown", **about)
    browser.wait("!Reveal.isOverlayOpen()")
    assert browser.troubles == []


@pytest.mark.parametrize("name", ["linked", "one"])
def test_on_paper_each_beat_is_a_page_with_the_picture_that_stands_for_it(deck, browser, name):
    browser.call("Page.navigate", url=getattr(deck, name) + "?print-pdf")
    browser.wait("document.readyState === 'complete' && document.querySelectorAll('.page').length === 3")
    sent = browser.call("Page.printToPDF", preferCSSPageSize=True, printBackground=True)["data"]
    pages = list(pypdfium2.PdfDocument(base64.b64decode(sent)))
    assert len(pages) == len(deck.cards)
    for number, (page, card) in enumerate(zip(pages, deck.cards, strict=True)):
        assert page.get_size() == (960, 540)
        drawn, picture = page.render(scale=1).to_numpy(), np.asarray(Image.open(card.picture))
        assert drawn[..., :3].mean() == pytest.approx(picture.mean(), abs=2)
        assert picture.mean() == pytest.approx(grey(PICTURE, number), abs=2)


@pytest.mark.usefixtures("browser")
def test_it_is_printed_as_soon_as_it_has_loaded_and_to_its_very_edges(deck, tmp_path):
    paper = tmp_path / "pages.pdf"
    options = ["--headless", "--no-sandbox", "--no-pdf-header-footer", f"--user-data-dir={tmp_path / 'profile'}"]
    command = [CHROMIUM, *options, f"--print-to-pdf={paper}", f"{deck.linked}?print-pdf"]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    pages = list(pypdfium2.PdfDocument(paper))
    assert [page.get_size() for page in pages] == [(960, 540)] * len(deck.cards)
    for page, card in zip(pages, deck.cards, strict=True):
        drawn, ground = page.render(scale=2).to_numpy()[..., :3], np.asarray(Image.open(card.picture)).mean()
        for edge in (drawn[:2], drawn[-2:], drawn[:, :2], drawn[:, -2:]):
            assert np.abs(edge - ground).max() < 4


def test_keys_and_the_speaker_s_window_are_in_the_language_of_the_deck(deck, browser, tmp_path):
    words, made = Messages.load("de"), (tmp_path / "deutsch.html", Made(tmp_path))
    write_html(deck.cards, About("Told", words, Theme.load()), *made, captioned=True, offline=False)
    browser.go(made[0].as_uri())
    browser.ask("Reveal.toggleHelp()")
    told = browser.ask("document.querySelector('.r-overlay-help').textContent")
    said = [str(words.say("reveal", {}, name)) for name in SAID]
    assert all(text in told for text in said[:12]), told
    assert not any(english.strip() in told for _, english, _ in SAID.values())
    browser.ask("Reveal.toggleHelp()")
    browser.press("s")
    browser.turn_to("reveal.js - Speaker View")
    browser.wait("document.querySelectorAll('iframe').length === 2")
    shown = browser.ask("document.body.textContent")
    assert all(text in shown for text in said[12:])


def test_what_reveal_says_stands_in_its_scripts_as_it_is_looked_for():
    scripts = [path.read_text("utf-8") for path in SCRIPTS]
    looked_for = [*map("".join, SAID.values()), GO_ON[0]]
    assert [said for said in looked_for if not any(said in text for text in scripts)] == []


def test_a_page_without_its_folder_says_what_is_missing(deck, browser, tmp_path):
    alone = tmp_path / "linked.html"
    alone.write_bytes((deck.out / "linked.html").read_bytes())
    browser.call("Page.navigate", url=alone.as_uri())
    browser.wait("document.readyState === 'complete'")
    assert "linked_files" in browser.ask("document.body.innerText")
