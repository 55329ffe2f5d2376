"""The command that checks a register, explains its rules, and mends what has one right answer."""

import json
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import fields, replace
from pathlib import Path

import click

from scrutiny.commands.explain import explain
from scrutiny.commands.mend import mend
from scrutiny.commands.options import DATA, DOCUMENTS
from scrutiny.commands.registers import located
from scrutiny.register.loading import LoadResult, load
from scrutiny.register.problems import Problem
from scrutiny.register.releases import release_problems

_PAUSE = 0.5
"""Seconds between two looks at the files."""


@click.command(
    epilog="Examples: python -m scrutiny check --documents DIR; python -m scrutiny check --explain excerpts_are_short"
)
@DATA
@DOCUMENTS
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "json"]),
    default="text",
    show_default=True,
    help="How to print: for a reader, as notes of a GitHub workflow, or as JSON.",
)
@click.option("--explain", "rule", metavar="RULE", help="Say what a rule asks for, with the guide, and check nothing.")
@click.option("--watch", is_flag=True, help="Check again whenever a file is saved, until Ctrl and C are pressed.")
@click.option("--fix", is_flag=True, help="Mend paragraph numbers and the order of fields first, and show each change.")
def check(data: Path, documents: Path | None, form: str, rule: str | None, *, watch: bool, fix: bool) -> None:
    """Print every problem with its file, its line and its rule; exit 1 if there are errors."""
    if rule:
        click.echo(explain(rule, data))
        return
    folders = [data, *filter(None, [documents])]
    seen = _state(folders) if watch else {}
    outcome = _checked(data, documents)
    if fix:
        for change in mend(data, outcome.problems):
            click.echo(change, nl=False, err=form != "text")
        outcome = _checked(data, documents)
    click.echo(_FORMS[form](data, outcome, bool(documents)))
    while watch:
        time.sleep(_PAUSE)
        if (now := _state(folders)) != seen:
            seen = now
            click.clear()
            click.echo(_FORMS[form](data, _checked(data, documents), bool(documents)))
    sys.exit(1 if outcome.errors else 0)


def _checked(data: Path, documents: Path | None) -> LoadResult:
    """Check the register, and the releases of earlier days with it."""
    outcome = load(data, documents)
    problems = (*outcome.problems, *release_problems(data, outcome.readable.settings))
    return replace(outcome, problems=tuple(sorted(problems)))


def _state(folders: Iterable[Path]) -> dict[str, float]:
    """Return when each file was last saved; one that is just being replaced is not there."""
    found = {}
    for folder in folders:
        for path in folder.rglob("*"):
            with suppress(OSError):
                found[str(path)] = path.stat().st_mtime
    return found


def _as_text(data: Path, outcome: LoadResult, has_documents: bool) -> str:
    lines = [f"{located(data, problem)} [{problem.rule}]" for problem in outcome.problems]
    errors = len(outcome.errors)
    counts = [
        _count(outcome.entries, "entry", "entries"),
        _count(errors, "error", "errors"),
        _count(len(outcome.problems) - errors, "warning", "warnings"),
    ]
    if has_documents:
        counts.append(f"{outcome.verified} of {outcome.quotations} quotations verified word for word")
    return "\n".join([*lines, ", ".join(counts)])


def _as_github(data: Path, outcome: LoadResult, _: bool) -> str:
    """Write workflow commands, as GitHub's documentation of them has it."""
    return "\n".join(
        f"::{problem.severity} file={_escaped((data / problem.file).as_posix(), ':,')},line={problem.line},"
        f"title={problem.rule}::{_escaped(problem.sentence)}"
        for problem in outcome.problems
    )


def _escaped(text: str, more: str = "") -> str:
    return "".join(f"%{ord(letter):02X}" if letter in f"%\r\n{more}" else letter for letter in text)


def _as_json(data: Path, outcome: LoadResult, _: bool) -> str:
    names = [field.name for field in fields(Problem) if field.name != "fix"]
    problems = [
        {name: getattr(problem, name) for name in names} | {"file": (data / problem.file).as_posix()}
        for problem in outcome.problems
    ]
    counts = {name: getattr(outcome, name) for name in ("entries", "quotations", "verified")}
    return json.dumps({"problems": problems, **counts, "errors": len(outcome.errors)}, indent=2)


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


_FORMS: Mapping[str, Callable[[Path, LoadResult, bool], str]] = {
    "text": _as_text, "github": _as_github, "json": _as_json
}  # fmt: skip
