"""The careful walker and the hasty one, on the same measured contours (N14)."""

from __future__ import annotations

from manim import LEFT, RIGHT, BackgroundRectangle, Create, Dot, LaggedStart, UpdateFromFunc, VGroup, linear

from netsim import Reading, Trace
from netsim.figures.nudges.walks import careful_steps, end_in_batches, hasty_steps, way_in_batches
from scenes.camera.fading import FadeIn
from scenes.mobjects.terrain.landscape import ContourMap, Ground, Path
from scenes.mobjects.type.number import Readout, fine_spec
from scenes.mobjects.type.spoken import Spoken
from scenes.mobjects.type.typeset import Words
from scenes.parts.selection import ranked
from scenes.stage.beats import beat
from scenes.stage.formats import STAGE
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact

ROOM = (STAGE.left, STAGE.picture.bottom, 1.75, 2.4)  # of the landscape: left, bottom, right, top
NAMES = 2.2  # left edge of the table's names
COLUMNS = {"full": 5.2, "mini": STAGE.right}  # right edges
ROWS = ("steps", "examples", "seconds", "cost")  # labels
HEAD, PITCH = 1.75, 0.62  # height of the table's head, and of a row
ROLES = {"full": "ink", "mini": "focus"}


class TwoWalkers(TraceScene):
    """Two walks downhill from one start, with what each took."""

    chapter = "nudges"
    needs = ("paths",)

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        costs = trace.reading("paths/mini_C")
        return {
            **super().facts(trace),
            "whole": trace.reading("paths/examples"),
            "batch": trace.reading("paths/batch"),
            "asked": _last(trace, "paths/mini_examples"),
            "asked_by_the_careful": _last(trace, "paths/full_examples"),
            "low": costs[len(costs) - 1],
            "way": way_in_batches(trace),
            "end": end_in_batches(trace),
        }

    def setup(self) -> None:
        trace, theme = self.trace, self.theme
        u, v, C = (trace.reading(f"paths/{name}") for name in ("u", "v", "C"))
        self.ground = Ground(u, v, *ROOM)
        self.contours = ContourMap(trace.reading("paths/levels"), C, self.ground, theme)
        self.walks = {
            name: Path(trace.reading(f"paths/{name}"), self.ground, theme, role, width=4.0 if name == "full" else 2.5)
            for name, role in ROLES.items()
        }

        self.seconds = fine_spec([_last(trace, f"paths/{name}_seconds") for name in ROLES], sign="")

    @beat("N14")
    def the_landscape(self) -> None:
        """Draw the lines of equal cost, and the start of both walks."""
        theme = self.theme
        levels = self.trace.reading("paths/levels")
        ends = {"lowest": levels[0], "highest": levels[len(levels) - 1]}
        note = Spoken(self.phrase("contours", **ends), theme, role="dim", size="small")
        note.move_to((ROOM[0], STAGE.legend, 0), aligned_edge=LEFT)
        self.move(Create(self.contours, lag_ratio=0.1), FadeIn(note), time="slow")
        start = Dot(self.walks["full"].points[0], radius=0.08, color=theme.of("ink"))
        word = Words(self.phrase("start"), theme, size="small").next_to(start, LEFT, buff=0.12)
        self.enter(start, BackgroundRectangle(word, color=theme.of("background"), fill_opacity=1, buff=0.06), word)

    @beat
    def the_careful_walker(self) -> None:
        """Let the walk with all examples go, and fill in what it took."""
        heads = [self.cell(name, COLUMNS[name], 0, ROLES[name]) for name in self.walks]
        names = [self.cell(word, NAMES, row) for row, word in enumerate(ROWS, start=1)]
        self.enter(heads[0], *names)
        self.walk("full", slow=2)
        self.move(FadeIn(self.off_note()))
        self.heads = heads

    @beat
    def the_hasty_walker(self) -> None:
        """Let the walk in mini-batches go, and fill in what it took."""
        self.enter(self.heads[1])
        self.walk("mini", slow=2)

    def walk(self, name: str, slow: int) -> None:
        """Let one of them walk, every step as long as the others, for so many slow moves; then fill in what it took."""
        trace, theme = self.trace, self.theme
        path, run_time = self.walks[name], slow * theme.time.slow
        dot = Dot(path.points[0], radius=0.08, color=theme.of(ROLES[name]))
        follow = UpdateFromFunc(dot, lambda dot: dot.move_to(path.get_end()))
        self.play(Create(path), follow, run_time=run_time, rate_func=linear)
        costs = trace.reading(f"paths/{name}_C")
        taken = [
            ({"full": careful_steps, "mini": hasty_steps}[name](trace), ",.0f", "ink"),
            (_last(trace, f"paths/{name}_examples"), ",.0f", "ink"),
            (_last(trace, f"paths/{name}_seconds"), self.seconds, "ink"),
            (costs[len(costs) - 1], ".3f", "cost"),
        ]
        cells = VGroup()
        for row, (reading, spec, role) in enumerate(taken, start=1):
            cells.add(self.placed(Readout(reading, theme, spec=spec, role=role), COLUMNS[name], row))
        self.move(LaggedStart(*map(FadeIn, cells), lag_ratio=0.3))

    def cell(self, label: str, right: float, row: int, role: str = "dim") -> Spoken:
        """Return a word of the table; what names its rows stands from its left end on."""
        words = Spoken(self.phrase(label), self.theme, size="small", role=role)
        self.placed(words, right, row)
        return words.shift((words.width, 0, 0)) if right == NAMES else words

    def placed(self, cell: Spoken | Readout, right: float, row: int) -> Spoken | Readout:
        """Put a cell in its row, its right edge in its column."""
        return cell.shift((right - cell.get_right()[0], 0, 0)).stand_on(HEAD - row * PITCH)

    def off_note(self) -> Spoken:
        """Return the line that says how flat the picture is."""
        offs = [self.trace.reading(f"paths/{name}_off") for name in self.walks]
        farthest = max((off[ranked(off)[0]] for off in offs), key=float)
        places = self.trace.reading("paths/full")
        said = self.phrase("off", walked=places[len(places) - 1][0], farthest=farthest)
        note = Spoken(said, self.theme, role="dim", size="small")
        return note.move_to((STAGE.right, STAGE.legend, 0), aligned_edge=RIGHT)


def _last(trace: Trace, key: str) -> Reading:
    """Return where a walk has come to at its end."""
    course = trace.reading(key)
    return course[len(course) - 1]
