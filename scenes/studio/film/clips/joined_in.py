"""Films of others that are joined before and after ours: brought to its size, rate and colours, and kept so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from av.video.reformatter import Colorspace
from manim import ManimColor

from netsim.border.files import whole
from scenes.camera.compiled.colours import Bytes
from scenes.studio.digests import content_digest, digest_of
from scenes.studio.film.clips.clip_writer import ClipWriter
from scenes.studio.film.clips.encoders import encoder_named
from scenes.studio.film.clips.film import FilmError
from scenes.studio.film.clips.quality import Quality
from scenes.studio.film.clips.sounds import Sound

# Films of so many lines or more are in the colours of HDTV, where they do not say so.
HDTV = 720
UNSAID = 2  # what FFmpeg calls that
# How a film was brought to ours; a change makes those that are kept anew.
MANNER = 1
# How the formats of pictures end, by FFmpeg's names.
STILLS = ("image2", "_pipe", "gif", "webp", "apng")


def look_into(path: Path) -> None:
    """Make sure that a file is a film.

    Raises
    ------
    FilmError
        If it is not; its text goes on from the file's name.
    """
    if not path.is_file():
        raise FilmError("is not there")
    try:
        with av.open(str(path)) as file:
            if not file.streams.video:
                raise FilmError("has no pictures, expected a film")
            if any(file.format.name.endswith(kind) for kind in STILLS):
                raise FilmError("is a picture, expected a film such as .mp4, .mov or .webm")
            if next(file.decode(video=0), None) is None:
                raise FilmError("has no frame that can be shown, expected a film")
    except (av.FFmpegError, OSError) as error:
        raise FilmError(f"cannot be read as a film ({error.strerror})") from None


def brought_to(path: Path, quality: Quality, encoder: str, ground: ManimColor, folder: Path) -> Path:
    """Return a film as it can be joined to ours, from the folder where it is kept, or made anew.

    Parameters
    ----------
    ground
        The colour beside a picture of another shape, and behind one that is transparent.
    folder
        Where it is kept, one of each name and quality.

    Raises
    ------
    FilmError
        If it cannot be read to its end.
    SoundError
        If its sound cannot be heard.
    """
    made_of = (MANNER, content_digest(path), asdict(quality), asdict(encoder_named(encoder)), ground.to_hex())
    name = f"{path.stem}-{quality.label}"
    kept = folder / f"{name}-{digest_of(made_of, 16)}.mp4"
    if not kept.exists():
        folder.mkdir(parents=True, exist_ok=True)
        with whole(kept) as draft:
            _film_anew(path, draft, quality, encoder, ground)
        for other in folder.glob("*.mp4"):
            if other != kept and other.stem.rpartition("-")[0] == name:
                other.unlink(missing_ok=True)
    return kept


def _film_anew(path: Path, draft: Path, quality: Quality, encoder: str, ground: ManimColor) -> None:
    """Encode each frame that is seen at our rate, with what is heard."""
    writer = ClipWriter(draft, quality, encoder)
    try:
        with av.open(str(path)) as file:
            heard = bool(file.streams.audio)
            wide = Fraction(file.streams.video[0].sample_aspect_ratio or 1)
            for count, frame in _at_rate(file, quality.fps):
                writer.write(_placed(frame, wide, quality, ground), repeat=count)
    except (av.FFmpegError, OSError) as error:
        writer.abandon()
        raise FilmError(f"{path} cannot be read to its end ({error.strerror}).") from None
    if heard:
        writer.sounds.append(Sound(path, 0.0))
    writer.finish()


def _at_rate(file: av.container.InputContainer, fps: int) -> Iterator[tuple[int, av.VideoFrame]]:
    """Yield the frames that are seen at a rate, and how many times each is, one after the other."""
    stream = file.streams.video[0]
    stream.thread_type = "AUTO"
    lasts = 1 / Fraction(stream.average_rate or fps)
    shown, begun, end = 0, None, Fraction(0)
    before: av.VideoFrame | None = None
    for frame in file.decode(stream):
        at = Fraction(frame.pts or 0) * Fraction(frame.time_base or 0)
        begun = at if begun is None else begun
        count = round((at - begun) * fps) - shown
        if before is not None and count > 0:
            yield count, before
            shown += count
        before, end = frame, at - begun + lasts
    rest = max(round(end * fps), 1) - shown
    if before is not None and rest > 0:
        yield rest, before


def _placed(frame: av.VideoFrame, wide: Fraction, quality: Quality, ground: ManimColor) -> Bytes:
    """Return a frame as large as it fits into ours, (height, width, 4), in the middle of the ground.

    Parameters
    ----------
    wide
        How wide its pixels are, as a share of their height.
    """
    quarters = frame.rotation // 90 % 4
    shape = (frame.width * wide, Fraction(frame.height))
    across, down = shape if quarters % 2 == 0 else shape[::-1]
    scale = min(quality.width / across, quality.height / down)
    width, height = (max(2, round(side * scale)) for side in (across, down))
    size = (width, height) if quarters % 2 == 0 else (height, width)
    colours = Colorspace.ITU709 if frame.colorspace == UNSAID and frame.height >= HDTV else None
    seen = frame.reformat(*size, format="rgba", src_colorspace=colours, interpolation="BICUBIC").to_ndarray()
    seen = np.rot90(seen, quarters)
    canvas = np.full((quality.height, quality.width, 4), (*ground.to_int_rgb(), 255), np.uint8)
    top, left = (quality.height - height) // 2, (quality.width - width) // 2
    part, share = canvas[top : top + height, left : left + width, :3], seen[..., 3:] / np.float32(255)
    part[:] = np.round(share * seen[..., :3] + (1 - share) * part)
    return canvas
