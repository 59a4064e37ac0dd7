"""What a message uses: facts, roles, functions, states and other messages, read from it without saying it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, fields

from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from netsim.border.nearest import meant
from scenes.look.roles import MATH, Colours
from scenes.words.numbers import FUNCTIONS

ROLES = frozenset({MATH, *(role.name for role in fields(Colours))})
_ROLE = re.compile(r"\]\((\w+)\)")

# How many letters a name or a number in a sentence has, more or less.
LETTERS_OF_A_FACT = 5

Entries = Mapping[str, ast.Message | ast.Term]


@dataclass
class Uses:
    """What one message uses, with all that it refers to.

    Attributes
    ----------
    facts
        Names of facts.
    states
        For each fact that a selector looks at, the names it is compared with, but for the default's.
    messages
        The message itself, and those that it refers to.
    """

    facts: set[str] = field(default_factory=set)
    states: dict[str, set[str]] = field(default_factory=dict)
    messages: set[str] = field(default_factory=set)


class _Reader(Visitor):
    """Takes note of what a piece of a message names."""

    def __init__(self) -> None:
        self.facts: set[str] = set()
        self.references: set[tuple[str, str]] = set()
        self.functions: set[str] = set()
        self.roles: set[str] = set()
        self.states: dict[str, set[str]] = {}

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.facts.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:
        self.references.add((node.id.name, node.attribute.name if node.attribute else ""))

    def visit_TermReference(self, node: ast.TermReference) -> None:
        self.references.add((f"-{node.id.name}", ""))
        self.generic_visit(node)

    def visit_FunctionReference(self, node: ast.FunctionReference) -> None:
        self.functions.add(node.id.name)
        self.generic_visit(node)

    def visit_TextElement(self, node: ast.TextElement) -> None:
        self.roles |= set(_ROLE.findall(node.value))

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:
        if isinstance(node.selector, ast.VariableReference):
            keys = {one.key.name for one in node.variants if isinstance(one.key, ast.Identifier)}
            self.states.setdefault(node.selector.id.name, set()).update(keys)
        self.generic_visit(node)


def uses_of(entries: Entries, name: str, attribute: str | None = None) -> Uses:
    """Return what a message uses: an attribute alone, with "" its value alone, or all of it."""
    uses, seen = Uses(), set()
    waiting: list[tuple[str, str | None]] = [(name, attribute)]
    while waiting:
        at = waiting.pop()
        entry = entries.get(at[0])
        if at in seen or entry is None:
            continue
        seen.add(at)
        uses.messages.add(at[0])
        for piece in _pieces(entry, at[1]):
            reader = _Reader()
            reader.visit(piece)
            uses.facts |= reader.facts if isinstance(entry, ast.Message) else set()
            for fact, states in reader.states.items():
                uses.states.setdefault(fact, set()).update(states)
            waiting += sorted(reader.references)
    return uses


def letters_of(pattern: ast.Pattern) -> int:
    """Count the letters of a pattern that stand in it, in the default of what it chooses from; a fact counts as few."""
    letters = 0
    for element in pattern.elements:
        if isinstance(element, ast.TextElement):
            letters += len(" ".join(element.value.split()))
        elif isinstance(element.expression, ast.SelectExpression):
            letters += sum(letters_of(variant.value) for variant in element.expression.variants if variant.default)
        else:
            letters += LETTERS_OF_A_FACT
    return letters


def problems_of(entries: Entries, entry: ast.Message | ast.Term) -> Iterator[str]:
    """Say what is wrong with a message, before it is ever said: unknown roles, functions and messages."""
    reader = _Reader()
    reader.visit(entry)
    for role in sorted(reader.roles - ROLES):
        yield f"there is no role {role!r} that words can be coloured by{_near(role, ROLES)}"
    for function in sorted(reader.functions - FUNCTIONS.keys()):
        yield f"there is no function {function!r}{_near(function, FUNCTIONS)}"
    for name, attribute in sorted(reader.references):
        there = entries.get(name)
        if there is None or (attribute and attribute not in [one.id.name for one in there.attributes]):
            called = f"{name}.{attribute}" if attribute else name
            yield f"there is no message {called!r} to refer to{_near(name, entries)}"


def _pieces(entry: ast.Message | ast.Term, attribute: str | None) -> Iterator[ast.BaseNode]:
    if not attribute and entry.value is not None:
        yield entry.value
    for one in entry.attributes:
        if attribute in (None, one.id.name):
            yield one.value


def no_fact(name: str, known: Collection[str]) -> str:
    """Say that a scene gives no fact of a name, and which ones it gives."""
    return f"{{{name}}} is no fact that this scene gives{meant(name, known)}; it gives {', '.join(sorted(known))}."


def _near(name: str, known: Collection[str]) -> str:
    return (
        f"{meant(name, known)}; known are {', '.join(sorted(known))}." if len(known) < 20 else f"{meant(name, known)}."
    )
