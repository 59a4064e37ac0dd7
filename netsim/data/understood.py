"""What was understood of a file of one's own: what is learned from, what is not, and why."""

from __future__ import annotations

from dataclasses import dataclass

NAMED = 4  # columns that are named in one line


@dataclass(frozen=True)
class Part:
    """A column or an array of a file: its name, how it was understood, and in how many rows it has a gap."""

    name: str
    how: str
    gaps: int = 0


@dataclass(frozen=True)
class Understood:
    """What was understood of a file.

    Attributes
    ----------
    form
        What it turned out to be: "UTF-8 text, columns parted by commas".
    rows
        How many examples it has, those with gaps among them.
    label
        Where the labels were found, and how.
    used, left_out
        The columns that are learned from, and those that are not, each with the reason.
    dropped
        How many rows are left out for their gaps.
    filled
        In how many rows gaps are filled.
    """

    form: str
    rows: int
    label: str
    used: tuple[Part, ...] = ()
    left_out: tuple[Part, ...] = ()
    dropped: int = 0
    filled: int = 0

    @property
    def remark(self) -> str:
        """What a person should know who sees the numbers only, in one line; "" if nothing is left out or filled."""
        found = []
        if self.dropped:
            found.append(f"{self.dropped:,} of {self.rows:,} rows have gaps and are left out")
        if self.filled:
            found.append(f"{self.filled:,} of {self.rows:,} rows had gaps, which are filled")
        if self.left_out:
            named = ", ".join(f"{part.name} ({part.how})" for part in self.left_out[:NAMED])
            more = len(self.left_out) - NAMED
            found.append(f"left out: {named}{f' and {more} more' if more > 0 else ''}")
        return "; ".join(found)
