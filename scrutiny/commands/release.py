"""The command that keeps the register as it is on a day, for readers who go back to it or ask what is new since."""

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import click

from scrutiny.commands.commented import items
from scrutiny.commands.options import DATA, DAY
from scrutiny.commands.registers import without_errors
from scrutiny.register.loading import LoadResult, load
from scrutiny.register.records import Release
from scrutiny.register.releases import FOLDER, ReleaseError, archive_of, read_archive

_FILE = "register.yaml"
_HEAD = re.compile(rf"{FOLDER}:\s*(?:\[\s*\]\s*)?(?:#.*)?")
_TITLE_LENGTH = 80


@click.command(epilog='Example: python -m scrutiny release --title "Meeting of 30 June 2026"')
@DATA
@click.option(
    "--date", "day", type=DAY, metavar="DAY", default=datetime.now, envvar="SCRUTINY_TODAY",
    help="The day that it is of.  [today]",
)  # fmt: skip
@click.option("--title", metavar="TEXT", help="What the day is known by, such as “Meeting of 30 June 2026”.")
@click.option(
    "--today", type=DAY, metavar="DATE", default=datetime.now, envvar="SCRUTINY_TODAY", hidden=True, help="Today."
)
def release(data: Path, day: datetime, title: str | None, today: datetime) -> None:
    """Keep the register as it is now, as an archive in “releases”, and add it to register.yaml.

    Readers can then go back to that day and see what is new since. Nothing is written over. A register with errors is
    not kept; exit 1.
    """
    register, outcome = without_errors(data)
    named = f"{day:%Y-%m-%d}"
    kept = register.settings.releases
    if day.date() > today.date():
        raise click.BadParameter(f"{named} has not come yet", param_hint="--date")
    if kept and day.date() <= kept[-1].day:
        raise click.BadParameter(f"{kept[-1].date} is kept already; a new one is of a later day", param_hint="--date")
    if title is not None and not (title.strip() and title.isprintable() and len(title) <= _TITLE_LENGTH):
        raise click.BadParameter(f"write one line of at most {_TITLE_LENGTH} letters", param_hint="--title")
    path = data / FOLDER / f"{named}.zip"
    try:
        archive = archive_of(data, outcome.files)
        path.parent.mkdir(exist_ok=True)
        with path.open("xb") as file:
            file.write(archive)
    except FileExistsError:
        raise click.BadParameter(f"{path} is there already, and nothing is written over", param_hint="--date") from None
    except OSError as error:
        raise click.ClickException(f"{path}: {error.strerror}") from error
    try:
        result = read_archive(path)
        written = {"date": named} | ({"title": title.strip()} if title else {})
        _add(data, outcome, written | {"files": path.name, "digest": result.digest})
    except (ReleaseError, OSError) as error:
        path.unlink()  # nothing names it
        raise click.ClickException(str(error)) from error
    click.echo(f"{path}\nAdded to {data / _FILE}; keep both with the data.")


def _add(data: Path, outcome: LoadResult, written: dict[str, str]) -> None:
    """Add a release to the file that lists them, where all else stays as it is."""
    path = data / _FILE
    before = path.read_bytes()
    path.write_bytes(with_release(before.decode("utf-8"), written).encode("utf-8"))
    after, added = load(data), Release.model_validate(written)
    expected = (*outcome.readable.settings.releases, added)
    if after.register is None or after.register.settings.releases != expected:
        path.write_bytes(before)
        lines = "\n".join(items(Release, [written]))
        raise ReleaseError(f"{path} is written in a way that nothing can be added to; add under “{FOLDER}:”\n{lines}")


def with_release(text: str, written: dict[str, str]) -> str:
    """Return the text of a file with a release at the end of its list; where there is none, it begins at the end."""
    ends = "\r\n" if "\r\n" in text else "\n"
    lines = text.splitlines()
    head = next((number for number, line in enumerate(lines) if _HEAD.fullmatch(line)), None)
    if head is None:
        place, indent = len(lines), "  "
        new = [f"{FOLDER}:", *_indented(written, indent)]
    else:
        lines[head] = re.sub(r"\s*\[\s*\]", "", lines[head])
        place = head + 1
        for number, line in enumerate(lines[head + 1 :], start=head + 1):
            if re.match(r"[^\s#-]", line):
                break
            place = number + 1 if re.match(r"\s*[^\s#]", line) else place
        first = next((line for line in lines[head + 1 : place] if re.match(r"\s*-", line)), "  -")
        new = list(_indented(written, first[: first.index("-")]))
    return ends.join([*lines[:place], *new, *lines[place:], ""])


def _indented(written: dict[str, str], indent: str) -> Iterator[str]:
    return (f"{indent}{line}" for line in items(Release, [written]))
