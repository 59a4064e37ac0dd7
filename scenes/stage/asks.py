"""What scenes and beats ask of a run before they can tell of it: each has a name, a test, and what to say without."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from netsim import Given
from netsim.border.nearest import meant


@dataclass(frozen=True)
class Ask:
    """Something that a run must have.

    Attributes
    ----------
    met
        Whether a run has it.
    tells
        What a scene that asks for it does, as the end of a sentence that begins with its name.
    mend
        What makes a run have it.
    """

    met: Callable[[Given], bool]
    tells: str
    mend: str


ASKS = {
    "hidden": Ask(
        lambda given: len(given.sizes) > 2,
        "shows a hidden layer",
        "give the network one with hidden in [network], such as [16]",
    ),
    "classes": Ask(
        lambda given: given.classes > 0,
        "speaks of classes, and these outputs are numbers",
        "learn classes, with target = 'class' in [data]",
    ),
    "outputs": Ask(
        lambda given: given.sizes[-1] > 1,
        "compares one output with the others, and this network has a single one",
        "give it several, one for each class without outputs = 1 in [network]",
    ),
    "unseen": Ask(
        lambda given: given.unseen > 0,
        "speaks of examples that were held out",
        "hold some out, such as unseen = 1 in [data]",
    ),
    "rule": Ask(
        lambda given: given.rule != "unknown",
        "shows how an update is made, and the rule of this run is not known",
        "tell the Recorder its rule and its eta, and keep() the batch of each update",
    ),
    "again": Ask(
        lambda given: not given.elsewhere,
        "trains another network just as this one was, and another program trained this one",
        "train it here, by a lesson",
    ),
    "updates": Ask(
        lambda given: given.updates > 0,
        "shows how the network learns",
        "let it learn, such as epochs = 1 in [training]",
    ),
}


class AskError(ValueError):
    """An ask that is not known; its text is one sentence."""


def unmet(asks: Iterable[str], given: Given) -> Ask | None:
    """Return the first of what is asked for that a run does not have; None if it has all.

    Raises
    ------
    AskError
        If there is no ask of such a name.
    """
    for name in asks:
        if name not in ASKS:
            raise AskError(f"there is no ask {name!r}{meant(name, ASKS)}; the asks are {', '.join(ASKS)}.")
        if not ASKS[name].met(given):
            return ASKS[name]
    return None
