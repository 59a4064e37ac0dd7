"""An exhibit: what is recorded of a run for scenes to show, what its arrays are, and what must hold of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from netsim.exhibits.claims import Claim
from netsim.exhibits.listening import Ahead, Listener
from netsim.exhibits.run import Run
from netsim.functions import Array
from netsim.trace.declared import Declared, Dimension
from netsim.trace.trace import Trace

Arrays = dict[str, Array]
Thing = TypeVar("Thing")


@dataclass(frozen=True)
class Exhibit:
    """What is recorded, what it is, and what must hold of it; the last thing in a file of a chapter's folder.

    Attributes
    ----------
    module, text
        The file's `__name__`, whose last parts are the chapter and the exhibit's name, and its `__doc__`, which
        begins "The NAME exhibit: ".
    arrays
        What each array is, by its name within the exhibit's group.
    recorded
        Makes the arrays of a run, by these names.
    claims
        Lists what must hold of a trace that has the exhibit.
    dims
        What the dimensions run over that no other exhibit has.
    listener
        Makes what listens to the run while it trains; None where the recorded steps are enough.
    asks
        What a run must have for it, names of `ASKS`.
    """

    module: str
    text: str | None
    arrays: Mapping[str, Declared]
    recorded: Callable[[Run], Arrays]
    claims: Callable[[Trace], Iterator[Claim]]
    dims: Mapping[str, Dimension] = field(default_factory=dict)
    listener: Callable[[Ahead], Listener] | None = None
    asks: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What scenes call it, and the group of its arrays in the trace: the file's name."""
        return self.module.rpartition(".")[2]

    @property
    def chapter(self) -> str:
        """The chapter that it was made for: the folder's name."""
        return self.module.split(".")[-2]

    @property
    def about(self) -> str:
        """What it shows, in a sentence."""
        told = " ".join((self.text or "").split("\n\n")[0].split()).partition(": ")[2]
        return told[:1].upper() + told[1:]

    @property
    def declared(self) -> dict[str, Declared]:
        """What each array is, by its name in the trace."""
        return self.grouped(self.arrays)

    def record(self, run: Run) -> Arrays:
        """Make the arrays of a run, by their names in the trace."""
        return self.grouped(self.recorded(run))

    def grouped(self, things: Mapping[str, Thing]) -> dict[str, Thing]:
        """Put the exhibit's name before each name of its arrays."""
        return {f"{self.name}/{name}": thing for name, thing in things.items()}
