"""Which scene is inspected on which networks: few each, and in a chapter every pair of traits that a network has.

What goes wrong in a picture goes wrong where two things meet: many outputs with long names, one neuron before
a softmax. A pair of traits that no scene of a chapter has met is a gap; a network that brings only pairs that were
met often is work for nothing. `--every` inspects every scene on every network.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import combinations

from scenes.look.aspects import USUAL
from scenes.stage.stage import TraceScene
from scenes.story.story import all_scenes
from scenes.words.languages import ENGLISH
from scenes.words.messages import Messages
from tests.scenes.networks import NETWORKS, Plan
from tests.scenes.second_language import GREEK

#: The network that every scene is inspected on, and on how many others it is.
ALWAYS, OTHERS = "784-16-16-10", 3

#: Languages whose sentences and labels are longer than those of English.
LONG = ("de", "es")

#: Exhibits whose numbers depend on the lesson's cost alone, for scenes that show no layer of it; a network for each.
OF_THEIR_OWN, COSTS = {"chain", "links", "several", "threads", "worked", "rates"}, (ALWAYS, "gelu", "leaky-relu")

#: What a scene needs that writes a step of the run in numbers, and a network of another rule, which it must meet.
OF_A_STEP, RULED = "update", "adam"

#: What a scene asks for that draws a plane, which most networks have none of.
PLANE = "two_inputs"

WIDE, VAST = 16, 100  # more neurons than a column has room for; a layer drawn as a few of very many
#: Type for a big room, for which all scenes have room in the usual format.
LARGE = 1.2
#: The narrowest format that all scenes are at home in: what has room in it has room in 16:10 too.
NARROW = "4:3"
Pair = frozenset[str]


def told_of_images() -> list[type[TraceScene]]:
    """Return every scene that can be told of the network that most are inspected on."""
    return [scene for scene in all_scenes() if PLANE not in scene.asks]


def traits(plan: Plan) -> frozenset[str]:
    """Return what is special to a network, as scenes and their words have to mind it."""
    network, data, widest = plan.recipe.network, plan.data, max(plan.recipe.network.hidden)
    named = {
        "hidden layers": min(len(network.hidden), 3),
        "one neuron": min(network.hidden) == 1,
        "widest": "vast" if widest > VAST else "wide" if widest > WIDE else "whole",
        "answers": "numbers" if data.numbers else "one" if data.ends else len(data.classes),
        "names": "long" if max(map(len, data.answers.names)) > 1 else "short",
        "unseen": len(data.x_unseen) > 0,
        "images": data.image_shape is not None,
        "named inputs": bool(data.features),
        "hidden": network.activation,
        "output": network.output,
        "cost": network.cost,
        "start": network.init,
        "trained": plan.learns,
        "rule": plan.recipe.training.rule,
        "data": data.name,
    }
    return frozenset(f"{name}: {value}" for name, value in named.items())


def pairs(of: frozenset[str]) -> set[Pair]:
    """Return every two traits of a network."""
    return {frozenset(two) for two in combinations(sorted(of), 2)}


def cover(
    scenes: Sequence[str],
    networks: Mapping[str, frozenset[str]],
    others: int,
    left_out: Mapping[str, Collection[str]] | None = None,
) -> dict[str, tuple[str, ...]]:
    """Choose networks for each scene: the first wherever it can be told of it, and so many others that bring most.

    A network brings its pairs: those that no scene has met count first, then each the less the more often
    scenes before met it; one that this scene has already counts nothing. A scene is on none that it cannot be told
    of, which are `left_out`. The choice is the same every time.
    """
    first, *rest = networks
    met: Counter[Pair] = Counter()
    chosen = {}
    for scene in scenes:
        out = (left_out or {}).get(scene, ())
        able = [name for name in rest if name not in out]
        names: list[str] = [] if first in out else [first]
        here: set[Pair] = set().union(*(pairs(networks[name]) for name in names))
        for _ in range(min(others, len(able))):
            open_ = [name for name in able if name not in names]
            new = {name: pairs(networks[name]) - here for name in open_}
            worth = {name: sum(4.0 ** -met[pair] for pair in new[name]) for name in open_}
            unmet = {name: sum(not met[pair] for pair in new[name]) for name in open_}
            best = max(open_, key=lambda name: (unmet[name], worth[name]))
            names.append(best)
            here |= pairs(networks[best])
        met.update(here)
        chosen[scene] = tuple(names)
    return chosen


def networks_of(scenes: Sequence[type[TraceScene]], every: bool = False) -> dict[str, tuple[str, ...]]:
    """Return the networks that each of a chapter's scenes is inspected on, by its class's name."""
    own = {s.__name__ for s in scenes if s.needs and set(s.needs) <= OF_THEIR_OWN and "hidden" not in s.asks}
    others = [scene.__name__ for scene in scenes if scene.__name__ not in own]
    plans = {name: plan() for name, plan in NETWORKS.items()}
    left_out = {scene.__name__: {name for name, plan in plans.items() if scene.lacks(plan.given)} for scene in scenes}
    chosen = cover(others, {name: traits(plan) for name, plan in plans.items()}, 99 if every else OTHERS, left_out)
    for scene in scenes:
        if OF_A_STEP in scene.needs and RULED not in chosen[scene.__name__]:
            chosen[scene.__name__] = (*chosen[scene.__name__][:-1], RULED)
    return {scene.__name__: COSTS if scene.__name__ in own else chosen[scene.__name__] for scene in scenes}


def shown_in(name: str, names: Sequence[str]) -> str:
    """Return the theme that a scene is shown in on one of its networks: the light one on the second."""
    return "light" if name in names[1:2] else "dark"


def scaled_in(name: str, names: Sequence[str]) -> float:
    """Return how many times as large type is on one of a scene's networks: for a big room on the second."""
    return LARGE if name in names[1:2] else 1.0


def framed_in(name: str, names: Sequence[str]) -> str:
    """Return the aspect that a scene is framed in on one of its networks: the narrow one on the third."""
    return NARROW if name in names[2:3] else USUAL


def told_in(name: str, scene: type[TraceScene], names: Sequence[str]) -> str:
    """Return the language that a scene is told in on one of its networks.

    On the second it is that of tests, of which nothing is English; on the last that with most letters.
    """
    if name in names[1:2]:
        return GREEK
    if len(names) < 3 or name != names[-1]:
        return ENGLISH
    return max(LONG, key=lambda language: letters(scene, Messages.load(language)))


def letters(scene: type[TraceScene], words: Messages) -> int:
    """Count about how many letters a scene's sentences and labels have in a language."""
    return sum(words.letters(one) for one in scene.messages(words))
