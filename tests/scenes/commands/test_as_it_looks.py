"""What is typed does what it looks like; what it cannot be is said, with what was meant."""

from scenes.cli import main


def test_a_lesson_alone_is_rendered(lesson, capsys):
    assert main(["my.toml", "--scene", "Nobody"]) == 2
    assert "no scene is called 'Nobody'" in capsys.readouterr().err


def test_options_alone_are_those_of_a_render(capsys):
    assert main(["--quality", "best"]) == 2
    assert "nudge render" in capsys.readouterr().err


def test_a_chapter_that_there_is_not_is_no_fault_of_the_lesson(lesson, capsys):
    assert main(["list", "my.toml", "--chapter", "calc"]) == 2
    told = capsys.readouterr().err
    assert "no chapter is called 'calc'; did you mean calculus?" in told
    assert "my.toml" not in told


def test_all_chapters_and_one_of_them_are_not_both_told(lesson, capsys):
    assert main(["list", "my.toml", "--all", "--chapter", "nudges"]) == 2
    assert "--all is all chapters; leave out --chapter, or --all." in capsys.readouterr().err


def test_scenes_that_there_are_stand_in_the_order_of_telling(lesson, capsys):
    lesson.write_text('[story]\nscenes = ["OutputNudges"]\n')
    assert main(["list", "my.toml", "--scene", "Nobody"]) == 2
    assert "there are OutputNudges, N3, N4." in capsys.readouterr().err


def test_a_new_lesson_is_a_folder(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["new", "my.toml"]) == 2
    assert "nudge new my writes my/lesson.toml" in capsys.readouterr().err
    assert not (tmp_path / "my.toml").exists()
