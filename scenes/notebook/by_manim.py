"""A scene that stands in a cell, filmed where it stands: another process could not find it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from netsim import Trace
from netsim.border.files import workshop
from scenes.camera.configured import configured
from scenes.notebook.shown import Movie
from scenes.stage.formats import FORMATS
from scenes.stage.stage import TraceScene

if TYPE_CHECKING:
    from scenes.studio.film.production import Production


def filmed(scene: type[TraceScene], trace: Trace, production: Production, width: int) -> Movie:
    """Film a scene as `manim` does, in a production's quality and look."""
    quality, lesson, target = production.quality, production.lesson, production.place(".mp4")
    target.parent.mkdir(parents=True, exist_ok=True)
    production.made.check([target])
    frame = {**quality.frame, "frame_rate": quality.fps}
    quiet = {"progress_bar": "none", "verbosity": "WARNING", "disable_caching": True, "format": "mp4"}
    with workshop(target) as place, configured(frame | quiet | {"media_dir": str(place)}):
        look = (production.captions, production.theme(), lesson.look.pace)
        made = scene(trace, *look, words=production.words(), frame=FORMATS[quality.aspect])
        made.render()
        with production.made.whole(target) as draft:
            draft.write_bytes(Path(made.renderer.file_writer.movie_file_path).read_bytes())
        return Movie.of(target, made.film_time, width)
