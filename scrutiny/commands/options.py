"""The options that several commands have."""

from pathlib import Path

import click

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
DATA = click.option(
    "--data", type=_FOLDER, default="data", envvar="SCRUTINY_DATA", show_default=True, help="The register's folder."
)
DOCUMENTS = click.option(
    "--documents", type=_FOLDER, envvar="SCRUTINY_DOCUMENTS", help="A folder with the text of the documents."
)
