"""The registers that commands read: a folder without errors; to compare, a release or a revision in git as well."""

import sys
from pathlib import Path

import click

from scrutiny.register.loading import LoadResult, load
from scrutiny.register.problems import Problem
from scrutiny.register.register import Register
from scrutiny.register.releases import ReleaseError, load_release, read_revision


def without_errors(data: Path) -> tuple[Register, LoadResult]:
    """Return the register of a folder, and what came of reading it; errors are printed, and end the program with 1."""
    outcome = load(data)
    for problem in outcome.errors:
        click.echo(located(data, problem), err=True)
    if outcome.register is None:
        sys.exit(1)
    return outcome.register, outcome


def located(data: Path, problem: Problem) -> str:
    """Return a problem in a line that begins with the path of its file, so that a terminal can lead to it."""
    return f"{data / problem.file}{str(problem).removeprefix(problem.file)}"


def readable(name: str, data: Path) -> Register:
    """Return what can be read of a register: a folder, a release of `data` by its day, or a revision of it in git."""
    outcome = _found(name, data)
    if outcome.errors:
        click.echo(f"{name} has errors, and is compared as far as it can be read.", err=True)
    return outcome.readable


def _found(name: str, data: Path) -> LoadResult:
    if Path(name).is_dir():
        return load(Path(name))
    days = {str(one.date): one for one in load(data).readable.settings.releases}
    kept = days.get(name)
    try:
        return load_release(data, kept) if kept else read_revision(data, name)
    except ReleaseError as error:
        others = f" and none of the days that were kept ({', '.join(days)})" if days else ""
        raise click.BadParameter(f"{name} {error}" if kept else f"{name} is no folder{others}, and {error}") from error
