"""The command that lays the sentences of an inspection's documents beside the entries that quote them."""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import click

from scrutiny.commands.options import DATA, DOCUMENTS, require_known
from scrutiny.register.checks.context import Quotation, quotations
from scrutiny.register.loading import load, read_documents
from scrutiny.register.numbers import numbers_in
from scrutiny.register.paragraphs import Paragraphs
from scrutiny.register.quoting import find
from scrutiny.register.records import Document, Figure

_SENTENCE_END = re.compile(
    r"(?<!\bMr\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bMrs\.)(?:(?<=[.!?…])|(?<=[.!?…][”’\"')\]]))\s+(?=[A-Z“‘\"'(])"
    r"|\n(?=\s*(?:[•·–*-]|\(?\w{1,3}[.)])\s)"
)
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|March|April|May|June|July|Aug(?:ust)?|Sept(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|"
    r"Dec(?:ember)?)"
)
_NO_FIGURE = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}\b|\b{_MONTH} \d{{1,2}}\b(?!,\d)|\b(?:19|20)\d\d(?:[–/-]\d{{2,4}})?\b(?!,\d)"
    r"|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\b\d{1,2}[.:]\d\d ?[ap]m\b|\b24/7\b|\b0[\d ]{8,}|\[\d{1,3}\]|\bno\b|\bone\b"
    r"|^\s*\(?\d[\d.]*[.)]?\s|\b(?:paragraphs?|pages?|sections?|annex|note|table|chapter|part|phase|tier)"
    r" \d+",
    re.IGNORECASE | re.MULTILINE,
)
_BEFORE, _AFTER = re.compile(r"(?:\S+\s+){0,2}\S*\Z"), re.compile(r"\S*(?:\s+\S+){0,3}")


@dataclass(frozen=True)
class _Quoted:
    """Where in a paragraph words stand that an entry quotes, and whether they cover a number there."""

    id: str
    span: tuple[int, int]
    has_number: bool


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
    register = load(data).readable
    require_known([inspection], register.inspections_by_id, "INSPECTION")
    chosen = register.inspections_by_id[inspection]
    texts, problems = read_documents(replace(register, inspections=(chosen,)), documents)
    for problem in problems:
        click.echo(problem, err=True)
    quoted = [quotation for quotation in quotations(register) if quotation.is_readable]
    for document in chosen.documents:
        if text := texts.get(f"{inspection}.{document.id}"):
            own = [quotation for quotation in quoted if quotation.document == f"{inspection}.{document.id}"]
            click.echo("\n".join(_lines(document, text, own)))
    sys.exit(0 if texts else 1)


def _lines(document: Document, text: Paragraphs, quoted: list[Quotation]) -> Iterator[str]:
    yield f"{document.id}: {document.title}"
    sentences = covered = 0
    bare, numbers = [], []
    for place, words in text.items():
        here = list(_quoted(words, [quotation for quotation in quoted if quotation.place == place]))
        for start, end in _sentences(words):
            ids = dict.fromkeys(one.id for one in here if one.span[0] < end and start < one.span[1])
            sentences, covered = sentences + 1, covered + bool(ids)
            yield f"[{place.mark}] {' '.join(ids) or '-'}: {' '.join(words[start:end].split())}"
        if not here:
            bare.append(f"[{place.mark}]")
        numbers += [f"[{place.mark}] {number}" for number in _numbers(words, here)]
    yield f"{covered} of {sentences} sentences are quoted."
    yield f"Paragraphs without an entry: {', '.join(bare) or 'none'}"
    yield f"Numbers without a figure: {', '.join(numbers) or 'none'}"


def _quoted(text: str, quoted: list[Quotation]) -> Iterator[_Quoted]:
    for quotation in quoted:
        if match := find(quotation.words, text):
            has_number = isinstance(quotation.record, Figure) or quotation.path[0] in ("due", "measure")
            yield _Quoted(quotation.record.id, match.span(), has_number)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if " " in text[start : match.start()].strip():  # else it is the number of an item
            yield start, match.start()
            start = match.end()
    yield start, len(text)


def _numbers(text: str, quoted: list[_Quoted]) -> Iterator[str]:
    """Yield the numbers of a paragraph that count something and stand in no figure, each with the words around it."""
    taken = [match.span() for match in _NO_FIGURE.finditer(text)] + [one.span for one in quoted if one.has_number]
    for number in numbers_in(text):
        start, end = number.span
        if not any(first <= start and end <= last for first, last in taken):
            before, after = _BEFORE.search(text[:start]), _AFTER.match(text[end:])
            yield f"“{' '.join(f'{before and before[0]}{text[start:end]}{after and after[0]}'.split())}”"
