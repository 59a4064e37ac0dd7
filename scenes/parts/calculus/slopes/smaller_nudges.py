"""Ever smaller nudges of the weight: what each measured, beside what the product of the three factors foretells."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from manim import RIGHT, VGroup

from scenes.look.measures import gap
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.number import Readout, spec_for
from scenes.parts.calculus.link.row import LAST, LinkRow
from scenes.parts.calculus.measured import spec_of
from scenes.stage.zones import Zone
from scenes.words.sentence import Sentence

HEAD, LIMIT = 2, 3 / 2  # shares of the width, of that of a column: what the rows are, and what they come to


class SmallerNudges:
    """A column for each nudge, the largest first: by how much, and the cost's change by it; at last what is foretold.

    Attributes
    ----------
    heads, columns, limit
        What the rows are called, the columns, and the derivative under its name.
    positions
        Of each nudge, where the weight is turned: the nearest that is recorded.
    """

    def __init__(self, row: LinkRow, foretold: Sentence, measured: Sentence) -> None:
        theme, trace, places = row.theme, row.trace, row.places
        epsilons, ratios = (trace.reading(f"chain/{key}") for key in ("epsilon", "measured_dC_dw"))
        predicted = trace.reading("chain/dC_dw")
        zone = Zone(places.stage.left, places.stage.right, places.stage.bottom, places.lines.bottom)
        upper, lower = (line.y for line in zone.rows(1, 1))
        spec = spec_of(predicted)
        by = Formula("Delta w", theme, role="dim", size="small")
        change = Formula(
            "<measured> {{ Delta C_0 : above }} \\/ Delta w",
            theme,
            words={"measured": measured},
            roles={"above": "cost"},
            role="dim",
            size="small",
        )
        named = Formula(
            "<foretold> {{ partial C_0 \\/ partial w : of }}",
            theme,
            words={"foretold": str(foretold)},
            roles={"of": "cost"},
            role="dim",
            size="small",
        )
        self.heads = VGroup(by, change)
        self.limit = VGroup(named, Readout(predicted, theme, spec=spec, size="body", role="cost"))
        self.columns = []
        for epsilon, ratio in zip(epsilons, ratios, strict=True):
            size = Readout(epsilon, theme, spec=spec_for([epsilon], 3, "", digits=1))
            self.columns.append(VGroup(size, Readout(ratio, theme, spec=spec, role="cost")))
        whole = [self.heads, *self.columns, self.limit]
        for column, cell in zip(whole, _cells(zone, whole), strict=True):
            for line, y in zip(column, (upper, lower), strict=True):
                cell.put(line, RIGHT).shift((0, y - line.get_y(), 0))
        value, rest = row.turned.course(f"w{LAST}").values, row.turned.rest
        changes = value - value[rest]
        self.positions = [int(np.argmin(np.abs(changes - float(epsilon)))) for epsilon in epsilons]


def _cells(zone: Zone, columns: Sequence[VGroup]) -> tuple[Zone, ...]:
    """Return the zones of columns by their shares; the first and the last are wider if what they hold is."""
    between = len(columns) - 2
    first, *_, last = zone.columns(HEAD, *[1] * between, LIMIT)
    wide = max(first.width, float(columns[0].width)), max(last.width, float(columns[-1].width) + gap.medium)
    return zone.columns(wide[0], *[(zone.width - sum(wide)) / between] * between, wide[1])
