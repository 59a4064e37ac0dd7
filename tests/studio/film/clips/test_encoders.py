"""Which encoder: one that there is and that opens here, or a sentence before anything is trained."""

import pytest

from scenes.cli import main
from scenes.commands.planning.machines import encoder_for
from scenes.studio.film.clips.clip_writer import try_encoder
from scenes.studio.film.clips.encoders import ENCODERS, SOFTWARE, Encoder, EncoderError, encoder_named, offered
from tests.studio.conftest import TINY


@pytest.fixture
def unable(monkeypatch):
    """The name of an encoder that is in every build of FFmpeg, and that no machine can open."""
    monkeypatch.setitem(ENCODERS, "h264_none", Encoder("libx264", {"preset": "impossible"}))
    return "h264_none"


def test_the_software_encoder_is_there_and_opens():
    assert SOFTWARE in offered()
    try_encoder(SOFTWARE, TINY)


@pytest.mark.parametrize(("name", "hint"), [("zzz", ""), ("softwares", "did you mean 'software'")])
def test_a_wrong_name_is_met_with_the_names_that_there_are(name, hint):
    with pytest.raises(EncoderError, match=rf"^--encoder {name}: .*{hint}.* there are {', '.join(offered())}\.$"):
        encoder_named(name)


def test_an_encoder_that_does_not_open_says_what_mends_it(unable):
    with pytest.raises(EncoderError, match=r"^--encoder h264_none: .*impossible.*; --encoder software works .*\.$"):
        try_encoder(unable, TINY)


@pytest.mark.parametrize("command", [["render"], ["slides"], ["render", "--explain", "W1[0,0]"]])
def test_nothing_is_trained_for_an_encoder_that_does_not_open(command, unable, tmp_path, capsys):
    assert main([*command, "--encoder", unable, "--out", str(tmp_path / "out")]) == 2
    told = capsys.readouterr().err
    assert told.startswith("--encoder h264_none")
    assert told.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_where_a_cluster_draws_its_machines_open_the_encoder(unable):
    assert encoder_for(TINY, unable, "tcp://scheduler:8786") == unable
    with pytest.raises(EncoderError, match="cannot open"):
        encoder_for(TINY, unable, None)
    with pytest.raises(EncoderError, match="no encoder is called so"):
        encoder_for(TINY, "zzz", "tcp://scheduler:8786")
