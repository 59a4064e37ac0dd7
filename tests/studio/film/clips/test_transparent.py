"""Transparent clips hold colour and opacity as they were painted; what lies under them is seen through them."""

import av
import numpy as np
import pytest
from manim import Circle, ManimColor, Square, VGroup, tempconfig

from scenes.camera.camera import StageCamera
from scenes.cli import cli, main
from scenes.studio.film.clips.clip_writer import ClipWriter
from scenes.studio.film.clips.encoders import TRANSPARENT, EncoderError, encoder_named, offered
from scenes.studio.film.clips.frames import straight
from scenes.studio.film.clips.quality import Quality
from scenes.studio.film.clips.sounds import Sound
from tests.studio.film.clips.test_sounds import tone

TINY = Quality("tiny", 96, 64, 10)


def painted():
    """A frame without ground, premultiplied: opaque orange, half transparent blue, nothing."""
    pixels = np.zeros((TINY.height, TINY.width, 4), np.uint8)
    pixels[:, :32] = (240, 120, 40, 255)
    pixels[:, 32:64] = (20, 60, 120, 128)
    return pixels


def clip_of(tmp_path, ending, *sounds):
    writer = ClipWriter(tmp_path / f"clip.{ending}", TINY, ending)
    writer.write(painted(), 3)
    writer.write(np.zeros_like(painted()))
    writer.sounds += sounds
    writer.finish()
    return writer.path


def heard(tmp_path, is_heard):
    return [Sound(tone(tmp_path / "tone.wav", 0.3), 0.0)] if is_heard else []


@pytest.mark.parametrize("is_heard", [False, True])
def test_the_editor_s_clip_has_colour_and_opacity_as_they_were_painted(tmp_path, is_heard):
    with av.open(str(clip_of(tmp_path, "mov", *heard(tmp_path, is_heard)))) as film:
        stream = film.streams.video[0]
        assert (stream.codec_context.name, stream.codec_context.codec_tag) == ("prores", "ap4h")
        frames = [frame.to_ndarray(format="rgba").astype(int) for frame in film.decode(video=0)]
    assert len(frames) == 4
    assert np.abs(frames[2][:, 4:28] - (240, 120, 40, 255)).max() <= 6
    assert np.abs(frames[2][:, 36:60] - (40, 120, 239, 128)).max() <= 6
    assert frames[2][:, 68:, 3].max() <= 2
    assert frames[3][..., 3].max() <= 2


@pytest.mark.parametrize("is_heard", [False, True])
def test_the_browser_s_clip_says_that_it_is_transparent_and_is(tmp_path, is_heard):
    with av.open(str(clip_of(tmp_path, "webm", *heard(tmp_path, is_heard)))) as film:
        stream = film.streams.video[0]
        assert (stream.codec_context.name, stream.metadata["alpha_mode"]) == ("vp9", "1")
        player = av.CodecContext.create("libvpx-vp9", "r")  # FFmpeg's own decoder passes over opacity
        frames = [frame for packet in film.demux(stream) for frame in player.decode(packet)]
    assert len(frames) == 4
    opacity = frames[2].to_ndarray(format="rgba")[..., 3].astype(int)
    assert [round(opacity[:, at : at + 24].mean()) for at in (4, 36, 68)] == pytest.approx([255, 128, 0], abs=3)


@pytest.mark.parametrize(("ending", "codec"), [("mov", "aac"), ("webm", "opus")])
def test_sounds_are_heard_in_them(tmp_path, ending, codec):
    with av.open(str(clip_of(tmp_path, ending, *heard(tmp_path, True)))) as film:
        assert film.streams.audio[0].codec_context.name == codec
        assert max(np.abs(frame.to_ndarray()).max() for frame in film.decode(audio=0)) > 0.05


def test_colours_are_no_longer_multiplied_and_the_rest_stays():
    pixels = painted()
    made = straight(pixels)
    assert (made[:, :32] == pixels[:, :32]).all()
    assert made[0, 40].tolist() == [39, 119, 239, 128]
    assert (made[:, 64:] == 0).all()


def test_what_is_painted_without_ground_is_what_is_seen_on_any_ground():
    shapes = VGroup(Circle(fill_opacity=0.4, color="#ff8000"), Square(stroke_width=3, color="#40c0ff").shift((1, 0, 0)))

    def seen(colour, opacity):
        with tempconfig({"pixel_width": 160, "pixel_height": 90, "background_opacity": opacity}):
            camera = StageCamera()
            camera.background_color = ManimColor(colour)
            camera.reset()
            camera.capture_mobjects([shapes])
            return camera.pixel_array.astype(float)

    clear, ground = seen("#000000", 0.0), np.array((40, 90, 200))
    opacity = clear[..., 3:] / 255
    assert 0 < opacity.mean() < 0.5
    assert np.abs(clear[..., :3] + ground * (1 - opacity) - seen("#285ac8", 1.0)[..., :3]).max() <= 3


def test_they_are_for_clips_alone_and_the_command_offers_them():
    assert not set(TRANSPARENT) & set(offered())
    [option] = [one for one in cli.commands["clips"].params if one.name == "transparent"]
    assert set(option.type.choices) == set(TRANSPARENT)
    assert all(encoder_named(ending).is_transparent for ending in TRANSPARENT)
    with pytest.raises(EncoderError, match="no encoder is called so"):
        encoder_named("prores")


@pytest.mark.parametrize(("option", "value"), [("--encoder", "software"), ("--captions", "on")])
def test_options_that_it_cannot_heed_are_refused(tmp_path, monkeypatch, capsys, option, value):
    monkeypatch.chdir(tmp_path)
    assert main(["clips", "--scene", "N4", "--transparent", "mov", option, value]) == 2
    assert f"leave out {option}." in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
