"""From a folder of YAML files to a register, or to the list of all that is wrong with it."""

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from scrutiny.register import records
from scrutiny.register.checks.context import Draft, quotations, texts_with_paths
from scrutiny.register.checks.rules import check
from scrutiny.register.checks.wording import quotations_stand_in_their_paragraph
from scrutiny.register.drafts import drafts_of, in_a_draft, published, tell_drafts
from scrutiny.register.files import ENTRY_FILES, FileContent, read_file, read_lists
from scrutiny.register.invisible import find_invisible
from scrutiny.register.paragraphs import Paragraphs
from scrutiny.register.placeholders import placeholder_settings
from scrutiny.register.problems import Problem, Severity, closest_match
from scrutiny.register.reading import read_text
from scrutiny.register.records import Record
from scrutiny.register.register import Register, chronological

TOP_FILES: dict[str, type[Record]] = {
    "themes.yaml": records.Theme,
    "bodies.yaml": records.Body,
    "glossary.yaml": records.Term,
    "events.yaml": records.Event,
    "pairs.yaml": records.Pair,
    "highlights.yaml": records.Highlight,
    "questions.yaml": records.Question,
    "question_templates.yaml": records.QuestionTemplate,
}
OPTIONAL_FILES: dict[str, type[Record]] = {"measures.yaml": records.Measure}
"""The files about the whole that most registers have nothing for."""
PANEL = "panel.yaml"
PANEL_LISTS: dict[str, type[Record]] = {
    "meetings": records.PanelMeeting,
    "asked": records.AskedQuestion,
    "comments": records.Comment,
}
"""The lists of the one file that holds several; it may be left out, and so may each of them."""
MAY_BE_LEFT_OUT = frozenset(("recommendations.yaml", *OPTIONAL_FILES))
"""The files that most registers or most inspections have nothing for."""
_ENDINGS = (".yaml", ".yml")
_IN_ANOTHER_GUISE = re.compile(r"\.ya?ml", re.IGNORECASE)
_STEMS = frozenset(
    Path(name).stem for name in ("register.yaml", "inspection.yaml", PANEL, *TOP_FILES, *OPTIONAL_FILES, *ENTRY_FILES)
)
_NOT_TEXT = (".pdf", ".docx", ".doc", ".odt", ".rtf")


@dataclass(frozen=True)
class LoadResult:
    """What came of reading a folder: a register, unless there are errors; and every problem, sorted.

    The register is without drafts; `readable` has them, and is what could be read, right or wrong. `digest` is the
    SHA-256 of the files' names and of what stands in them; `files` are these names.
    """

    register: Register | None
    readable: Register
    problems: tuple[Problem, ...]
    entries: int
    quotations: int
    verified: int
    digest: str = ""
    files: tuple[str, ...] = ()

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep the register from being served."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)


def load(data: Path, documents: Path | None = None) -> LoadResult:
    """Read and check a whole register; with a folder of documents, check every excerpt word for word.

    All problems of all files are reported at once. Nothing is raised for anything that the files hold.
    """
    reader = _FolderReader(data)
    reader.read_all()
    contents = reader.contents
    register = _assemble(contents)
    texts, missing = read_documents(register, documents) if documents else ({}, [])
    written: dict[type[Record], set[str]] = {}
    for content in contents:
        written.setdefault(content.model, set()).update(content.ids)
    unread = frozenset(content.file for content in contents if content.is_unread)
    draft = Draft(register, written, texts, unread, _words_of_templates(data / "templates"))
    problems = {*reader.problems, *missing, *check(draft)}
    problems.update(problem for content in contents for problem in content.problems)
    drafts = drafts_of(contents)
    problems = {replace(problem, severity=Severity.WARNING) if in_a_draft(problem, drafts) else problem
                for problem in (*problems, *tell_drafts(contents))}  # fmt: skip
    digest = sha256()
    for content in sorted(contents, key=lambda content: content.file):
        digest.update(f"{content.file} {content.digest.hex()}\n".encode())
    quoted = list(quotations(register))
    at_hand = sum(quotation.document in texts and quotation.is_readable for quotation in quoted)
    not_found = sum(problem.rule == quotations_stand_in_their_paragraph.__name__ for problem in problems)
    return LoadResult(
        None if any(problem.severity is Severity.ERROR for problem in problems) else published(register, drafts),
        register,
        tuple(sorted(problems)),
        entries=len(register.entries) + len(register.events),
        quotations=len(quoted),
        verified=at_hand - not_found,
        digest=digest.hexdigest(),
        files=tuple(sorted({content.file for content in contents})),
    )


def _assemble(contents: Iterable[FileContent]) -> Register:
    """Put together what was read, as far as it was."""

    def read(*models: type[Record]) -> tuple[Any, ...]:
        return tuple(record for content in contents if content.model in models for record in content.records)

    files = {**TOP_FILES, **OPTIONAL_FILES, **PANEL_LISTS}
    return Register(
        settings=next(iter(read(records.Settings)), None) or placeholder_settings(),
        inspections=chronological(read(records.Inspection)),
        entries=read(*ENTRY_FILES.values()),
        **{Path(name).stem: read(model) for name, model in files.items()},
    )


class _FolderReader:
    """Reads the files of one folder, keeping what was read of each and what is wrong beside them."""

    def __init__(self, data: Path) -> None:
        self.contents: list[FileContent] = []
        self.problems: list[Problem] = []
        self._data = data
        self._root = f"{os.path.realpath(data)}{os.sep}"

    def read_all(self) -> None:
        """Read the files about the register as a whole, then those of each inspection, itself before its entries."""
        self._read("register.yaml", records.Settings, is_list=False)
        for name, model in {**TOP_FILES, **OPTIONAL_FILES}.items():
            self._read(name, model, is_list=True)
        if os.path.lexists(self._data / PANEL) and self._is_within(PANEL, records.PanelMeeting):
            self.contents += read_lists(self._data / PANEL, PANEL, PANEL_LISTS)
        self._report_strays("", {"register.yaml", PANEL, *TOP_FILES, *OPTIONAL_FILES})
        for inspection in self._inspections():
            folder = f"inspections/{inspection}"
            self._read(f"{folder}/inspection.yaml", records.Inspection, is_list=False, id=inspection)
            for name, model in ENTRY_FILES.items():
                self._read(f"{folder}/{name}", model, is_list=True, inspection=inspection)
            self._report_strays(f"{folder}/", {"inspection.yaml", *ENTRY_FILES})

    def _read(self, file: str, model: type[Record], *, is_list: bool, **path_fields: str) -> None:
        is_left_out = Path(file).name in MAY_BE_LEFT_OUT and not os.path.lexists(self._data / file)
        if not is_left_out and self._is_within(file, model):
            self.contents.append(read_file(self._data / file, file, model, is_list=is_list, **path_fields))

    def _is_within(self, file: str, model: type[Record]) -> bool:
        """Report a link to another folder, which could show what is not meant to be published; others are fine."""
        is_within = os.path.realpath(self._root + file).startswith(self._root)
        if not is_within:
            content = FileContent(file, model, is_unread=True)
            content.report(1, "link", "leads out of the register’s folder; put the file itself here")
            self.contents.append(content)
        return is_within

    def _inspections(self) -> list[str]:
        """Return the name of the folder of each inspection."""
        try:
            folders = sorted(path for path in (self._data / "inspections").iterdir() if path.is_dir())
        except FileNotFoundError:
            self._report("inspections", "folder", "is missing; it holds one folder for each inspection")
            return []
        except OSError as error:
            self._report("inspections", "folder", f"cannot be read: {error.strerror}")
            return []
        return [path.name for path in folders if self._can_be_shown(path)]

    def _report_strays(self, folder: str, known: set[str]) -> None:
        """Report files that nothing reads, such as a name that was mistyped."""
        try:
            names = sorted(entry.name for entry in os.scandir(self._data / folder))
        except OSError:  # told by the files that are missed in this folder
            return
        for name in names:
            is_yaml = name.endswith(_ENDINGS)
            is_alike = is_yaml or _IN_ANOTHER_GUISE.search(name) or Path(name).stem.lower() in _STEMS
            if not is_alike or name in known or name.startswith("."):
                continue
            if self._can_be_shown(self._data / folder / name):
                severity = Severity.ERROR if is_yaml else Severity.WARNING
                nearest = closest_match(name.lower(), known)
                message = "is not a file of the register"
                self._report(f"{folder}{name}", "file", message, value=name, nearest=nearest, severity=severity)

    def _can_be_shown(self, path: Path) -> bool:
        """Report a name with a character that cannot be seen; nothing else is said of what bears it."""
        invisible = find_invisible(path.name)
        if invisible:
            shown = ascii(path.relative_to(self._data).as_posix())[1:-1]
            message = f"has an invisible character ({invisible[1]}) in its name; name it anew"
            self._report(shown, "file", message)
        return not invisible

    def _report(self, file: str, rule: str, message: str, **more: Any) -> None:
        self.problems.append(Problem(file, 1, "", "", message, rule, **more))


def _words_of_templates(folder: Path) -> frozenset[str]:
    """Return the texts of the templates that a curator must replace, if the register has templates."""
    if not folder.is_dir():
        return frozenset()
    reader = _FolderReader(folder)
    reader.read_all()
    register = _assemble(reader.contents)
    return frozenset(text for record in register.own_words() for _, text in texts_with_paths(record))


def read_documents(register: Register, folder: Path) -> tuple[dict[str, Paragraphs], list[Problem]]:
    """Read the paragraphs of every document that is held, and tell of each that cannot be."""
    texts: dict[str, Paragraphs] = {}
    problems = []
    at_hand = sorted(path.name for path in folder.iterdir())
    for inspection in register.inspections:
        for index, document in enumerate(inspection.documents):
            if not document.held or not document.file:
                continue
            # Only the name counts, so that it cannot lead out of the folder of documents.
            path = folder / Path(document.file).name
            report = partial(Problem, inspection.origin.file, inspection.origin.line("documents", index, "file"),
                             document.id, "file", rule="documents_at_hand", value=document.file)  # fmt: skip
            others = [name for name in at_hand if Path(name).stem == path.stem and name.lower().endswith(_NOT_TEXT)]
            if others and (path.name in others or not path.exists()):
                message = f"{others[0]} is no plain text; run “paragraphs {others[0]} --write” and name its copy"
                problems.append(report(message))
                continue
            try:
                texts[f"{inspection.id}.{document.id}"] = Paragraphs(read_text(path))
            except ValueError as error:
                message = f"{document.file} {error} in the folder of documents; its excerpts are not verified"
                problems.append(report(message, nearest=None if path.exists() else closest_match(path.name, at_hand)))
                continue
            if (marked := f"{path.stem}.marked.txt") in at_hand:
                message = f"{marked} stands beside it; name that, or its marks count for nothing"
                problems.append(report(message, severity=Severity.WARNING))
    return texts, problems
