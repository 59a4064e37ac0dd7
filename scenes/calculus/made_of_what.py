"""What the cost is made of, from the cost back to the weight, and one layer further back (K3)."""

from __future__ import annotations

from scenes.parts.calculus.link.made_of import Lights
from scenes.parts.calculus.link.pulling import pulled
from scenes.parts.calculus.link.row import LAST, LinkRow
from scenes.parts.calculus.link.standing import link_stands
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene


class MadeOfWhat(TraceScene):
    """Strokes light up from the cost back to what it is made of; the same once more, one layer before."""

    chapter = "calculus"
    needs = ("chain", "threads")
    opens_with = link_stands
    closes_with = link_stands

    def setup(self) -> None:
        self.row: LinkRow = self.stands

    @beat("K3")
    def made_of(self) -> None:
        """Light up what leads into each, from the cost back to the weight."""
        self.lights = Lights(self.row)
        self.light("C", f"a{LAST}", f"z{LAST}")

    @beat
    def one_layer_back(self) -> None:
        """Pull back until one more layer is seen, and light up what leads into the activation before."""
        self.wider = LinkRow(self.trace, self.theme, self.stage, LAST - 1)
        self.move(*self.lights.off(), time="fade", still=False)
        self.pull(self.row, self.wider)
        self.lights = Lights(self.wider)
        self.light(f"a{LAST - 1}", f"z{LAST - 1}")

    def hand_over(self) -> None:
        """Go back to the last link."""
        self.row = link_stands(self)
        self.move(*self.lights.off(), time="fade", still=False)
        self.pull(self.wider, self.row)

    def pull(self, row: LinkRow, other: LinkRow) -> None:
        """Glide from a row to another, which takes its place."""
        self.move(*pulled(row, other), time="slow", still=False)
        self.remove(*self.staged())
        self.add(other)

    def light(self, *names: str) -> None:
        """Light up what each of some quantities is made of, one after the other."""
        for name in names:
            self.move(*self.lights.into(name), time="slow", still=False)
