"""The options that several commands have."""

from collections.abc import Iterable
from pathlib import Path

import click

from scrutiny.register.problems import closest_match, shorten

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
DATA = click.option(
    "--data", type=_FOLDER, default="data", envvar="SCRUTINY_DATA", show_default=True, help="The register's folder."
)
DOCUMENTS = click.option(
    "--documents", type=_FOLDER, envvar="SCRUTINY_DOCUMENTS", help="A folder with the text of the documents."
)


def require_known(ids: Iterable[str], known: Iterable[str], option: str) -> None:
    """Refuse an id that the register does not have, and name the nearest that it has."""
    for name in ids:
        if name not in known:
            near = closest_match(name, known)
            hint = f" (did you mean {near!r}?)" if near else ""
            raise click.BadParameter(f"{shorten(name)} is not in the register{hint}", param_hint=option)
