"""The registers that a command compares: a folder, a release, or a revision of one in git."""

from pathlib import Path

import click

from scrutiny.register.loading import LoadResult, load
from scrutiny.register.register import Register
from scrutiny.register.releases import ReleaseError, load_release, read_revision


def readable(name: str, data: Path) -> Register:
    """Return what can be read of a register: a folder, a release of `data` by its day, or a revision of it in git."""
    outcome = _found(name, data)
    if outcome.errors:
        click.echo(f"{name} has errors, and is compared as far as it can be read.", err=True)
    return outcome.readable


def _found(name: str, data: Path) -> LoadResult:
    if Path(name).is_dir():
        return load(Path(name))
    kept = next((one for one in load(data).readable.settings.releases if str(one.date) == name), None)
    try:
        return load_release(data, kept) if kept else read_revision(data, name)
    except ReleaseError as error:
        raise click.BadParameter(f"{name} {error}" if kept else f"{name} is no folder, and {error}") from error
