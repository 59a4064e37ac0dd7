"""Ever smaller nudges of the weight: what each measured, beside what the product of the three factors foretells."""

from __future__ import annotations

import numpy as np
from manim import RIGHT, VGroup

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
        head, *cells, limit = zone.columns(HEAD, *[1] * len(epsilons), LIMIT)
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
        self.heads = VGroup(*[head.put(line, RIGHT) for line in (by, change)])
        self.columns = []
        for cell, epsilon, ratio in zip(cells, epsilons, ratios, strict=True):
            size = Readout(epsilon, theme, spec=spec_for([epsilon], 3, "", digits=1))
            self.columns.append(VGroup(size, Readout(ratio, theme, spec=spec, role="cost")))
            for number in self.columns[-1]:
                cell.put(number, RIGHT)
        named = Formula(
            "<foretold> {{ partial C_0 \\/ partial w : of }}",
            theme,
            words={"foretold": str(foretold)},
            roles={"of": "cost"},
            role="dim",
            size="small",
        )
        self.limit = VGroup(named, Readout(predicted, theme, spec=spec, size="body", role="cost"))
        for line in self.limit:
            limit.put(line, RIGHT)
        for column in (self.heads, *self.columns, self.limit):
            for line, y in zip(column, (upper, lower), strict=True):
                line.shift((0, y - line.get_y(), 0))
        value, rest = row.turned.course(f"w{LAST}").values, row.turned.rest
        changes = value - value[rest]
        self.positions = [int(np.argmin(np.abs(changes - float(epsilon)))) for epsilon in epsilons]
