"""`nudge schema`: what a lesson may say, for editors and for readers."""

from __future__ import annotations

import json

import click


@click.command()
@click.option("--markdown", "as_page", is_flag=True, help="As the reference page for readers, not as JSON.")
def schema(as_page: bool) -> None:
    """Print the JSON schema of a lesson file, by which editors complete keys and mark errors."""
    from scenes.lesson import reference

    click.echo(reference.markdown() if as_page else json.dumps(reference.schema(), indent=2), nl=not as_page)
