"""What the page shows: the last good pictures stay until there are others, and are said to be old when they are."""

from scenes.studio.watch.view import Board, View

PLAN = {"scene": "Mine", "title": "My own", "scenes": [["Mine", "My own"]], "colours": {"ink": "#ffffff"}}


def drawn(*pictures, beats=("one", "two")):
    """A view of a scene whose beats have these pictures."""
    view = View("my").begun().planned({**PLAN, "beats": [(beat, "N1") for beat in beats]})
    for beat, picture in zip(beats, pictures, strict=False):
        view = view.drawn(beat, f"{beat} is said", picture)
    return view.mended().filmed("film.mp4", {"two": 1.5})


def beats(view):
    return [(beat.name, beat.picture, beat.old, beat.changed) for beat in view.beats]


def test_what_is_drawn_for_the_first_time_is_neither_old_nor_changed():
    view = drawn("a.png", "b.png")
    assert beats(view) == [("one", "a.png", False, False), ("two", "b.png", False, False)]
    assert [beat.starts for beat in view.beats] == [0.0, 1.5]
    assert view.pictures() == {"a.png", "b.png", "film.mp4"}


def test_what_looks_otherwise_is_marked_until_the_next_drawing():
    again = drawn("a.png", "b.png").begun().planned({**PLAN, "beats": [("one", "N1"), ("two", "N1")]})
    view = again.drawn("one", "", "a.png").drawn("two", "", "c.png")
    assert beats(view) == [("one", "a.png", False, False), ("two", "c.png", False, True)]
    assert not any(beat.changed for beat in view.planned({**PLAN, "beats": [("two", "N1")]}).beats)


def test_where_something_went_wrong_what_was_not_drawn_is_old_until_it_is():
    plan = {**PLAN, "beats": [("one", "N1"), ("two", "N1"), ("three", "N1")]}
    view = drawn("a.png", "b.png").begun().planned(plan).drawn("one", "", "c.png").failed("It broke.", ["one"])
    assert beats(view) == [("one", "c.png", False, True), ("two", "b.png", True, False), ("three", "", False, False)]
    assert (view.trouble, view.clip, view.clip_old) == ("It broke.", "film.mp4", True)
    again = view.begun().planned(plan)
    assert (again.trouble, again.beats[1].old, again.clip_old) == ("It broke.", True, True), "nothing is drawn yet"
    for beat in ("one", "two", "three"):
        again = again.drawn(beat, "", "d.png")
    mended = again.mended()
    assert (mended.trouble, mended.clip_old) == ("", True), "the film is still the old one"
    assert not any(beat.old for beat in mended.beats)
    assert not mended.filmed("new.mp4", {}).clip_old


def test_another_scene_has_no_pictures_of_this_one():
    view = drawn("a.png", "b.png").planned({**PLAN, "scene": "Other", "beats": [("one", "N1")]})
    assert beats(view) == [("one", "", False, False)]
    assert view.clip == ""


def test_files_that_are_shown_no_longer_go_and_no_others_are_given(tmp_path):
    for name in ("a.png", "b.png", "film.mp4", "older.png"):
        (tmp_path / name).write_bytes(b"")
    board = Board(drawn("a.png", "b.png"), tmp_path)
    assert board.file("a.png") == tmp_path / "a.png"
    assert board.file("older.png") is None
    board.tidy()
    assert {path.name for path in tmp_path.iterdir()} == {"a.png", "b.png", "film.mp4"}
