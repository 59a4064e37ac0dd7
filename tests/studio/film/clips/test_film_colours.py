"""A film shows the theme's colours to whoever reads what it says of itself, in the file and in the stream."""

import base64
import io

import av
import numpy as np
import pytest

from scenes.look.theme import Theme, bundled
from scenes.studio.film.clips.clip_writer import ClipWriter
from scenes.studio.film.clips.film import join
from scenes.studio.film.clips.quality import Quality

SIZE = Quality("patches", 320, 180, 30)
SIDE, MARGIN = 32, 6  # of a patch in pixels; what is read is its inner part
# What is left of red and of blue beside brightness, by the number of the matrix (ITU-T H.273, table 4).
WEIGHTS = {1: (0.2126, 0.0722), 5: (0.299, 0.114), 6: (0.299, 0.114)}
BT709 = {"matrix": 1, "primaries": 1, "transfer": 1, "range": 1}  # the last: limited


def colours(theme):
    """All colours of a theme, by role, and the crimson that a film was first seen to miss."""
    roles = vars(Theme.load(theme).colour)
    return {role: tuple(int(value[i : i + 2], 16) for i in (1, 3, 5)) for role, value in roles.items() if value}


def places(count):
    """Corners of the patches, off the grid of the encoder's blocks."""
    across = SIZE.width // SIDE
    return [(3 + SIDE * (i // across), 5 + SIDE * (i % across)) for i in range(count)]


def picture(theme):
    roles = colours(theme)
    pixels = np.full((SIZE.height, SIZE.width, 4), 255, np.uint8)
    pixels[..., :3] = roles["background"]
    for (top, left), colour in zip(places(len(roles)), roles.values(), strict=True):
        pixels[top : top + SIDE, left : left + SIDE, :3] = colour
    return pixels


def read(shown, theme):
    """The mean colour of each patch's inner part, and the colour that was drawn."""
    roles = colours(theme)
    inner = [
        (slice(t + MARGIN, t + SIDE - MARGIN), slice(x + MARGIN, x + SIDE - MARGIN)) for t, x in places(len(roles))
    ]
    return {
        role: (shown[place].mean(axis=(0, 1)), told) for place, (role, told) in zip(inner, roles.items(), strict=True)
    }


def film_of(theme, folder):
    """A film of two clips, in which the picture first stands alone and then takes turns with its negative."""
    pixels = picture(theme)
    for name, pictures in (("one", [pixels]), ("two", [255 - pixels, pixels])):
        writer = ClipWriter(folder / f"{name}.mp4", SIZE)
        for each in pictures:
            writer.write(each, 20)
        writer.finish()
    join([folder / "one.mp4", folder / "two.mp4"], folder / "film.mp4")
    return folder / "film.mp4"


def tags(stream):
    """What a decoder is told of a stream's colours."""
    told = stream.codec_context
    return {
        "matrix": told.colorspace,
        "primaries": told.color_primaries,
        "transfer": told.color_trc,
        "range": told.color_range,
    }


def by_its_tags(frame):
    """Red, green and blue of a frame, by what the frame says of itself."""
    assert frame.color_range == 1
    red, blue = WEIGHTS[frame.colorspace]
    planes = [
        np.array(plane, np.uint8).reshape(plane.height, plane.line_size)[:, : plane.width] for plane in frame.planes
    ]
    light = (planes[0] - 16.0) / 219
    from_blue, from_red = ((plane.repeat(2, 0).repeat(2, 1) - 128.0) / 224 for plane in planes[1:])
    r = light + (2 - 2 * red) * from_red
    b = light + (2 - 2 * blue) * from_blue
    return 255 * np.stack([r, (light - red * r - blue * b) / (1 - red - blue), b], axis=-1)


def raw_stream(path):
    """The H.264 stream alone, out of its container."""
    raw = io.BytesIO()
    with av.open(str(path)) as film:
        strip = av.bitstream.BitStreamFilterContext("h264_mp4toannexb", film.streams.video[0])
        for packet in film.demux(video=0):
            for part in strip.filter(packet):
                raw.write(bytes(part))
    raw.seek(0)
    return raw


@pytest.mark.parametrize("name", ["one", "film"])
def test_container_and_stream_say_how_to_read_the_colours(tmp_path, name):
    film_of("dark", tmp_path)
    path = tmp_path / f"{name}.mp4"
    # The box says: three numbers of two bytes each, then whether the range is full, in the highest bit.
    assert path.read_bytes().count(b"colrnclx" + bytes([0, 1, 0, 1, 0, 1, 0])) == 1
    with av.open(str(path)) as film:
        assert tags(film.streams.video[0]) == BT709
    with av.open(raw_stream(path), format="h264") as stream:
        assert tags(stream.streams.video[0]) == BT709


@pytest.mark.parametrize("theme", bundled())
def test_a_decoder_finds_the_colours_of_the_theme(tmp_path, theme):
    with av.open(str(film_of(theme, tmp_path))) as film:
        frames = list(film.decode(video=0))
    for at in (0, 19, 40, 59):
        for role, (seen, drawn) in read(by_its_tags(frames[at]), theme).items():
            assert seen == pytest.approx(drawn, abs=2), (role, at)


DRAW = """
new Promise(done => {
    const bytes = Uint8Array.from(atob('%s'), letter => letter.charCodeAt(0));
    const video = document.createElement('video');
    video.muted = true;
    video.onerror = () => done('the film does not play');
    video.onloadeddata = () => { video.currentTime = %s; };
    video.onseeked = () => {
        const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
        const pen = canvas.getContext('2d');
        pen.drawImage(video, 0, 0);
        const pixels = pen.getImageData(0, 0, canvas.width, canvas.height).data;
        let text = '';
        for (let i = 0; i < pixels.length; i += 4096) text += String.fromCharCode(...pixels.subarray(i, i + 4096));
        done(btoa(text));
    };
    video.src = URL.createObjectURL(new Blob([bytes], {type: 'video/mp4'}));
})
"""


def test_a_browser_shows_the_colours_of_the_theme(tmp_path, browser):
    film = base64.b64encode(film_of("dark", tmp_path).read_bytes()).decode()
    told = browser.call(
        "Runtime.evaluate", expression=DRAW % (film, 10.5 / SIZE.fps), awaitPromise=True, returnByValue=True
    )
    pixels = base64.b64decode(told["result"]["value"])
    shown = np.frombuffer(pixels, np.uint8).reshape(SIZE.height, SIZE.width, 4)[..., :3]
    for role, (seen, drawn) in read(shown, "dark").items():
        assert seen[:2] == pytest.approx(drawn[:2], abs=2), role
        # Without a graphics card, Chromium takes 2 times Cb for blue, where the recommendation says 2.112 times.
        light, blue = np.dot(drawn, (0.2126, 0.7152, 0.0722)), drawn[2]
        least, most = sorted((blue, light + (blue - light) * 2 / 2.112))
        assert least - 2 <= seen[2] <= most + 2, role
