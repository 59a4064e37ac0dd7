"""How long beats last in the film if nobody speaks: scenes are played through, and not drawn."""

from __future__ import annotations

from contextlib import suppress
from itertools import pairwise

from netsim import Trace
from scenes.stage.formats import FORMATS
from scenes.stage.rehearsing.rehearsal import rehearse
from scenes.stage.stage import TraceScene
from scenes.story.continued import handed_over
from scenes.story.told import Part
from scenes.studio.film.order import Order
from scenes.studio.film.stills import set_up
from scenes.studio.voice.recordings import Place


def seconds_in_film(order: Order, trace: Trace) -> dict[Place, float]:
    """Return how long each beat of a film lasts if nobody speaks, in seconds.

    Of a scene that breaks down it is those before; it is told where it is filmed.
    """
    found: dict[Place, float] = {}
    with set_up(order.quality):
        for part, (after, leads_on) in zip(order.parts, handed_over(order.parts), strict=True):
            found |= _seconds_of(part, order, trace, after, leads_on)
    return found


def _seconds_of(
    part: Part, order: Order, trace: Trace, after: type[TraceScene] | None, leads_on: bool
) -> dict[Place, float]:
    """Return how long each beat of a scene lasts; `after` is the scene whose last picture it takes over."""
    ends = [("", 0.0)]
    with suppress(Exception, SystemExit):
        rehearse(
            part.scene,
            trace,
            lambda scene, beat: ends.append((beat, scene.film_time)),
            captions=order.captions,
            theme=order.theme(),
            pace=order.lesson.look.pace,
            told=part.told,
            words=order.words(),
            frame=FORMATS[order.quality.aspect],
            stood_before=after.closes_with if after else None,
            leads_on=leads_on,
        )
    return {(part.scene.__name__, beat): end - begin for (_, begin), (beat, end) in pairwise(ends)}
