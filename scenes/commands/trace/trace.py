"""`nudge trace`: what the file of a trace holds, array by array; or the reference of all that one can hold."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from netsim import Trace


@click.command()
@click.argument("file", required=False, metavar="[FILE]", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.option("--verify", "verifies", is_flag=True, help="Derive anew what must hold between its arrays.")
@click.option("--reference", is_flag=True, help="The page on all arrays that a trace can hold.")
def trace(file: Path | None, as_json: bool, verifies: bool, reference: bool) -> None:
    """Tell what the trace FILE holds: the run, and each array with its dimensions, its meaning and its unit.

    Only the header is read, and the list of recorded steps, but with --verify all of it; no file is changed.
    """
    from netsim import Trace, verify
    from netsim.verifying.verify import not_held
    from scenes.commands.trace.trace_reference import markdown

    if reference:
        click.echo(markdown(), nl=False)
        return
    if file is None:
        raise click.UsageError("Name the file of a trace, such as out/default.npz; `nudge record` makes one.")
    opened = Trace.load(file)
    if as_json:
        click.echo(json.dumps(told(opened), indent=2, ensure_ascii=False))
        return
    for line in lines(opened, file):
        click.echo(line)
    if verifies:
        verify(opened)
        click.echo("\nHeld       all that must hold between its arrays")
    for what in not_held(opened):
        click.echo(f"Not held   {what}")


def told(trace: Trace) -> dict[str, Any]:
    """Return what a trace says of itself, as plain data; of each array the group that it belongs to."""
    from netsim.trace.table import group_of

    about = {key: value for key, value in trace.header.items() if key not in ("arrays", "dims")}
    return about | {
        "steps": trace.steps.tolist(),
        "dims": trace.header["dims"],
        "arrays": {key: {"exhibit": group_of(key)} | entry for key, entry in trace.header["arrays"].items()},
    }


def lines(trace: Trace, file: Path) -> Iterator[str]:
    """Write down the run, then the arrays, group by group."""
    from netsim.trace.table import CORE, groups, shape_of

    header = trace.header
    yield f"Trace      {file} (schema {header['schema']}, digest {trace.digest[:12]})"
    functions = f"{trace.hidden}, {trace.output} output, {trace.cost_name} cost"
    yield f"Network    {'-'.join(map(str, trace.sizes))}, {functions}"
    learned = "classes" if trace.classes else "numbers"
    yield f"Data       {header.get('data', 'not said')}, {learned} {', '.join(trace.classes or trace.output_names)}"
    for section, keys in header["recipe"].items():
        yield f"[{section}]".ljust(11) + _keys(section, keys)
    yield f"Rule       {trace.rule}"
    yield f"Steps      {', '.join(map(str, trace.steps.tolist()))}"
    yield f"Versions   {', '.join(f'{name} {version}' for name, version in header.get('versions', {}).items())}"
    arrays = header["arrays"]
    shapes = {key: shape_of(entry) for key, entry in arrays.items()}
    wide, broad = (max(map(len, texts)) for texts in (arrays, shapes.values()))
    for group, keys in groups(trace).items():
        yield f"\n{group or CORE}"
        for key in keys:
            meaning, unit = (arrays[key].get(what, "") for what in ("meaning", "unit"))
            yield f"  {key:<{wide}}  {shapes[key]:<{broad}}  {meaning}{f' ({unit})' if unit else ''}"


def _keys(section: str, keys: object) -> str:
    """Write down what of a recipe's section is not as in the default lesson."""
    from netsim import Recipe

    if not isinstance(keys, dict):
        return str(keys)
    if not keys:
        return "not told"
    usual = Recipe().model_dump(mode="json").get(section, {})
    said = [f"{key} = {json.dumps(value)}" for key, value in keys.items() if usual.get(key, ...) != value]
    return ", ".join(said) or "all by default"
