"""A file that was not made here is never overwritten; one that was, is."""

import pytest

from scenes.studio.ownership import Made, OwnershipError


def made(folder, name, content="ours", **changes):
    with Made(folder, **changes).whole(folder / name) as draft:
        draft.write_text(content)
    return folder / name


def test_what_was_made_here_is_made_anew(tmp_path):
    for content in ("one", "two", "one"):
        assert made(tmp_path, "a.md", content).read_text() == content


def test_what_a_person_wrote_or_changed_stays(tmp_path):
    theirs = tmp_path / "a.md"
    theirs.write_text("theirs")
    with pytest.raises(OwnershipError, match=r"a\.md is there already, and was not made by nudge .*--out, or --force"):
        made(tmp_path, "a.md")
    made(tmp_path, "b.md").write_text("ours, and a remark")
    with pytest.raises(OwnershipError, match=r"b\.md is there already"):
        Made(tmp_path).check([tmp_path / "b.md"])
    assert theirs.read_text() == "theirs"
    assert {path.name for path in tmp_path.iterdir()} == {"a.md", "b.md", ".work"}


def test_force_overwrites_and_from_then_on_the_file_is_ours(tmp_path):
    (tmp_path / "a.md").write_text("theirs")
    made(tmp_path, "a.md", force=True)
    assert made(tmp_path, "a.md", "again").read_text() == "again"


def test_a_file_of_ours_under_another_name_is_theirs(tmp_path):
    made(tmp_path, "a.md").rename(tmp_path / "b.md")
    with pytest.raises(OwnershipError, match=r"b\.md"):
        made(tmp_path, "b.md")


def test_a_link_even_one_that_leads_nowhere_is_theirs(tmp_path):
    (tmp_path / "a.md").symlink_to("nowhere")
    with pytest.raises(OwnershipError, match=r"a\.md"):
        made(tmp_path, "a.md")


def test_a_folder_is_looked_through_and_may_not_stand_where_a_file_goes(tmp_path):
    (tmp_path / "x_files").mkdir()
    made(tmp_path, "x_files/film.mp4")
    Made(tmp_path).check([tmp_path / "x_files"])
    (tmp_path / "x_files" / "notes.txt").write_text("theirs")
    with pytest.raises(OwnershipError, match=r"notes\.txt"):
        Made(tmp_path).check([tmp_path / "x_files"])
    (tmp_path / "a.md").mkdir()
    with pytest.raises(OwnershipError, match=r"a\.md is a folder"):
        Made(tmp_path, force=True).check([tmp_path / "a.md"])


def test_a_file_that_comes_while_ours_is_made_stays(tmp_path):
    writing = Made(tmp_path).whole(tmp_path / "a.md")
    writing.__enter__().write_text("ours")
    (tmp_path / "a.md").write_text("theirs")
    with pytest.raises(OwnershipError):
        writing.__exit__(None, None, None)
    assert (tmp_path / "a.md").read_text() == "theirs"


def test_what_got_its_name_just_before_a_kill_and_what_did_not_are_both_ours(tmp_path):
    made(tmp_path, "a.md", "first")
    (tmp_path / "draft").write_text("second")
    Made(tmp_path).note(tmp_path / "a.md", tmp_path / "draft")
    Made(tmp_path).check([tmp_path / "a.md"])
    (tmp_path / "draft").replace(tmp_path / "a.md")
    Made(tmp_path).check([tmp_path / "a.md"])


def test_a_list_that_was_damaged_makes_nothing_ours_and_the_rest_stays(tmp_path):
    made(tmp_path, "a.md")
    notes = tmp_path / ".work" / "made.jsonl"
    notes.write_bytes(b"\xff\xfe[\n" + notes.read_bytes() + b'["b.md", "half')
    Made(tmp_path).check([tmp_path / "a.md"])
    made(tmp_path, "c.md")
    Made(tmp_path).check([tmp_path / "c.md"])
