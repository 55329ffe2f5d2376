"""The command that writes the schemas by which editors complete and check the files of the register."""

import json
import re
from pathlib import Path

import click

from scrutiny.commands.options import DATA
from scrutiny.register.schema import FILES, file_schema

FOLDER = "schema"
_NAMED = re.compile(r"^# yaml-language-server:", re.MULTILINE)


@click.command(epilog="Example: python -m scrutiny schema")
@DATA
def schema(data: Path) -> None:
    """Write a JSON Schema for each file into the folder “schema”, and the line into each file by which editors find it.

    The extension YAML of Visual Studio Code, and other editors, then complete fields and mark slips as you type.
    """
    write_schemas(data)
    for path in sorted([*data.glob("*.yaml"), *data.glob("inspections/*/*.yaml")]):
        if path.name in FILES and not _NAMED.search(text := path.read_bytes().decode("utf-8")):
            path.write_bytes(with_schema(text, path, data).encode("utf-8"))
            click.echo(path)


def write_schemas(data: Path) -> None:
    """Write all schemas; they are the program's own, and written anew each time."""
    (data / FOLDER).mkdir(exist_ok=True)
    for name in FILES:
        text = json.dumps(file_schema(name), ensure_ascii=False, indent=1) + "\n"
        (data / FOLDER / f"{Path(name).stem}.json").write_text(text, encoding="utf-8")


def with_schema(text: str, path: Path, data: Path) -> str:
    """Return the text of a file with the line that names its schema, below what it says first of itself."""
    up = "../" * (len(path.relative_to(data).parts) - 1)
    line = f"# yaml-language-server: $schema={up}{FOLDER}/{path.stem}.json"
    return re.sub(r"\A(?:#.*\n)?", rf"\g<0>{line}\n", text, count=1)
