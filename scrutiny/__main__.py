"""The command line: `python -m scrutiny check` and `python -m scrutiny export`."""

import sys
from pathlib import Path

import click

from scrutiny.exports.json import register_json
from scrutiny.register.loading import Outcome, load
from scrutiny.register.problems import Severity

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_DATA = click.option(
    "--data", type=_FOLDER, default="data", envvar="SCRUTINY_DATA", show_default=True, help="The register's folder."
)
_DOCUMENTS = click.option(
    "--documents", type=_FOLDER, envvar="SCRUTINY_DOCUMENTS", help="A folder with the text of the documents."
)


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
@click.option("--format", "form", type=click.Choice(["json"]), required=True, help="The form to write.")
@_DATA
@click.option("--output", type=click.Path(dir_okay=False, writable=True, path_type=Path), help="A file to write.")
def export(form: str, data: Path, output: Path | None) -> None:
    """Write the whole register as one document, stable in order; exit 1 if it has errors."""
    outcome = load(data)
    if outcome.register is None:
        for problem in outcome.errors:
            click.echo(f"{data / problem.file}{str(problem).removeprefix(problem.file)}", err=True)
        sys.exit(1)
    text = {"json": register_json}[form](outcome.register)
    if output:
        try:
            output.write_text(text, encoding="utf-8")
        except OSError as error:
            raise click.BadParameter(f"{output}: {error.strerror}", param_hint="--output") from error
    else:
        click.echo(text, nl=False)


def _tally(outcome: Outcome, with_documents: bool) -> str:
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
