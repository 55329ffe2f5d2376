"""From a folder of YAML files to a register, or to the list of all that is wrong with it."""

import gc
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Any

from scrutiny.register.checks import Parts, check, quotations_stand_in_their_paragraph
from scrutiny.register.files import FileContent, Kept
from scrutiny.register.invisible import first_invisible
from scrutiny.register.paragraphs import Place, paragraphs
from scrutiny.register.placeholders import PLACEHOLDER_SETTINGS
from scrutiny.register.problems import Problem, Severity, closest_match
from scrutiny.register.reading import read_text
from scrutiny.register.records import (
    Action,
    Body,
    Commitment,
    Event,
    Figure,
    Finding,
    Inspection,
    Pair,
    Question,
    Record,
    Settings,
    Term,
    Theme,
)
from scrutiny.register.register import Register, chronological

TOP_FILES: dict[str, type[Record]] = {
    "themes.yaml": Theme,
    "bodies.yaml": Body,
    "glossary.yaml": Term,
    "events.yaml": Event,
    "pairs.yaml": Pair,
    "questions.yaml": Question,
}
ENTRY_FILES: dict[str, type[Record]] = {
    "findings.yaml": Finding,
    "actions.yaml": Action,
    "commitments.yaml": Commitment,
    "figures.yaml": Figure,
}


_ENDINGS = (".yaml", ".yml")


@dataclass(frozen=True)
class LoadResult:
    """What came of reading a folder: a register, unless there are errors; and every problem, sorted.

    `digest` is the SHA-256 of the files' names and of what stands in them.
    """

    register: Register | None
    problems: tuple[Problem, ...]
    entries: int
    quotations: int
    verified: int
    digest: str = ""

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep the register from being served."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)


def load(data: Path, documents: Path | None = None, kept: Kept | None = None) -> LoadResult:
    """Read and check a whole register; with a folder of documents, check every excerpt word for word.

    All problems of all files are reported at once. Nothing is raised for anything that the files hold. With what was
    `kept` of a reading before, only files that have changed since are read, and only what they may bear on is checked.
    """
    with gc_paused():
        return _loaded(data, documents, kept or Kept())


def _loaded(data: Path, documents: Path | None, kept: Kept) -> LoadResult:
    """Read and check a register, as `load` says."""
    reader = _Reader(data, kept)
    top, inspections = reader.top(), reader.inspections()
    reads = [*top.values(), *chain.from_iterable(inspections.values())]
    kept.forget_others({read.file for read in reads})
    register = _register(top, inspections)
    texts, missing = _texts(register, documents) if documents else ({}, [])
    checked = check(Parts(register, top, inspections, texts), kept.checks if not documents else {})
    problems = sorted(
        {*reader.problems, *missing, *chain.from_iterable(read.problems for read in reads), *checked.problems}
    )
    broken = any(problem.severity is Severity.ERROR for problem in problems)
    return LoadResult(
        None if broken else register,
        tuple(problems),
        entries=len(register.entries) + len(register.events),
        quotations=checked.quotations,
        verified=checked.at_hand
        - sum(problem.rule == quotations_stand_in_their_paragraph.__name__ for problem in problems),
        digest=_digest(reads),
    )


@contextmanager
def gc_paused() -> Iterator[None]:
    """Put off Python's search for garbage: among so many new records, of which none is any, it takes most time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _register(top: Mapping[str, FileContent], inspections: Mapping[str, tuple[FileContent, ...]]) -> Register:
    """Put together what was read, as far as it was."""
    settings = top["register.yaml"].records
    return Register(
        settings=settings[0] if settings else PLACEHOLDER_SETTINGS,
        themes=top["themes.yaml"].records,
        bodies=top["bodies.yaml"].records,
        glossary=top["glossary.yaml"].records,
        inspections=chronological([one for about, *_ in inspections.values() for one in about.records]),
        entries=tuple(entry for _, *reads in inspections.values() for read in reads for entry in read.records),
        events=top["events.yaml"].records,
        pairs=top["pairs.yaml"].records,
        questions=top["questions.yaml"].records,
    )


def _digest(reads: Iterable[FileContent]) -> str:
    """Give the SHA-256 of the names of files and of what stands in them."""
    digest = sha256()
    for read in sorted(reads, key=lambda read: read.file):
        digest.update(f"{read.file} {read.digest.hex()}\n".encode())
    return digest.hexdigest()


class _Reader:
    """Reads the files of one folder, keeping what was read of each and what is wrong beside them."""

    def __init__(self, data: Path, kept: Kept) -> None:
        self.data = data
        self.problems: list[Problem] = []
        self._kept = kept
        self._links = {"": False}

    def top(self) -> dict[str, FileContent]:
        """Read the files that are about the register as a whole."""
        settings = self._file("register.yaml", Settings, is_list=False)
        reads = {name: self._file(name, model, is_list=True) for name, model in TOP_FILES.items()}
        self._strays(Path(), {"register.yaml", *TOP_FILES})
        return {"register.yaml": settings, **reads}

    def inspections(self) -> dict[str, tuple[FileContent, ...]]:
        """Read the files of each inspection, the inspection itself before its entries."""
        return {folder.name: self._inspection(folder) for folder in self._folders()}

    def _inspection(self, folder: Path) -> tuple[FileContent, ...]:
        """Read the files of one inspection."""
        name = folder.name
        inspection = self._file(f"{folder.as_posix()}/inspection.yaml", Inspection, is_list=False, id=name)
        entries = [
            self._file(f"{folder.as_posix()}/{file}", model, is_list=True, inspection=name)
            for file, model in ENTRY_FILES.items()
        ]
        self._strays(folder, {"inspection.yaml", *ENTRY_FILES})
        return inspection, *entries

    def _file(self, file: str, model: type[Record], *, is_list: bool, **given: str) -> FileContent:
        """Read one file; one of another folder is a problem."""
        path = self.data / file
        if self._leads_out(path, file):
            message = "leads out of the register's folder; put the file itself here"
            return FileContent(file, problems=(Problem(file, 1, "", "", message, "link"),), is_unread=True)
        return self._kept.read(path, file, model, is_list=is_list, **given)

    def _folders(self) -> list[Path]:
        """Give the folder of each inspection, relative to the data."""
        root = self.data / "inspections"
        try:
            folders = [path.name for path in sorted(root.iterdir()) if path.is_dir() and self._is_named(path)]
        except FileNotFoundError:
            self._problem("inspections", 1, "folder", "is missing; it holds one folder for each inspection")
            return []
        except OSError as error:
            self._problem("inspections", 1, "folder", f"cannot be read: {error.strerror}")
            return []
        return [Path("inspections", name) for name in folders]

    def _strays(self, folder: Path, known: set[str]) -> None:
        """Report files that nothing reads, such as a name that was mistyped."""
        try:
            found = sorted(entry.name for entry in os.scandir(self.data / folder) if entry.name.endswith(_ENDINGS))
        except OSError:  # told by the files that are missed in this folder
            return
        for name in found:
            if name not in known and not name.startswith(".") and self._is_named(self.data / folder / name):
                file, hint = (folder / name).as_posix(), closest_match(name, known)
                self._problem(file, 1, "file", "is not a file of the register", value=name, nearest=hint)

    def _is_named(self, path: Path) -> bool:
        """Report a name that cannot be shown as it is; nothing else is said of what bears it."""
        unseen = first_invisible(path.name)
        if unseen:
            shown = ascii(path.relative_to(self.data).as_posix())[1:-1]
            self._problem(shown, 1, "file", f"has an invisible character ({unseen}) in its name; name it anew")
        return not unseen

    def _leads_out(self, path: Path, file: str) -> bool:
        """Tell whether a file or the folder around it is a link to what is not part of the register."""
        if not (path.is_symlink() or self._is_behind_link(file.rpartition("/")[0])):
            return False
        try:
            return not path.resolve().is_relative_to(self.data.resolve())
        except (OSError, RuntimeError):  # links in a circle: told when the file is read
            return False

    def _is_behind_link(self, folder: str) -> bool:
        """Tell whether a folder of the register, or one around it, is a link."""
        if folder not in self._links:
            around = folder.rpartition("/")[0]
            self._links[folder] = (self.data / folder).is_symlink() or self._is_behind_link(around)
        return self._links[folder]

    def _problem(self, file: str, line: int, rule: str, message: str, **more: Any) -> None:
        self.problems.append(Problem(file, line, "", "", message, rule, **more))


def _texts(register: Register, folder: Path) -> tuple[dict[tuple[str, str], dict[Place, str]], list[Problem]]:
    """Read the paragraphs of every document that is held and at hand; warn of those that are not."""
    texts: dict[tuple[str, str], dict[Place, str]] = {}
    problems = []
    for inspection, document in register.documents():
        if not document.held or not document.file:
            continue
        try:
            texts[inspection.id, document.id] = paragraphs(read_text(folder / Path(document.file).name))
        except ValueError as error:
            origin, index = inspection.origin, inspection.documents.index(document)
            message = f"{document.file} {error} in the folder of documents; its excerpts are not verified"
            line = origin.line("documents", index, "file")
            problems.append(
                Problem(origin.file, line, document.id, "file", message, "documents_at_hand", Severity.WARNING)
            )
    return texts, problems
