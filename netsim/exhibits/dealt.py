"""Which examples are shown of those whose labels were shuffled: some that have exchanged theirs among themselves."""

from __future__ import annotations

import numpy as np


def dealt_among_themselves(label: np.ndarray, dealt: np.ndarray, most: int) -> np.ndarray:
    """Choose examples, at most so many, whose shuffled labels are their own in another order, as ascending indices.

    All of them get another label than their own, as long as there are such, and their labels go round in rounds as
    long as there is room for, so that they look dealt by chance, as they are.

    Parameters
    ----------
    label, dealt
        Their own labels and the shuffled ones, of shape (examples,): each class is dealt as often as it is there.
    """
    free, shown = set(np.flatnonzero(label != dealt).tolist()), list[int]()
    while free:
        some = _round(min(free), free, most - len(shown), label, dealt)
        if not some:
            break
        shown += some
        free -= set(some)
    return np.array(sorted(shown) or [*range(min(len(label), most))])


def _round(first: int, free: set[int], room: int, label: np.ndarray, dealt: np.ndarray) -> list[int]:
    """Find free examples, that one first, each of which gets the next one's own label, the last the first's.

    They are as many as there is room for, or fewer where the round cannot go on; none if the shortest has no room.
    """
    going, home = [first], int(label[first])
    if 1 + len(_way(int(dealt[first]), home, free - {first}, label, dealt)) > room:
        return []
    while True:
        at, left = int(dealt[going[-1]]), free - set(going)
        for one in sorted(one for one in left if int(label[one]) == at):
            if len(going) + 1 + len(_way(int(dealt[one]), home, left - {one}, label, dealt)) <= room:
                going.append(one)
                break
        else:
            return going


def _way(start: int, end: int, free: set[int], label: np.ndarray, dealt: np.ndarray) -> list[int]:
    """Find the fewest free examples that lead from a class to another, each to the class that is dealt to it.

    There are such, for in all every class is dealt as often as it is there.
    """
    ways: dict[int, list[int]] = {start: []}
    while end not in ways:
        ways |= {
            int(dealt[one]): [*ways[int(label[one])], one]
            for one in sorted(free)
            if int(label[one]) in ways and int(dealt[one]) not in ways
        }
    return ways[end]
