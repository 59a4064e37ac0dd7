"""A piece's key follows from all that its frames follow from: its beat and those before, and none of those after."""

import pytest

from scenes.look.imprint import Imprint
from scenes.nudges.output_nudges import OutputNudges
from scenes.stage.stage import END
from scenes.story.own_scenes import scenes_in
from scenes.studio.film.clips.encoders import SOFTWARE, offered
from scenes.studio.film.clips.quality import QUALITIES
from scenes.studio.film.pieces.keys import shot_of as shot_in
from scenes.studio.film.pieces.shot import Run
from scenes.words.messages import Messages
from tests.studio.conftest import TINY
from tests.studio.fakes import Fake, Longer

OWN = '''from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene


def size() -> float:
    return 1.0


class Tale(TraceScene):
    title = "A tale"

    @beat("N1")
    def the_start(self) -> None:
        """One."""
        self.help(size())

    @beat("N2")
    def the_middle(self) -> None:
        """Two."""
        self.help(2.0)

    @beat("N3")
    def the_close(self) -> None:
        """Three."""
        self.help(3.0)

    def help(self, seconds: float) -> None:
        self.wait(seconds)
'''
MORE = '''
    @beat("N4")
    def the_encore(self) -> None:
        """Four."""
'''
CALLED = """
    def once_more(self) -> None:
        self.the_close()
"""


OUTPUT_NUDGES = [beat.name for beat in OutputNudges.beats()]


def keys(shot):
    return {piece.beat: piece.key for piece in shot.pieces}


def changed(one, other):
    """Which pieces of a shot are to be filmed anew for another."""
    before = keys(one)
    return [beat for beat, key in keys(other).items() if before.get(beat) != key]


@pytest.fixture
def tale(tmp_path, shot_of):
    """Makes the shot of the tale with some of its text replaced, or with more text at its end."""

    def make(old="", new="", more="", **changes):
        path = tmp_path / "own.py"
        assert old in OWN
        path.write_text(OWN.replace(old, new) + more)
        return shot_of(scenes_in(path)[0], **changes)

    return make


def test_a_shot_is_made_of_its_beats_and_the_clearing(tale):
    pieces = tale().pieces
    assert [(piece.beat, piece.before, piece.is_beat) for piece in pieces] == [
        ("the_start", 0, True),
        ("the_middle", 1, True),
        ("the_close", 2, True),
        (END, 3, False),
    ]
    assert len({piece.key for piece in pieces}) == 4
    assert tale().beats == 3


@pytest.mark.parametrize(
    ("old", "new", "anew"),
    [
        ("3.0", "4.0", ["the_close", END]),
        ("self.help(2.0)", "self.help(2.5)", ["the_middle", "the_close", END]),
        ('"""Two."""', '"""Two!"""', ["the_middle", "the_close", END]),
        ('"N3"', '"N4"', ["the_close", END]),
        ('@beat("N2")', '@beat("N2", picture=0.5)', ["the_middle", "the_close", END]),
        ('"""Two."""', '"""Two."""  # a remark', []),
        ("self.wait(seconds)", "self.wait(2 * seconds)", ["the_start", "the_middle", "the_close", END]),
        ("return 1.0", "return 1.1", ["the_start", "the_middle", "the_close", END]),
        ('"A tale"', '"Another"', ["the_start", "the_middle", "the_close", END]),
    ],
)
def test_a_change_redraws_the_beat_and_those_that_follow_and_a_helper_s_the_scene(tale, old, new, anew):
    assert changed(tale(), tale(old, new)) == anew


def test_a_beat_more_redraws_what_follows_it(tale):
    assert changed(tale(), tale(more=MORE)) == ["the_encore", END]
    amid = MORE.replace('"N4"', '"N4", after="the_start"')
    assert changed(tale(), tale(more=amid)) == ["the_encore", "the_middle", "the_close", END]


def test_a_beat_that_other_code_calls_counts_for_all(tale):
    one, other = (tale("self.help(3.0)", f"self.help({seconds})", CALLED) for seconds in (3.0, 4.0))
    assert changed(one, other) == ["the_start", "the_middle", "the_close", END]


def test_a_logo_counts_by_what_its_file_holds_and_a_footer_by_its_words(tale, tmp_path):
    logos = [tmp_path / name for name in ("logo.svg", "same.svg", "other.svg")]
    for path in logos:
        path.write_text("<svg/>" if path.stem != "other" else "<svg></svg>")
    plain, logo, same, other = tale(), *(tale(imprint=Imprint.of(path, "")) for path in logos)
    every = ["the_start", "the_middle", "the_close", END]
    assert changed(logo, same) == []
    assert changed(plain, logo) == changed(logo, other) == every
    assert changed(plain, tale(imprint=Imprint.of(None, "2026"))) == every


def test_what_is_told_counts_up_to_the_piece(tale):
    every, some = tale(), tale(told=("the_start", "the_close"))
    assert [piece.beat for piece in some.pieces] == ["the_start", "the_close", END]
    assert changed(every, some) == ["the_close", END]
    assert [piece.beat for piece in tale(told=("the_start",)).pieces] == ["the_start", END]
    assert changed(every, tale(told=("the_start",))) == [END]


def test_a_base_s_beats_count_as_the_scene_s_own(tmp_path, shot_of):
    path = tmp_path / "mine.py"
    text = (
        "from scenes.stage.beats import beat\nfrom scenes.nudges.output_nudges import OutputNudges\n\n\n"
        'class Mine(OutputNudges):\n    @beat(after="the_target")\n    def an_aside(self) -> None:\n        """{}"""\n'
    )
    shots = []
    for said in ("One.", "Two."):
        path.write_text(text.format(said))
        shots.append(shot_of(*scenes_in(path)))
    assert changed(*shots) == ["an_aside", *OUTPUT_NUDGES[OUTPUT_NUDGES.index("the_wishes") :], END]


@pytest.mark.parametrize(
    ("said", "anew"),
    [
        ("OutputNudges-the_target = Another sentence.", [*OUTPUT_NUDGES[2:], END]),
        ("OutputNudges-the_wishes = Another sentence.", [*OUTPUT_NUDGES[3:], END]),
        ("OutputNudges = Another title", [*OUTPUT_NUDGES, END]),
        ("OutputNudges =\n    .longest = most", [*OUTPUT_NUDGES, END]),
        ("place = Another place", [*OUTPUT_NUDGES, END]),
        ("SmallNudge = Another title", []),
    ],
)
def test_a_sentence_counts_from_its_beat_on_and_title_and_labels_for_all(trace_file, tmp_path, said, anew):
    own = tmp_path / "own.ftl"
    own.write_text(f"{said}\n")
    shots = [shot_in(OutputNudges, trace_file, TINY, words) for words in (Messages.load(), Messages.load("en", own))]
    assert changed(*shots) == anew


@pytest.mark.parametrize(
    "change",
    [
        {"captions": False},
        {"quality": QUALITIES["draft"]},
        {"pace": 2.0},
        {"encoder": next(name for name in offered() if name != SOFTWARE)},
    ],
    ids=lambda change: next(iter(change)),
)
def test_whatever_changes_a_frame_changes_every_key(trace_file, change):
    one, other = (
        shot_in(Fake, trace_file, words=Messages.load(), **({"quality": TINY} | more)) for more in ({}, change)
    )
    assert changed(one, other) == [piece.beat for piece in one.pieces]


def test_scenes_and_beats_have_keys_of_their_own(shot_of):
    both = [*keys(shot_of(Fake)).values(), *keys(shot_of(Longer)).values()]
    assert len(set(both)) == len(both)


def test_a_theme_counts_by_what_it_says(tmp_path, shot_of):
    theme, moved = tmp_path / "mine.toml", tmp_path / "moved.toml"
    theme.write_text('[colour]\nup = "#112233"\n')
    moved.write_text(theme.read_text())
    mine = shot_of(Fake, theme=str(theme))
    assert changed(mine, shot_of(Fake, theme=str(moved))) == []
    theme.write_text('[colour]\nup = "#112234"\n')
    assert len(changed(mine, shot_of(Fake, theme=str(theme)))) == 3


def test_a_piece_is_expected_to_last_as_long_as_its_words_take_to_read(tale):
    slow, fast = tale(), tale(pace=2.0)
    assert slow.pieces[0].seconds == pytest.approx(2 * fast.pieces[0].seconds)
    short, long = (tale('"""Two."""', f'"""{"Two " * n}."""').pieces[1].seconds for n in (5, 10))
    assert long / short == pytest.approx(41 / 21, rel=0.1)


def test_an_order_is_plain_json_with_every_path_at_its_top(tmp_path, tale):
    shot = tale(told=("the_start", "the_close"))
    order = Run(shot, 1, len(shot.pieces)).order(tmp_path)
    assert order["pieces"] == ["the_close", END]
    assert sorted(order["told"]) == ["the_close", "the_start"]
    nested = [value for value in order.values() if isinstance(value, dict | list)]
    assert not any("/" in str(value) for value in nested)
    assert order["scene"].startswith(str(tmp_path))
