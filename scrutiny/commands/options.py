"""The options that several commands have."""

from collections.abc import Iterable
from pathlib import Path

import click

from scrutiny.register.loading import TOP_FILES
from scrutiny.register.problems import closest_match, shorten


def _with_register(_context: click.Context, _option: click.Parameter, folder: Path) -> Path:
    """Refuse a folder that has no file of a register, before anything is told of it or written into it."""
    if not any((folder / name).exists() for name in ("register.yaml", *TOP_FILES)):
        around = (folder / "data", *folder.resolve().parents)
        near = next((f" (did you mean {one}?)" for one in around if (one / "register.yaml").is_file()), "")
        raise click.BadParameter(f"{folder} has no register.yaml, and no other file of a register{near}")
    return folder


_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
DATA = click.option(
    "--data", type=_FOLDER, default="data", envvar="SCRUTINY_DATA", show_default=True, help="The register’s folder.",
    callback=_with_register,
)  # fmt: skip
DOCUMENTS = click.option(
    "--documents", type=_FOLDER, envvar="SCRUTINY_DOCUMENTS", help="A folder with the text of the documents."
)

DAY = click.DateTime(["%Y-%m-%d"])


def require_known(ids: Iterable[str], known: Iterable[str], option: str) -> None:
    """Refuse an id that the register does not have, and name the nearest that it has."""
    for name in ids:
        if name not in known:
            near = closest_match(name, known)
            hint = f" (did you mean {near!r}?)" if near else ""
            raise click.BadParameter(f"{shorten(name)} is not in the register{hint}", param_hint=option)
