"""What is plainly given of a run, before it as after it, and what scenes and exhibits can ask of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from netsim.border.nearest import meant


@dataclass(frozen=True)
class Given:
    """Plain facts of a run, by which scenes know whether they can tell of it.

    Attributes
    ----------
    sizes
        Layer sizes n_0, n_1, ..., n_L.
    classes
        How many classes the outputs answer with; 0 where outputs are numbers.
    unseen
        How many examples were held out; of an old trace, which does not say it, 1 if there were any.
    updates
        How many updates the whole run makes.
    rule
        By which rule each is made: "sgd", "momentum", "adam"; "unknown" of a run that was made elsewhere.
    elsewhere
        Whether another program made the run, so that nothing can be trained just as it was.
    drawn
        Whether its first weights were drawn; not if a file brought them.
    rates
        At how many learning rates the worked example can be shown: three, or its own alone where no other tells more.
    dealt
        Whether the examples are dealt into more than one mini-batch; taken for true where a trace does not show it.
    """

    sizes: tuple[int, ...]
    classes: int
    unseen: int
    updates: int
    rule: str
    elsewhere: bool = False
    drawn: bool = True
    rates: int = 3
    dealt: bool = True

    def lacking(self, asks: Iterable[str]) -> Ask | None:
        """Return the first of what is asked for, by names of `ASKS`, that the run does not have; None if it has all.

        Raises
        ------
        AskError
            If there is no ask of such a name.
        """
        for name in asks:
            if name not in ASKS:
                raise AskError(f"there is no ask {name!r}{meant(name, ASKS)}; the asks are {', '.join(ASKS)}.")
            if not ASKS[name].met(self):
                return ASKS[name]
        return None


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


#: What a run can be asked for, by the name that scenes, beats and exhibits ask by.
ASKS = {
    "hidden": Ask(
        lambda given: len(given.sizes) > 2,
        "shows a hidden layer",
        "give the network one with hidden in [network], such as [16]",
    ),
    "two_inputs": Ask(
        lambda given: given.sizes[0] == 2,
        "draws the plane of two inputs",
        "learn from examples of two numbers each, such as name = 'xor' in [data]",
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
        lambda given: given.drawn and not given.elsewhere,
        "trains another network just as this one was, and another program trained this one",
        "train it here, by a lesson",
    ),
    "updates": Ask(
        lambda given: given.updates > 0,
        "shows how the network learns",
        "let it learn, such as epochs = 1 in [training]",
    ),
    "batches": Ask(
        lambda given: given.dealt,
        "holds mini-batches against all examples, and here the only mini-batch is all of them",
        "deal several, with method = 'sgd' and a smaller batch in [training]",
    ),
    "rates": Ask(
        lambda given: given.rates > 1,
        "compares learning rates, and with these numbers doubling finds none that is quick and none that overshoots",
        "give the worked example other numbers, or a smaller eta, in [worked]",
    ),
}


class AskError(ValueError):
    """An ask that is not known; its text is one sentence."""


def rule_of(training: Mapping[str, Any]) -> str:
    """Name the update rule of a recipe's [training]."""
    return str(training.get("rule") or ("momentum" if training.get("momentum") else "sgd"))
