"""A film as one file a beat, for an editor: in order by name, with sound, or transparent and without captions."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from scenes.studio.film.clips.encoders import encoder_named
from scenes.studio.film.clips.film import join
from scenes.studio.film.clips.subtitles import film_cues
from scenes.studio.film.clips.tracks import Subtitles
from scenes.studio.film.pieces.kept_clips import Clip
from scenes.studio.film.production import Production
from scenes.studio.film.stills import file_names
from scenes.studio.film.takes import Takes


def one_by_one(production: Production, takes: Takes) -> Iterator[Path]:
    """Write a file for each beat, and give its path.

    One after the other they are the film: with the last beat of a scene its stage is cleared. A transparent one ends
    with its beat's picture instead, as an editor lays it over another.
    """
    encoder, words = encoder_named(production.encoder), production.words()
    folder, names = production.place("-clips"), file_names(production.parts, encoder.container)
    for name, clips in zip(names, _beats(takes), strict=True):
        with production.made.whole(folder / name) as draft:
            if encoder.is_transparent:
                shutil.copyfile(clips[0].path, draft)
            else:
                seen = [clip.path for clip in clips if clip.frames]
                said = Subtitles(film_cues(clips, words.manner.line), words.code, words.name)
                shown = not production.captions
                join(seen, draft, Path(name).stem, subtitles=[said], words_shown=shown)
        yield folder / name


def _beats(takes: Takes) -> list[list[Clip]]:
    """Return the clips of each beat: its own, and after a scene's last one that of its end."""
    beats: list[list[Clip]] = []
    for scene in takes.scenes:
        for clip in scene:
            if clip.is_beat:
                beats.append([clip])
            else:
                beats[-1].append(clip)
    return beats
