"""The film: clips joined without encoding anything again, with exact times."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from pathlib import Path

import av

from netsim.border.files import whole
from scenes.studio.film.clips.music import with_music
from scenes.studio.film.clips.sounds import RATE, Placed, SoundTrack, mixed, samples_of
from scenes.studio.film.clips.tracks import Mark, Subtitles, WordTrack, hide_words, set_marks

# Ticks of the film's clock in one frame; a multiple of what players and editors divide by.
TICKS = 1024


class FilmError(RuntimeError):
    """A film that cannot be joined or does not hold together; its text is one sentence."""


@dataclass(frozen=True)
class Footage:
    """The encoded pictures of a clip, as they lie in its file.

    Attributes
    ----------
    shown
        For each packet, in decoding order, which frame of the clip it is.
    settings
        The encoder's header; clips can be joined if theirs are equal.
    heard
        Whether it has a track of sound.
    """

    path: Path
    fps: Fraction
    shown: tuple[int, ...]
    settings: tuple[int, int, bytes]
    heard: bool = False

    @property
    def delay(self) -> int:
        """How many frames decoding must run ahead of showing."""
        return max((i - frame for i, frame in enumerate(self.shown)), default=0)

    @classmethod
    def of(cls, path: Path) -> Footage:
        """Read a file's packets, without decoding them.

        Raises
        ------
        FilmError
            If it is no film, or its frames are not shown one after the other.
        """
        try:
            with av.open(str(path)) as source:
                stream = source.streams.video[0]
                fps, base = stream.average_rate, stream.time_base
                times = [p.pts for p in source.demux(stream) if p.pts is not None and p.size]
                coder = stream.codec_context
                settings = (coder.width, coder.height, bytes(coder.extradata or b""))
                heard = bool(source.streams.audio)
        except (av.FFmpegError, IndexError, OSError) as error:
            raise FilmError(f"{path} is not a film that can be read ({error}).") from None
        if not fps or not base or not times:
            raise FilmError(f"{path} has no frames.")
        shown = tuple(round(time * base * fps) for time in times)  # WebM counts milliseconds
        if sorted(shown) != list(range(len(shown))):
            raise FilmError(f"{path} has gaps or doubles among its {len(shown)} frames.")
        return cls(path, fps, shown, settings, heard)


def join(
    clips: Sequence[Path],
    target: Path,
    title: str = "",
    *,
    marks: Sequence[Mark] = (),
    subtitles: Sequence[Subtitles] = (),
    words_shown: bool = True,
    music: Path | None = None,
) -> int:
    """Join clips into one film; it appears under its name only when it is whole.

    Parameters
    ----------
    clips
        Films of one size, frame rate and encoder setting.
    target
        The film, `.mp4`.
    title
        What players call it.
    marks
        Its chapters.
    subtitles
        What is said: a track of text for each language, that players can show and hide. What is heard is in the first.
    words_shown
        Whether players show the first of these tracks unasked.
    music
        A file that is heard under it all.

    Returns
    -------
    int
        The number of frames: the sum of the clips'.

    Raises
    ------
    FilmError
        If a clip cannot be read, or was encoded otherwise than the first.
    SoundError
        If the music cannot be heard.
    """
    footage = [Footage.of(clip) for clip in clips]
    first = footage[0]
    for other in footage:
        if (other.settings, other.fps) != (first.settings, first.fps):
            raise FilmError(f"{other.path} was encoded otherwise than {first.path}, so they cannot be joined.")
    with whole(target) as draft:
        _write(footage, draft, title, marks, subtitles, music)
        hide_words(draft, shown=int(words_shown))
        frames = sum(len(part.shown) for part in footage)
        if len(Footage.of(draft).shown) != frames:
            raise FilmError(f"{target} lost frames while it was joined.")
    return frames


def _write(
    footage: Sequence[Footage],
    draft: Path,
    title: str,
    marks: Sequence[Mark],
    subtitles: Sequence[Subtitles],
    music: Path | None,
) -> None:
    """Copy all packets, counting frames for their times: a frame's is its place in the film."""
    delay = max(part.delay for part in footage)
    before = 0
    with av.open(str(draft), "w", format="mp4", options={"movflags": "+faststart"}) as film:
        film.metadata["title"] = title
        with av.open(str(footage[0].path)) as source:
            stream = film.add_stream_from_template(source.streams.video[0])
        stream.time_base = tick = Fraction(1, TICKS) / footage[0].fps
        sounds = _sounds(film, footage, music, subtitles[0].code if subtitles else "")
        tracks = [WordTrack(film, one) for one in subtitles if one.cues]
        set_marks(film, marks)
        for part in footage:
            with av.open(str(part.path)) as source:
                packets = (packet for packet in source.demux(video=0) if packet.pts is not None and packet.size)
                for i, (packet, frame) in enumerate(zip(packets, part.shown, strict=True)):
                    packet.time_base = tick
                    packet.pts = (before + frame) * TICKS
                    packet.dts = (before + i - delay) * TICKS
                    packet.duration = TICKS
                    packet.stream = stream
                    for track in tracks:
                        track.write_until((before + i) / part.fps)
                    if sounds is not None:
                        sounds.write_until((before + i) / part.fps)
                    film.mux(packet)
            before += len(part.shown)
        for written in (*tracks, sounds):
            if written is not None:
                written.write_until(None)


def _sounds(
    film: av.container.OutputContainer, footage: Sequence[Footage], music: Path | None, language: str
) -> SoundTrack | None:
    """Open a track for what is heard in clips, and under them; a sound goes on in those that follow, to the end."""
    placed: list[Placed] = []
    frames = 0
    for part in footage:
        if part.heard:
            placed.append(Placed(int(frames / part.fps * RATE), partial(samples_of, part.path)))
        frames += len(part.shown)
    length = int(frames / footage[0].fps * RATE)
    blocks = mixed(placed, length)
    if music is not None:
        blocks = with_music(blocks, music, length)
    elif not placed:
        return None
    return SoundTrack(film, blocks, language=language if placed else "")
