"""How a beat is told: its caption comes, it happens, and the picture rests until its words were heard or read."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from manim import Mobject

from scenes.mobjects.type.lines import lines_of
from scenes.mobjects.type.typeset import plain
from scenes.stage.beats import Beat
from scenes.stage.heard.aloud import aloud, to_be_read
from scenes.stage.heard.voice import Voice, Voiced, runs_of
from scenes.stage.joins import Joined
from scenes.stage.lettering import Lettered
from scenes.words.breaks import breakable, folded
from scenes.words.files import WordsError
from scenes.words.layers import AWAITED

# Clocks that began at different times agree on so many decimals of a second, and so on the number of frames.
DECIMALS = 6


@dataclass(frozen=True)
class Said:
    """One caption of a film: which beat, what it says, from when to when in seconds."""

    beat: str
    id: str
    start: float
    end: float
    text: str


class Telling(Voiced, Lettered, Joined):
    """A scene that tells its beats one by one.

    Attributes
    ----------
    spoken
        The captions told so far, with their times.
    on_rest
        Called with a beat's name when its picture is complete (for stills and audits).
    uncaptioned
        Names of beats that are told and of which nobody sees a frame, nor the caption that stands when they end:
        they happen without one.
    """

    def __init__(self, **manim: Any) -> None:
        super().__init__(**manim)
        self.spoken: list[Said] = []
        self.on_rest: Callable[[str], None] | None = None
        self.uncaptioned: Collection[str] = ()
        self._passed = 0.0

    def _tell(self, beat: Beat, sentence: str) -> None:
        """Show a beat's caption, let it happen, and rest until its words were heard, or can have been read."""
        first, heading = not self.heading, self.announce(beat)
        if beat.name in self.uncaptioned:
            self.add(*heading)
            getattr(self, beat.name)()
            return
        arriving: list[Any] = self.arrivals(self.staged(), beat == self.beats()[0]) if first else []
        self.pin(*(fade.mobject for fade in arriving if fade.is_remover()))  # it stood there before the camera moved
        if arriving:
            self.play(*arriving, run_time=self.theme.time.fade)
        lines, most = lines_of(sentence, self.said_in, self.format.caption.width), self.format.caption_lines
        pages = [lines[i : i + most] for i in range(0, len(lines), most)]
        begun, voice = self.film_time, self.begin_to_speak(beat)
        self.show_caption(pages[0], *heading)
        getattr(self, beat.name)()
        self._be_read(beat, pages, begun, voice)
        self.end_to_speak()
        if self.on_rest is not None:
            self.on_rest(beat.name)

    def _be_read(self, beat: Beat, pages: list[list[str]], begun: float, voice: Voice | None) -> None:
        """Rest at each page of a caption, the first of which stands since a moment, until it was heard or read."""
        texts = [plain("".join(page)) for page in pages]
        letters = list(accumulate(map(len, texts)))
        for i, (page, text) in enumerate(zip(pages, texts, strict=True)):
            start = self.film_time if i else begun
            if i:
                self.show_caption(page)
            over, breath = start + len(text) / self.theme.time.chars_per_second, 0.0
            if voice is not None:
                over, breath = begun + voice.seconds * letters[i] / letters[-1], voice.breath * (page is pages[-1])
            self.wait(max(self.theme.time.still, round(over + breath - self.film_time, DECIMALS)))
            self._record(beat, text, start, self.film_time if voice is None else over)

    def awaited(self, beat: str, phrase: str) -> str:
        """Return what a phrase of the scene's code is called in the words that a beat is told in: as its message says.

        Raises
        ------
        WordsError
            If the beat does not say that.
        """
        message, name = self.message_of(beat, self.words), AWAITED + re.sub(r"[^A-Za-z0-9]+", "-", phrase).strip("-")
        is_said = bool(message) and self.words.has(message, name)
        sought = str(self.words.say(message, self.known, name)) if is_said else phrase
        read = self.script(self.trace, self.words)[beat]
        texts = (to_be_read(read), aloud(read, self.words))
        for text in texts:
            if any(True for _ in runs_of(sought, [piece.strip() for piece in breakable(folded(text))])):
                return sought
        mend = f", or tell what it is called there: .{name} = … under {message} =" if message else ""
        raise WordsError(
            f"{type(self).__name__}.{beat} waits until it says {sought!r}, but it says ({self.words.name}): "
            f"{texts[0]!r}; wait for words of that{mend}."
        )

    def _pass_over(self, beat: Beat) -> None:
        """Let a beat that is left out happen in no time."""
        before = self.time
        self.next_section(beat.name, skip_animations=True)
        getattr(self, beat.name)()
        self._passed += self.time - before

    @property
    def film_time(self) -> float:
        """Seconds of film so far: manim's clock without what was passed over."""
        return self.time - self._passed

    def _record(self, beat: Beat, text: str, start: float, end: float) -> None:
        self.spoken.append(Said(beat.name, beat.id, start, end, text))
        self.add_subcaption(text, duration=end - start, offset=start - self.film_time)

    def staged(self) -> list[Mobject]:
        """Return what stands on the stage: all but title and caption."""
        frame = [*self.heading, *self.caption]
        return [mobject for mobject in self.mobjects if mobject not in frame]

    def all_but(self, *kept: Mobject) -> list[Mobject]:
        """Return what stands on the stage besides some pictures: no part of them, though it may have come by itself."""
        parts = {part for picture in kept for part in picture.get_family()}
        return [apart for mobject in self.staged() for apart in _apart(mobject, parts)]


def _apart(mobject: Mobject, parts: set[Mobject]) -> list[Mobject]:
    """Return of a picture what belongs to none of these parts, in as few pieces as there can be."""
    if parts.isdisjoint(mobject.get_family()):
        return [mobject]
    return [] if mobject in parts else [apart for piece in mobject.submobjects for apart in _apart(piece, parts)]
