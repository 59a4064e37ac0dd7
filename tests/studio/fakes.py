"""Tiny scenes with the face of a TraceScene, for the studio to film: quick to draw, known to the frame."""

import errno
import os
import signal
import sys
import time

from manim import RIGHT, FadeOut, Scene, Square

from netsim import TraceError
from scenes.look.theme import Theme
from scenes.stage.beats import Beat, up_to_the_last
from scenes.stage.formats import WIDE
from scenes.stage.stage import END
from scenes.stage.telling import Said
from scenes.words.sentence import Sentence


class Fake(Scene):
    """Two beats of half a second and of one second."""

    chapter = "nudges"
    title = "Fake"
    needs = asks = ()
    opens_with = closes_with = None
    seconds = (0.5, 1.0)
    format = WIDE

    def __init__(
        self,
        trace=None,
        captions=True,
        theme=None,
        pace=1.0,
        told=None,
        words=None,
        frame=None,
        stood_before=None,
        leads_on=False,
        voice=None,
        **manim,
    ):
        super().__init__(**manim)
        self.trace = trace
        self.theme = theme or Theme.load()
        self.told = told
        self.spoken = []
        self.on_rest = None

    @classmethod
    def beats(cls):
        return tuple(Beat(f"part_{i}", f"T{i}", f"Part {i} is told.", 0.5) for i, _ in enumerate(cls.seconds))

    @classmethod
    def titled(cls, words):
        return cls.title

    @classmethod
    def messages(cls, words):
        return ()

    @classmethod
    def message_of(cls, beat, words):
        return ""

    @classmethod
    def missing(cls, trace):
        return ""

    @classmethod
    def says(cls, trace, words=None):
        return {beat.name: beat.template for beat in cls.beats()}

    @classmethod
    def sentences(cls, trace, words=None):
        return {name: Sentence(said) for name, said in cls.says(trace).items()}

    def construct(self):
        square = Square()
        self.add(square)
        seconds_of = dict(zip(self.beats(), self.seconds, strict=True))
        for beat, is_told in up_to_the_last(self.beats(), self.told):
            self.next_section(beat.name, skip_animations=not is_told)
            start = self.film_time
            self.happen()
            self.play(square.animate.shift(RIGHT), run_time=seconds_of[beat])
            self.spoken.append(Said(beat.name, beat.id, start, self.film_time, beat.template))
            self.on_rest(beat.name)
        self.next_section(END)
        self.clear(square)

    @property
    def film_time(self):
        return self.renderer.time

    def happen(self):
        pass

    def ends_of_steps(self, fps):
        return ()

    def moment_of(self, share):
        return self.spoken[-1].start + share * (self.spoken[-1].end - self.spoken[-1].start)

    def frame_of(self, share, fps):
        return int((self.moment_of(share) - self.spoken[-1].start) * fps + 1e-6) if self.spoken else 0

    def clear(self, square):
        pass

    def staged(self):
        return self.mobjects


class Longer(Fake):
    """Three beats, and a stage that is cleared."""

    seconds = (0.3, 1.2, 0.6)

    def clear(self, square):
        self.play(FadeOut(square), run_time=0.2)


class Sectioned(Fake):
    """Begins sections of its own within its beats."""

    def happen(self):
        self.next_section("an aside")
        self.wait(0.2)
        self.next_section("unseen", skip_animations=True)
        self.wait(0.2)
        self.next_section("back")


class Curious(Fake):
    """Reads one array of its trace."""

    def happen(self):
        self.trace["a1"].sum()


class Failing(Fake):
    """Goes wrong in its first beat."""

    def happen(self):
        raise ZeroDivisionError("the second square\nis missing")


class Breaking(Fake):
    """Goes wrong in its second beat."""

    def happen(self):
        if self.film_time > 0:
            raise ZeroDivisionError("the second beat is missing")


class Leaving(Fake):
    """Calls it a day in its first beat."""

    def happen(self):
        sys.exit(0)


class Crowded(Fake):
    """Finds no room on the disk, deep down in Manim."""

    def happen(self):
        try:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "segment.mp4")
        except OSError as error:
            raise RuntimeError("the segment could not be finished") from error


class Demanding(Fake):
    """Wants an exhibit that the trace does not have."""

    def happen(self):
        raise TraceError("Demanding shows the exhibit 'landscape', which is not recorded.")


class Dying(Fake):
    """Its process is ended from outside."""

    def happen(self):
        os.kill(os.getpid(), signal.SIGKILL)


class Silent(Fake):
    """Plays nothing."""

    def construct(self):
        pass


class Endless(Fake):
    """Takes longer than any test."""

    def happen(self):
        time.sleep(600)


class Slow(Fake):
    """Takes its time in its second beat."""

    def happen(self):
        if self.film_time > 0:
            time.sleep(1.5)
