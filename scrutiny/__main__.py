"""The command line: the commands of a curator, and `python -m scrutiny export`."""

import os
import sys
from datetime import datetime
from io import TextIOWrapper
from pathlib import Path

import click

from scrutiny.commands.check import check
from scrutiny.commands.coverage import coverage
from scrutiny.commands.diff import diff
from scrutiny.commands.format import format_files
from scrutiny.commands.new import new
from scrutiny.commands.options import DATA, DAY, require_known
from scrutiny.commands.paragraphs import paragraphs
from scrutiny.commands.registers import without_errors
from scrutiny.commands.release import release
from scrutiny.commands.schema import schema
from scrutiny.commands.stats import stats
from scrutiny.register.register import Register
from scrutiny.register.releases import ReleaseError, as_of, read_release

FORMATS = {
    "json": "one JSON document",
    "csv": "a ZIP archive with a CSV file for each table",
    "xlsx": "a workbook",
    "docx": "a briefing of at most four pages",
    "annex": "the annex to the briefing (.docx), with every point",
    "pptx": "a deck of slides",
}
TEMPLATE_SETTINGS = {
    "docx": "SCRUTINY_BRIEFING_TEMPLATE",
    "annex": "SCRUTINY_BRIEFING_TEMPLATE",
    "pptx": "SCRUTINY_SLIDES_TEMPLATE",
}
"""The formats for a meeting, which have a template, and the variable of the environment that names another."""
ALL = "all"
"""What `--inspection` says for all inspections, where otherwise a file is about the newest local one."""

_FILE = click.Path(dir_okay=False, writable=True, path_type=Path)
_FORMS = "; ".join(f"{name}: {what}" for name, what in FORMATS.items())


@click.group(epilog="Example: python -m scrutiny check")
def main() -> None:
    """Make, check and compare registers of inspection findings, and write them out."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # a console of Windows cannot print every letter that a file can hold
            stream.reconfigure(errors="backslashreplace")


for command in (check, coverage, diff, format_files, new, paragraphs, release, schema, stats):
    main.add_command(command)


@main.command(epilog="Example: python -m scrutiny export --format pptx")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), required=True, help=f"{_FORMS}.")
@DATA
@click.option(
    "--inspection",
    "inspections",
    multiple=True,
    metavar="ID",
    help=f"Only this inspection; may be repeated. Without it {', '.join(TEMPLATE_SETTINGS)} are about the newest local "
    f"one; {ALL!r} means all.",
)
@click.option("--theme", "themes", multiple=True, metavar="ID", help="Only this theme; may be repeated.")
@click.option(
    "--today",
    type=DAY,
    metavar="DATE",
    default=datetime.now,
    envvar="SCRUTINY_TODAY",
    help="The day to go by.  [today]",
)
@click.option(
    "--as-of", "kept", type=DAY, metavar="DATE", help="As it was kept on that day or before, with that day as today."
)
@click.option("--meeting", "day", default="", metavar="TEXT", help="The day of the meeting, as it is to be written.")
@click.option("--item", default="", metavar="TEXT", help="The agenda item, as it is to be written.")
@click.option(
    "--template",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=f"A file to take the look from, for {' and '.join(TEMPLATE_SETTINGS)}; see the README.",
)
@click.option(
    "--output", type=_FILE, help="A file to write. Without it JSON is printed, and other files get a name of their own."
)
def export(  # noqa: PLR0913, PLR0917  # one for each option
    form: str,
    data: Path,
    inspections: tuple[str, ...],
    themes: tuple[str, ...],
    today: datetime,
    kept: datetime | None,
    day: str,
    item: str,
    template: Path | None,
    output: Path | None,
) -> None:
    """Write the register, or a part of it, as a file; exit 1 if it has errors, or if nothing fits the choice.

    The file says what was chosen. The same register and the same choice give the same bytes.
    """
    # Imported here: these bring pandas, which --help does without.
    from scrutiny.analysis.choice import Choice, Meeting, about_newest  # noqa: PLC0415
    from scrutiny.exports.formats import file_name, make_file  # noqa: PLC0415
    from scrutiny.exports.templates import TemplateError  # noqa: PLC0415

    if template and form not in TEMPLATE_SETTINGS:
        raise click.BadParameter(f"{form} is made without a template", param_hint="--template")
    if named := os.environ.get(TEMPLATE_SETTINGS.get(form, "")):
        template = template or Path(named)
    register, _ = without_errors(data)
    if kept:
        register, today = _as_of(data, register, kept), kept
    require_known(inspections, (*register.inspections_by_id, ALL), "--inspection")
    require_known(themes, register.themes_by_id, "--theme")
    newest = about_newest(register).inspections if form in TEMPLATE_SETTINGS else ()
    choice = Choice(() if ALL in inspections else inspections or newest, themes)
    if why := choice.why_empty(register):
        click.echo(why, err=True)
        sys.exit(1)
    try:
        content = make_file(form, register, choice, today.date(), template, Meeting(day, item))
    except TemplateError as error:
        raise click.BadParameter(str(error), param_hint="--template") from error
    if form == "json" and not output:
        click.echo(content, nl=False)
        return
    path = output or Path(file_name(form, register, choice, today.date()))
    _write(content, path)
    if not output:
        click.echo(path)


def _write(content: bytes, path: Path) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise click.BadParameter(f"{path}: {error.strerror}", param_hint="--output") from error


def _as_of(data: Path, register: Register, day: datetime) -> Register:
    """Return the register as it was kept on a day or before it."""
    release = as_of(register.settings.releases, day.date())
    if release is None:
        raise click.BadParameter("nothing was kept on that day or before", param_hint="--as-of")
    try:
        return read_release(data, release)
    except ReleaseError as error:
        raise click.BadParameter(f"the release of {release.date} {error}", param_hint="--as-of") from error


if __name__ == "__main__":
    main(prog_name="python -m scrutiny")
