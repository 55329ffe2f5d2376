"""The command that lays the sentences of an inspection's documents beside the entries that quote them."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click

from scrutiny.commands.in_text import around, countable, sentences
from scrutiny.commands.options import DATA, DOCUMENTS, require_known
from scrutiny.commands.registers import located
from scrutiny.register.checks.context import Quotation, quotations
from scrutiny.register.loading import load, read_documents
from scrutiny.register.paragraphs import Paragraphs
from scrutiny.register.quoting import find
from scrutiny.register.records import Document, Figure, Inspection


@click.command(epilog="Example: python -m scrutiny coverage 2030-example --documents DIR")
@click.argument("inspection")
@DATA
@DOCUMENTS
def coverage(inspection: str, data: Path, documents: Path | None) -> None:
    """Print each sentence of an INSPECTION's documents with the entries that quote it; exit 1 if none is at hand.

    Below each document stand the paragraphs without an entry, and the numbers without a figure. A sentence without an
    entry may be right: a greeting, a repeat. Decide for each, and be able to say why.
    """
    if not documents:
        raise click.UsageError("name the folder with the text of the documents: --documents DIR")
    outcome = load(data)
    register = outcome.readable
    require_known([inspection], register.inspections_by_id, "INSPECTION")
    chosen = register.inspections_by_id[inspection]
    texts, problems = read_documents(replace(register, inspections=(chosen,)), documents)
    for problem in problems:
        click.echo(problem, err=True)
    for problem in outcome.problems:
        is_whole_file = problem.rule == "yaml" and not (problem.entry or problem.field)
        if is_whole_file and problem.file.startswith(f"inspections/{inspection}/"):
            click.echo(f"{located(data, problem)}; nothing of this file is shown", err=True)
    quoted = [quotation for quotation in quotations(register) if quotation.is_readable]
    for document in chosen.documents:
        if text := texts.get(f"{inspection}.{document.id}"):
            own = [quotation for quotation in quoted if quotation.document == f"{inspection}.{document.id}"]
            click.echo("\n".join(_lines(document, text, own)))
    sys.exit(0 if texts else 1)


def _lines(document: Document, text: Paragraphs, quoted: list[Quotation]) -> Iterator[str]:
    yield f"{document.id}: {document.title}"
    all_of_them = covered = 0
    bare, numbers = [], []
    for place in dict.fromkeys(block.place for block in text.blocks if block.place):  # a table where it stands
        words = text[place]
        here = list(_quoted(words, [quotation for quotation in quoted if quotation.place == place]))
        for start, end in sentences(words):
            ids = dict.fromkeys(name for name, begins, ends, _ in here if begins < end and start < ends)
            all_of_them, covered = all_of_them + 1, covered + bool(ids)
            yield f"[{place.mark}] {' '.join(ids) or '-'}: {' '.join(words[start:end].split())}"
        if not here:
            bare.append(f"[{place.mark}]")
        for start, end in (number.span for number in countable(words)):
            if not any(has_number and begins <= start and end <= ends for _, begins, ends, has_number in here):
                numbers.append(f"[{place.mark}] “{around(words, start, end)}”")
    yield f"{covered} of {all_of_them} sentences are quoted."
    yield f"Paragraphs without an entry: {', '.join(bare) or 'none'}"
    yield f"Numbers without a figure: {', '.join(numbers) or 'none'}"


def _quoted(text: str, quoted: list[Quotation]) -> Iterator[tuple[str, int, int, bool]]:
    """Yield the id of each quotation in a paragraph, where it begins and ends, and whether it covers a number."""
    for quotation in quoted:
        if match := find(quotation.words, text):
            has_number = isinstance(quotation.record, Figure) or quotation.path[0] in ("due", "measure")
            name = "grade" if isinstance(quotation.record, Inspection) else quotation.record.id
            yield name, *match.span(), has_number
