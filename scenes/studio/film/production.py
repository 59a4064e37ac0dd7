"""A production: from a lesson's scenes to clips and one film, going on from what was finished."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from netsim import Trace
from scenes.lesson.kept_traces import trace_for
from scenes.studio.film.crew.crew import Crew
from scenes.studio.film.crew.farm.address import FarmError
from scenes.studio.film.crew.memory import hands_here
from scenes.studio.film.filming import counted, film
from scenes.studio.film.joining import Film, joined
from scenes.studio.film.order import Order
from scenes.studio.film.pieces.kept_clips import Clip, kept, known_pieces, prune
from scenes.studio.film.pieces.plan import effort_by, gaps
from scenes.studio.film.pieces.shot import Shot
from scenes.studio.film.progress import Display, Tally
from scenes.studio.film.room import check_room
from scenes.studio.film.stills import set_up
from scenes.studio.film.takes import Takes
from scenes.studio.film.waits import check_waits
from scenes.studio.signals import interrupts_told
from scenes.studio.voice.heard import Heard

if TYPE_CHECKING:
    from scenes.studio.film.crew.cluster import Cluster

# A piece's place in a production: its scene's address, and its beat.
Place = tuple[str, str]


class ProductionError(RuntimeError):
    """Scenes that could not be rendered; its text names each, why, and where its log is."""


class ProductionStopped(RuntimeError):
    """A production that was interrupted; its text says what is kept."""


class Production(Order):
    """An order that is carried out: what is not finished is filmed, and joined."""

    def make(self, display: Display) -> Film:
        """Render what is not finished, and join it; raises what `check` and `film_scenes` raise."""
        self.check(("film",))
        return joined(self, self.film_scenes(display))

    def film_scenes(self, display: Display) -> Takes:
        """Record or load the trace, and render what is not finished.

        Raises
        ------
        ProductionError
            If a beat failed; those that were finished are kept.
        ProductionStopped
            If it was interrupted; what was finished is kept.
        NoRoomError
            If something has no room in the format, or at the size of type; nothing was begun.
        WordsError
            If a beat waits for what it does not say, or cannot be said in a language of subtitles; nothing was begun.
        SoundError
            If a recording cannot be used, or what speaks cannot.
        FarmError
            If there is no such cluster, or it draws otherwise than this machine; nothing was begun.
        """
        if self.cluster is not None:
            from scenes.studio.film.crew.cluster import visit

            visit(self.cluster)
        heard = Heard.of(self.lesson, self.parts, self.words())
        self.out.mkdir(parents=True, exist_ok=True)
        shots: Sequence[Shot] = ()
        try:
            with interrupts_told(), display:
                trace = trace_for(self.lesson, self.work, display.training, display.tell)
                with set_up(self.quality):
                    check_waits(self.parts, trace, self.words())
                self._check_subtitles(trace)
                shots = self.shots(heard.voices(trace, self.work, display))
                before = self._kept(shots)
                self._check_room(trace, shots, before, display)
                failures = self._film(shots, before, display)
        except KeyboardInterrupt:
            raise ProductionStopped(f"Stopped. {self._finished(shots)}") from None
        except FarmError as error:
            raise ProductionError(f"{error}\n{self._finished(shots)}") from None
        clips = self._kept(shots)
        if failures or any((shot.scene, piece.beat) not in clips for shot in shots for piece in shot.pieces):
            raise ProductionError("\n".join([*failures, self._finished(shots)]))
        prune(clips.values(), self.work)
        scenes = tuple(tuple(clips[shot.scene, piece.beat] for piece in shot.pieces) for shot in shots)
        return Takes(scenes, sum(clip.is_beat for clip in before.values()))

    def _check_subtitles(self, trace: Trace) -> None:
        """Make sure that what is told can be said in each other language that the film has subtitles in."""
        for words in self.lesson.subtitles()[1:]:
            for part in self.parts:
                part.scene.says(trace, words=words)

    def _check_room(self, trace: Trace, shots: Sequence[Shot], before: Mapping[Place, Clip], display: Display) -> None:
        """Refuse what has no room, of the scenes that are not finished."""
        missing = {shot.scene for shot in shots for piece in shot.pieces if (shot.scene, piece.beat) not in before}
        parts = [part for part, shot in zip(self.parts, shots, strict=True) if shot.scene in missing]
        with set_up(self.quality):
            check_room(parts, trace, self.quality, self.theme(), self.words(), self.captions, display.tell)

    def _kept(self, shots: Sequence[Shot]) -> dict[Place, Clip]:
        """Find the pieces that are finished."""
        found = {(shot.scene, piece.beat): kept(shot, piece, self.work) for shot in shots for piece in shot.pieces}
        return {place: clip for place, clip in found.items() if clip is not None}

    def _finished(self, shots: Sequence[Shot]) -> str:
        """Say what is kept for the next run."""
        if not shots:
            return "The filming was not yet begun, and nothing half-made is left."
        finished = sum(clip.is_beat for clip in self._kept(shots).values())
        beats = f"{finished or 'None'} of {counted(shots)} {'is' if finished == 1 else 'are'} finished"
        return f"{beats}; the same command goes on from there."

    def _film(self, shots: Sequence[Shot], before: Mapping[Place, Clip], display: Display) -> list[str]:
        """Film the pieces that are not kept; return what failed, one sentence each."""
        known = known_pieces(self.work, self.quality.label)
        tally = Tally(tuple(shots), {place: round(one.seconds * self.quality.fps) for place, one in known.items()})
        for place in before:
            tally.keep(*place)
        if tally.beats_done:
            display.tell(f"{tally.beats_done} of {counted(shots)} are finished already.")
        missing = gaps(shots, before)
        with self._crew(sum(len(run.pieces) for run in missing)) as crew:
            return film(missing, crew, effort_by(known, self.quality), tally, display)

    def _crew(self, pieces: int) -> Crew | Cluster:
        """Choose who films so many pieces."""
        if self.cluster is None:
            return Crew(self.work, hands_here(self.quality, pieces, self.jobs))
        from scenes.studio.film.crew.cluster import Cluster  # late, since Dask need not be installed

        return Cluster(self.work, self.cluster)
