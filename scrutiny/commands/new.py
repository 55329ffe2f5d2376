"""The commands that begin a register, an inspection and its entries, filled in as far as documents tell."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from scrutiny.commands.commented import comment, fields, items, meaning, meanings
from scrutiny.commands.entries_of import INSPECTORS, figures_of, recommendations_of
from scrutiny.commands.options import DATA, DOCUMENTS, require_known
from scrutiny.commands.schema import with_schema, write_schemas
from scrutiny.commands.told_by import document_of, write_copy
from scrutiny.register import records
from scrutiny.register.checks.ids import FOLDER
from scrutiny.register.files import DRAFT, ENTRIES, ENTRY_FILES
from scrutiny.register.loading import TOP_FILES, load, read_documents
from scrutiny.register.records import Inspection, Recommendation, Record
from scrutiny.register.source_map import DEFAULTS
from scrutiny.register.vocabulary import BodyKind, Voice

_OURS = Path(__file__).parents[2] / "data"
_TAKEN_OVER = ("themes.yaml", "question_templates.yaml")
"""The files with which a new register begins, as they are about no single force."""

_DRAFT = f"{DRAFT}: true  # delete this line when all is finished; until then no reader sees it"


@click.group(epilog="Example: python -m scrutiny new inspection 2030-example reply.pdf")
def new() -> None:
    """Begin a register, an inspection or its entries; nothing that is there is written over."""


@new.command("register", epilog='Example: python -m scrutiny new register FOLDER --area Kent --force "Kent Police"')
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--area", required=True, help="The area, in the words people use.")
@click.option("--force", required=True, help="The name of the police force.")
def new_register(folder: Path, area: str, force: str) -> None:
    """Begin a register in FOLDER, with the themes and the wordings of questions that are in use here."""
    name = re.sub(r"\W+", "_", force.lower())
    bodies = [
        (name, BodyKind.POLICE, force, f"The police force for {area}."),
        ("pcc", BodyKind.COMMISSIONER, f"Police and Crime Commissioner for {area}", "The office that must answer."),
        ("panel", BodyKind.PUBLIC, f"{area} Police and Crime Panel", "Those who hold the Commissioner to account."),
    ]
    settings = {"area": area, "force": name, "commissioner": "pcc", "panel": "panel"}
    named = [dict(zip(("id", "kind", "name", "description"), body, strict=True)) for body in bodies]
    files = {file: [*_head(model), "[]"] for file, model in TOP_FILES.items()}
    files |= {file: _taken_over(file) for file in _TAKEN_OVER}
    files["bodies.yaml"] = [*_head(records.Body), *items(records.Body, named)]
    files["register.yaml"] = [_DRAFT, *_explained(records.Settings, settings)]
    _write(folder, files)
    (folder / "inspections").mkdir(exist_ok=True)
    write_schemas(folder)


@new.command("inspection", epilog="Example: python -m scrutiny new inspection 2030-example reply.pdf")
@click.argument("inspection")
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@DATA
def new_inspection(inspection: str, files: tuple[Path, ...], data: Path) -> None:
    """Begin an INSPECTION, named <year>-<subject>, from the FILES of its documents as text, PDF or Word.

    Beside each that is no plain text its marked copy is written, unless it is there.
    """
    if not FOLDER.fullmatch(inspection):
        raise click.BadParameter(f"{inspection} is not named like 2017-child-protection", param_hint="INSPECTION")
    documents: list[dict[str, Any]] = []
    for path in files:
        try:
            told = document_of(path)
        except ValueError as error:
            raise click.BadParameter(f"{path} {error}", param_hint="FILES") from error
        same = sum(document["kind"] == told["kind"] for document in documents)
        documents.append(told | {"id": f"{told['id']}_{same + 1}" if same else told["id"]})
    listed = [*meanings(records.Document), *items(records.Document, documents or [{}])]
    lines = [_DRAFT, *_explained(Inspection, {}), *(f"  {line}" for line in listed)]
    _write(data, {f"inspections/{inspection}/inspection.yaml": lines})
    for copy in filter(None, map(write_copy, files)):
        click.echo(copy)


@new.command("entries", epilog="Example: python -m scrutiny new entries 2030-example --documents DIR")
@click.argument("inspection")
@DATA
@DOCUMENTS
def new_entries(inspection: str, data: Path, documents: Path | None) -> None:
    """Begin the files of an INSPECTION's entries, filled in as far as its documents tell.

    With these at hand, there is a figure for each number, and each recommendation that is called one.
    """
    register = load(data).readable
    require_known([inspection], register.inspections_by_id, "INSPECTION")
    chosen = register.inspections_by_id[inspection]
    texts = read_documents(replace(register, inspections=(chosen,)), documents)[0] if documents else {}
    told = {records.Figure: figures_of(chosen, texts), Recommendation: recommendations_of(chosen, texts)}
    files = {}
    for name, model in ENTRY_FILES.items():
        shared = _shared(model, chosen)
        found = [{field: value for field, value in one.items() if field not in shared} for one in told.get(model, ())]
        listed = list(items(model, found, shared))
        if shared:
            head = [f"  {line}" for _, line in fields(model, shared, model.model_fields)]
            listed = [f"{DEFAULTS}:", *head, f"{ENTRIES}:{'' if found else ' []'}", *listed]
        files[f"inspections/{inspection}/{name}"] = [*_head(model), *(listed or ["[]"])]
    _write(data, files)


def _taken_over(file: str) -> list[str]:
    lines = (_OURS / file).read_text("utf-8").splitlines()
    return [line for line in lines if not line.startswith("# yaml-language-server:")]


def _shared(model: type[Record], inspection: Inspection) -> dict[str, Any]:
    """Return what most entries of a file have in common, as far as the inspection tells."""
    read = [document for document in inspection.documents if document.held]
    if model is Recommendation:
        read = [document for document in read if document.kind in INSPECTORS] or read
    shared = {} if inspection.is_placeholder("scope") else {"scope": str(inspection.scope)}
    if len(read) == 1:
        (document,) = read
        own = Voice.REPORTED if model in (records.Finding, Recommendation) else Voice.RESPONDENT
        shared |= {"document": document.id}
        shared |= {"voice": str(Voice.INSPECTORATE if document.kind in INSPECTORS else own)}
        if model is records.Commitment and document.body:
            shared |= {"by": document.body}
    return shared


def _explained(model: type[Record], values: dict[str, Any]) -> Iterator[str]:
    """Yield a record with the meaning of each field above it."""
    lines = dict(fields(model, values))
    for name in model.field_order():
        yield from meaning(model, name)
        if name in lines:
            yield from lines[name].splitlines()


def _head(model: type[Record]) -> Iterator[str]:
    """Yield what a list of records is, and what each of their fields means."""
    yield from comment((model.__doc__ or "").splitlines()[0])
    yield "# Each has these fields, in this order:"
    yield from meanings(model)


def _write(data: Path, files: Mapping[str, Iterable[str]]) -> None:
    """Write files of a register, unless one of them is there."""
    for path in (data / name for name in files):
        if path.exists():
            raise click.BadParameter(f"{path} is there already; nothing was written")
    for name, lines in files.items():
        path = data / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(with_schema("\n".join([*lines, ""]), path, data), encoding="utf-8")
        click.echo(path)
