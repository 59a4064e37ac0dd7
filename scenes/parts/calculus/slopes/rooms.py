"""Where the plots of opened gaps stand: under the row of things, with room beside them; both axes have one unit."""

from __future__ import annotations

from scenes.look.measures import gap
from scenes.look.theme import Theme
from scenes.mobjects.plots.plot import PlotFrame
from scenes.parts.calculus.link.places import LinkPlaces
from scenes.stage.zones import Zone

PLOT, BESIDE = 5, 4  # shares of the width


def room_of(places: LinkPlaces) -> Zone:
    """Return the zone under the row of things and their symbols."""
    stage = places.stage
    return Zone(stage.left, stage.right, stage.bottom, places.symbols - gap.small)


def plot_and_beside(places: LinkPlaces) -> tuple[Zone, Zone]:
    """Return the zone of a plot that is about as high as it is wide, and that of what is written beside it."""
    plot, beside = (
        room_of(places)
        .inset(left=gap.large, right=gap.large, bottom=gap.medium, top=gap.medium)
        .columns(PLOT, BESIDE, gap=gap.large)
    )
    return plot, beside


def equal_frame(xs: tuple[float, float], ys: tuple[float, float], zone: Zone, theme: Theme) -> PlotFrame:
    """Return axes that cross at 0 and have one unit, as large as they fit into a zone, in its middle."""
    (left, right), (low, high) = xs, ys
    unit = min(zone.width / (right - left), zone.height / (high - low))
    width, height = unit * (right - left), unit * (high - low)
    frame = PlotFrame(xs, ys, width, height, theme, cross=(0, 0))
    return frame.shift((zone.x - width / 2, zone.y - height / 2, 0))
