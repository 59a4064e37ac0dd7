"""`nudge words`: the languages that there are, how complete each is, and what a translation lacks."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("translation", required=False, metavar="[LANGUAGE|FILE.ftl]")
@click.option("--missing", is_flag=True, help="Begin or complete the translation: write all that it lacks into it.")
def words(translation: str | None, missing: bool) -> None:
    """List languages and how complete each is; or what one of them lacks (es), or a translation of yours (fr.ftl, fr/).

    With --missing all that it lacks is written into it, each message with its English as a comment and as the text to
    be replaced. `[story] language = "fr.ftl"` in a lesson, or --language fr.ftl, tells it in that language.
    """
    from scenes.lesson.errors import LessonError
    from scenes.words.languages import folders
    from scenes.words.messages import Messages
    from scenes.words.missing import counted, still_untold, unasked

    if translation is None:
        if missing:
            raise LessonError("--missing needs the name of a translation, such as fr.ftl or pt-BR.ftl.")
        for tag in folders():
            spoken = Messages.load(tag)
            said, there = counted(spoken)
            click.echo(f"{tag:<10} {spoken.name}: {said} of {there} messages")
        return
    path = Path(translation).expanduser().absolute()
    bundled = translation in folders() and not path.exists()
    if missing and bundled:
        raise LessonError(
            f"{translation} comes along, and `nudge words {translation}` lists what it lacks; "
            f"a translation of your own is a file, {translation}.ftl."
        )
    if missing:
        _complete(path)
    spoken = Messages.load(translation if bundled else str(path))
    said, there = counted(spoken)
    where = "" if bundled else f", in {path}"
    click.echo(f"{spoken.language:<10} {spoken.name}: {said} of {there} messages{where}")
    for name in sorted(still_untold(spoken)):
        click.echo(f"           {name}")
    for sentence in unasked(spoken):
        click.echo(sentence, err=True)


def _complete(path: Path) -> None:
    """Write into a translation what it lacks; what it says stays as it is."""
    from netsim.border.files import whole
    from scenes.words.languages import in_english, own_name, tag_of
    from scenes.words.messages import Messages
    from scenes.words.missing import begun, missing_texts

    single = path.suffix == ".ftl"
    first = path if single else path / "labels.ftl"
    if not path.exists() or (path.is_dir() and not any(path.glob("*.ftl"))):
        tag = tag_of(path)
        first.parent.mkdir(parents=True, exist_ok=True)
        with whole(first) as draft:
            draft.write_text(begun(tag), "utf-8")
        if own_name(tag) is None:
            called = f"what {in_english(tag)} calls itself is not known here"
            click.echo(f"{first}: {called}; write it in place of {tag} after `language =`.", err=True)
    for name, text in missing_texts(Messages.load(str(path))).items():
        target = path if single else path / name
        before = target.read_text("utf-8") if target.exists() else ""
        with whole(target) as draft:
            draft.write_text("\n".join(filter(None, [before, f"## {name}\n", text])), "utf-8")
