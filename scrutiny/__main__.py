"""The command line: `python -m scrutiny check` and `python -m scrutiny export`."""

import sys
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scrutiny.exports.formats import FORMATS, file_name, pptx
from scrutiny.register.loading import LoadResult, load
from scrutiny.register.problems import Severity, closest_match, shorten
from scrutiny.register.register import Register

if TYPE_CHECKING:  # it brings pandas with it, which is slow to load
    from scrutiny.analysis.choice import Choice

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_FILE = click.Path(dir_okay=False, writable=True, path_type=Path)
_DAY = click.DateTime(["%Y-%m-%d"])
_DATA = click.option(
    "--data", type=_FOLDER, default="data", envvar="SCRUTINY_DATA", show_default=True, help="The register's folder."
)
_DOCUMENTS = click.option(
    "--documents", type=_FOLDER, envvar="SCRUTINY_DOCUMENTS", help="A folder with the text of the documents."
)
_FORMS = "; ".join(f"{name}: {form.what}" for name, form in FORMATS.items())


@click.group()
def main() -> None:
    """Check a register of inspection findings, and write it out."""


@main.command()
@_DATA
@_DOCUMENTS
def check(data: Path, documents: Path | None) -> None:
    """Print every problem with its file and line; exit 1 if there are errors."""
    outcome = load(data, documents)
    for problem in outcome.problems:
        click.echo(f"{data / problem.file}{str(problem).removeprefix(problem.file)}")
    click.echo(_tally(outcome, documents is not None))
    sys.exit(1 if outcome.errors else 0)


@main.command()
@click.option("--format", "form", type=click.Choice(list(FORMATS)), required=True, help=f"{_FORMS}.")
@_DATA
@click.option("--inspection", "inspections", multiple=True, metavar="ID", help="Only this inspection; may be repeated.")
@click.option("--theme", "themes", multiple=True, metavar="ID", help="Only this theme; may be repeated.")
@click.option(
    "--today",
    type=_DAY,
    metavar="DATE",
    default=datetime.now,
    envvar="SCRUTINY_TODAY",
    help="The day to go by.  [today]",
)
@click.option(
    "--output", type=_FILE, help="A file to write. Without it JSON is printed, and other files get a name of their own."
)
@click.option(
    "--template",
    type=click.Path(path_type=Path),
    metavar="FILE",
    envvar="SCRUTINY_SLIDES_TEMPLATE",
    help="For pptx: a template with the layouts of ours.",
)
def export(
    form: str,
    data: Path,
    inspections: tuple[str, ...],
    themes: tuple[str, ...],
    today: datetime,
    output: Path | None,
    template: Path | None,
) -> None:
    """Write the register, or a part of it, as a file; exit 1 if it has errors.

    The file says what was chosen. The same register and the same choice give the same bytes.
    """
    from scrutiny.analysis.choice import Choice  # noqa: PLC0415  # brings pandas, which --help does without

    outcome = load(data)
    if outcome.register is None:
        for problem in outcome.errors:
            click.echo(f"{data / problem.file}{str(problem).removeprefix(problem.file)}", err=True)
        sys.exit(1)
    register = outcome.register
    _known(inspections, register.inspections_by_id, "--inspection")
    _known(themes, register.themes_by_id, "--theme")
    choice, made = Choice(inspections, themes), FORMATS[form]
    if form == "pptx":
        content = _slides(register, choice, today.date(), template)
    else:
        content = made.make(register, choice, today.date())
    if made.text and not output:
        click.echo(content, nl=False)
        return
    path = output or Path(file_name(made, choice, today.date()))
    try:
        path.write_bytes(content)
    except OSError as error:
        raise click.BadParameter(f"{path}: {error.strerror}", param_hint="--output") from error
    if not output:
        click.echo(path)


def _slides(register: Register, choice: "Choice", today: date, template: Path | None) -> bytes:
    """Return the deck, or refuse a template that it cannot be written on."""
    from scrutiny.exports.powerpoint.template import TemplateError  # noqa: PLC0415  # brings python-pptx

    try:
        return pptx(register, choice, today, template)
    except TemplateError as error:
        raise click.BadParameter(str(error), param_hint="--template") from error


def _known(ids: Iterable[str], known: Iterable[str], option: str) -> None:
    """Refuse an id that the register does not have, and name the nearest that it has."""
    for name in ids:
        if name not in known:
            near = closest_match(name, known)
            hint = f" (did you mean {near!r}?)" if near else ""
            raise click.BadParameter(f"{shorten(name)} is not in the register{hint}", param_hint=option)


def _tally(outcome: LoadResult, with_documents: bool) -> str:
    """Count entries and problems in one line."""
    warnings = sum(problem.severity is Severity.WARNING for problem in outcome.problems)
    errors = len(outcome.errors)
    parts = [_count(outcome.entries, "entry", "entries"), _count(errors, "error"), _count(warnings, "warning")]
    if with_documents:
        parts.append(f"{outcome.verified} of {outcome.quotations} quotations verified word for word")
    return ", ".join(parts)


def _count(number: int, one: str, many: str | None = None) -> str:
    """Put a number before its noun, singular or plural."""
    return f"{number} {one if number == 1 else many or one + 's'}"


if __name__ == "__main__":
    main(prog_name="python -m scrutiny")
