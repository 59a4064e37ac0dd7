"""Slides: each beat once and in order, in the browser, with what is said and the numbers shown."""

import functools
import io
import threading
from dataclasses import replace
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace

import av
import numpy as np
import pytest
from bs4 import BeautifulSoup
from rich.console import Console

from netsim import Recipe
from scenes.lesson.lesson import Lesson
from scenes.look.theme import Theme
from scenes.story.told import Part
from scenes.studio.film.displays import PlainDisplay
from scenes.studio.film.production import Production
from scenes.studio.ownership import Made
from scenes.studio.print.deck import About, cards, picture_of
from scenes.studio.print.slides import write_html
from scenes.words.messages import Messages
from tests.studio.conftest import TINY, XOR
from tests.studio.fakes import Fake, Longer

SAID = [f"Part {i} is told." for i in (0, 1, 0, 1, 2)]
KEYS = [f"0{n}-T{i}-{s}-part_{i}" for n, (s, i) in enumerate([("Fake", 0), ("Fake", 1)], 1)]
KEYS += [f"0{i + 3}-T{i}-Longer-part_{i}" for i in range(3)]
TRICKY = ("−a[0] <&> \N{GREEK SMALL LETTER SIGMA}", "0.12, 0.35")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Five beats, filmed, and the decks of them."""
    out = tmp_path_factory.mktemp("slides")
    lesson = Lesson("tiny", out / "tiny.toml", Recipe.from_dict(XOR))
    scenes = [Fake, Longer]
    production = Production(lesson, [Part(scene, None) for scene in scenes], "tiny", TINY, captions=False, out=out)
    takes = production.film_scenes(PlainDisplay(Console(file=io.StringIO()))).scenes
    takes = ((replace(takes[0][0], numbers=(TRICKY,)), *takes[0][1:]), *takes[1:])
    clips = [clip for take in takes for clip in take]
    (out / "cut").mkdir()
    deck = list(cards(scenes, takes, out / "cut", Messages.load()))
    for offline, name in ((False, "linked"), (True, "one"), (False, "odd #1 {x}")):
        place, burned = out / f"{name}.html", name == "odd #1 {x}"
        write_html(
            deck, About("A <deck>", Messages.load(), Theme.load()), place, Made(out), captioned=burned, offline=offline
        )
    return SimpleNamespace(out=out, clips=clips, deck=deck)


def test_there_is_a_slide_for_each_beat_with_its_own_film(made):
    assert [card.key for card in made.deck] == KEYS
    assert [card.says for card in made.deck] == SAID
    for card, frames in zip(made.deck, [5, 10, 3, 12, 6], strict=True):
        with av.open(str(card.video)) as film:
            assert sum(1 for _ in film.decode(video=0)) == frames
        assert [(cue.start, cue.end) for cue in card.cues] == [pytest.approx((0.0, frames / TINY.fps))]


@pytest.mark.parametrize("name", ["linked", "one"])
def test_the_browser_s_deck_says_everything_in_words_too(made, name):
    page = BeautifulSoup((made.out / f"{name}.html").read_text("utf-8"), "html.parser")
    assert page.html["lang"] == "en"
    assert page.title.string == "A <deck>"
    assert [section["id"] for section in page.find_all("section")] == KEYS
    for section, said in zip(page.find_all("section"), SAID, strict=True):
        assert said in section.video["aria-label"]
        assert section.find("p", class_="said").string == said
        assert section.find("track")["kind"] == "captions"
    numbers = page.section.find("aside", class_="notes").li.string
    assert numbers == f"{TRICKY[0]} = {TRICKY[1]}"


def test_what_a_linked_deck_links_to_lies_beside_it_and_nothing_else(made):
    page = BeautifulSoup((made.out / "linked.html").read_text("utf-8"), "html.parser")
    links = {tag["src"] for tag in page.find_all("script") if tag.get("src")}
    links |= {tag["href"] for tag in page.find_all("link", rel="stylesheet")}
    links |= {video[at] for video in page.find_all("video") for at in ("data-src", "data-picture")}
    files = {f"linked_files/{path.name}" for path in (made.out / "linked_files").iterdir()}
    assert files - links == {"linked_files/LICENSE"}
    assert links <= files


def test_an_offline_deck_links_to_nothing(made):
    page = BeautifulSoup((made.out / "one.html").read_text("utf-8"), "html.parser")
    assert not (made.out / "one_files").exists()
    assert not [tag for tag in page.find_all("script") if tag.get("src")]
    assert not page.find_all("link", rel="stylesheet")
    for video in page.find_all("video"):
        assert video["data-src"].startswith("data:video/mp4;base64,")
        assert video["data-picture"].startswith("data:image/jpeg;base64,")


def test_a_deck_made_again_has_the_new_films(made, tmp_path):
    theme = Theme.load()
    noted = Made(tmp_path)
    for deck in (made.deck, made.deck[1:3]):
        place = tmp_path / "again.html"
        write_html(deck, About("again", Messages.load(), theme), place, noted, captioned=False, offline=False)
    films = sorted(path.stem for path in (tmp_path / "again_files").glob("*.mp4"))
    assert films == KEYS[1:3]
    assert {path.name for path in tmp_path.iterdir()} == {"again.html", "again_files", ".work"}


def test_the_picture_that_stands_for_a_beat_is_the_frame_that_it_names(made):
    for clip in [clip for clip in made.clips if clip.is_beat]:
        with av.open(str(clip.path)) as film:
            frames = [frame.to_ndarray(format="rgb24") for frame in film.decode(video=0)]
        assert np.array_equal(np.asarray(picture_of(clip)), frames[clip.picture])
        assert not np.array_equal(np.asarray(picture_of(clip)), frames[-1])


VIDEO = "document.querySelector('section.present video')"


@pytest.fixture
def address(made):
    """Give the address of a deck: the linked one from a server, the one-file deck from the disk."""
    handler = functools.partial(QuietHandler, directory=str(made.out))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield {
            "linked": f"http://127.0.0.1:{server.server_port}/linked.html",
            "linked from the disk": (made.out / "linked.html").as_uri(),
            "one": (made.out / "one.html").as_uri(),
            "of an odd name": (made.out / "odd #1 {x}.html").as_uri(),
        }
        server.shutdown()


class QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.mark.parametrize("deck", ["linked", "linked from the disk", "one", "of an odd name"])
def test_in_a_browser_keys_step_films_play_captions_show_and_nothing_goes_wrong(address, browser, deck):
    browser.go(address[deck])
    assert browser.ask("Reveal.getTotalSlides()") == 5
    captioned = deck == "of an odd name"
    for i, said in enumerate(SAID):
        browser.wait(f"Reveal.getCurrentSlide().id === '{KEYS[i]}'")
        browser.wait(f"{VIDEO}.ended")
        browser.press(" ")
        if captioned:
            assert browser.ask(f"{VIDEO}.textTracks.length") == 0
        else:
            browser.wait(f"{VIDEO}.textTracks[0].activeCues && {VIDEO}.textTracks[0].activeCues.length === 1")
            assert browser.ask(f"{VIDEO}.textTracks[0].cues[0].text") == said
            assert browser.ask(f"{VIDEO}.textTracks[0].mode") == "showing"
        browser.press("ArrowRight")
    assert browser.ask("Reveal.isLastSlide()")
    browser.press("c")
    if not captioned:
        assert browser.ask(f"{VIDEO}.textTracks[0].mode") == "hidden"
    browser.press("ArrowLeft")
    browser.wait(f"Reveal.getCurrentSlide().id === '{KEYS[3]}'")
    browser.wait(f"{VIDEO}.paused && {VIDEO}.currentTime > {VIDEO}.duration - 0.15")
    browser.press("s")
    browser.turn_to("reveal.js - Speaker View")
    browser.wait(f"document.querySelector('.speaker-controls-notes').innerText.includes('{SAID[3]}')")
    assert browser.troubles == []
