"""The registers that a command compares: a folder, or a revision of one in git."""

import io
import subprocess
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import click

from scrutiny.register.loading import load
from scrutiny.register.register import Register


def readable(name: str, data: Path) -> Register:
    """Return what can be read of the register in a folder or, if there is none, in a revision of the folder `data`."""
    if Path(name).is_dir():
        return _read(Path(name), name)
    git = which("git")
    if not git:
        raise click.BadParameter(f"{name} is no folder, and git is not installed")
    command = [git, "-C", str(data), "archive", "--format=zip", name]
    archive = subprocess.run(command, capture_output=True, check=False)  # noqa: S603  # git tells what is no revision
    if archive.returncode:
        told = archive.stderr.decode(errors="replace").strip().removeprefix("fatal: ")
        raise click.BadParameter(f"{name} is no folder, and git says: {told}")
    with TemporaryDirectory() as folder, ZipFile(io.BytesIO(archive.stdout)) as files:
        files.extractall(folder)
        return _read(Path(folder), name)


def _read(folder: Path, name: str) -> Register:
    outcome = load(folder)
    if outcome.errors:
        click.echo(f"{name} has errors, and is compared as far as it can be read.", err=True)
    return outcome.readable
