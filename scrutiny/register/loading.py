"""From a folder of YAML files to a register, or to the list of all that is wrong with it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from scrutiny.register.checks import Draft, check, quotations, quotations_stand_in_their_paragraph
from scrutiny.register.dates import PartialDate
from scrutiny.register.origin import Block, Items, Origin
from scrutiny.register.paragraphs import Place, paragraphs
from scrutiny.register.problems import Problem, Severity, nearest
from scrutiny.register.reading import MAX_SLIPS, hidden, read_text, read_tree
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
from scrutiny.register.register import Register, in_time_order
from scrutiny.register.slips import field_slips, value_slip, was_told
from scrutiny.register.standins import readable

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
_NO_SETTINGS = Settings.model_construct(
    title="", area="", force="", commissioner="", panel="", reviewed_on=PartialDate.parse("2000")
)


@dataclass(frozen=True)
class Outcome:
    """What came of reading a folder: a register, unless there are errors; and every problem, sorted."""

    register: Register | None
    problems: tuple[Problem, ...]
    entries: int
    quotations: int
    verified: int

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep the register from being served."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)


def load(data: Path, documents: Path | None = None) -> Outcome:
    """Read and check a whole register; with a folder of documents, check every excerpt word for word.

    All problems of all files are reported at once. Nothing is raised for anything that the files hold.
    """
    reader = _Reader(data)
    register = reader.read()
    texts, missing = _texts(register, documents) if documents else ({}, [])
    draft = Draft(register, reader.written, texts, frozenset(reader.unread))
    problems = sorted([*reader.problems, *missing, *check(draft)])
    broken = any(problem.severity is Severity.ERROR for problem in problems)
    quoted = list(quotations(draft))
    at_hand = sum(quotation.document in texts and quotation.is_readable for quotation in quoted)
    mistaken = sum(problem.rule == quotations_stand_in_their_paragraph.__name__ for problem in problems)
    entries = len(register.entries) + len(register.events)
    return Outcome(None if broken else register, tuple(problems), entries, len(quoted), at_hand - mistaken)


def files(data: Path) -> list[Path]:
    """Give every file that the register of a folder is read from, in order."""
    inspections = (path for path in (data / "inspections").iterdir() if path.is_dir())
    names = ("inspection.yaml", *ENTRY_FILES)
    return sorted(
        [*(data / name for name in ("register.yaml", *TOP_FILES)), *(p / n for p in inspections for n in names)]
    )


class _Reader:
    """Reads the files of one folder, keeping what is wrong, which ids were written and what could not be read."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.problems: list[Problem] = []
        self.written: dict[str, set[str]] = {}
        self.unread: set[str] = set()

    def read(self) -> Register:
        """Read every file; what cannot be read is reported, and left out or given a stand-in."""
        top = {name: self._list(Path(name), model) for name, model in TOP_FILES.items()}
        settings = self._one(Path("register.yaml"), Settings)
        inspections: list[Any] = []
        entries: list[Any] = []
        for folder in self._folders():
            if inspection := self._one(folder / "inspection.yaml", Inspection, id=folder.name):
                inspections.append(inspection)
            for name, model in ENTRY_FILES.items():
                entries += self._list(folder / name, model, inspection=folder.name)
            self._strays(folder, {"inspection.yaml", *ENTRY_FILES})
        self._strays(Path(), {"register.yaml", *TOP_FILES})
        return Register(
            settings=settings or _NO_SETTINGS,
            themes=tuple(top["themes.yaml"]),
            bodies=tuple(top["bodies.yaml"]),
            glossary=tuple(top["glossary.yaml"]),
            inspections=in_time_order(inspections),
            entries=tuple(entries),
            events=tuple(top["events.yaml"]),
            pairs=tuple(top["pairs.yaml"]),
            questions=tuple(top["questions.yaml"]),
        )

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
            found = sorted((self.data / folder).glob("*.y*ml"))
        except OSError:  # told by the files that are missed in this folder
            return
        for path in found:
            if path.name not in known and not path.name.startswith(".") and self._is_named(path):
                file = (folder / path.name).as_posix()
                hint = nearest(path.name, known)
                self._problem(file, 1, "file", "is not a file of the register", value=path.name, nearest=hint)

    def _is_named(self, path: Path) -> bool:
        """Report a name that cannot be shown as it is; nothing else is said of what bears it."""
        unseen = hidden(path.name)
        if unseen:
            shown = ascii(path.relative_to(self.data).as_posix())[1:-1]
            self._problem(shown, 1, "file", f"has an invisible character ({unseen}) in its name; name it anew")
        return not unseen

    def _one(self, path: Path, model: type[Record], **given: str) -> Any:
        """Read a file that holds one record."""
        tree = self._tree(path, "one record")
        record = self._record(tree, path.as_posix(), model, **given) if isinstance(tree, Block) else None
        if tree is not None and not isinstance(tree, Block):
            self._problem(path.as_posix(), 1, "shape", "must hold fields, each as “name: value”")
        if record is None:
            self.unread.add(path.as_posix())
        return record

    def _list(self, path: Path, model: type[Record], **given: str) -> list[Any]:
        """Read a file that holds a list of records."""
        file = path.as_posix()
        tree = self._tree(path, "a list; write [] if there is nothing to list")
        if not isinstance(tree, Items):
            self.unread.add(file)
            if tree is not None:
                self._problem(file, 1, "shape", "must hold a list, each item beginning with “- id:”; write [] for none")
            return []
        records = []
        before = len(self.problems)
        for index, item in enumerate(tree):
            if len(self.problems) - before > MAX_SLIPS:
                told = f"is not checked from here on, as there are more than {MAX_SLIPS} slips before; mend them first"
                self._problem(file, tree.lines[index], "slips", told)
                self.unread.add(file)
                break
            if isinstance(item, Block):
                self._write_down(model, item, file, given)
                records.append(self._record(item, file, model, **given))
            elif item is not None:
                self._problem(file, tree.lines[index], "shape", "must hold fields, each as “name: value”")
        return records

    def _tree(self, path: Path, expected: str) -> Any:
        """Read one file's tree; a file without anything in it, or of another folder, is a problem."""
        if self._leads_out(path):
            self._problem(path.as_posix(), 1, "link", "leads out of the register's folder; put the file itself here")
            return None
        tree, problems = read_tree(self.data / path, path.as_posix())
        self.problems += problems
        if tree is None and not problems:
            self._problem(path.as_posix(), 1, "shape", f"is empty; it must hold {expected}")
        return tree

    def _leads_out(self, path: Path) -> bool:
        """Tell whether a file or the folder around it is a link to what is not part of the register."""
        try:
            return not (self.data / path).resolve().is_relative_to(self.data.resolve())
        except (OSError, RuntimeError):  # links in a circle: told when the file is read
            return False

    def _write_down(self, model: type[Record], item: Block, file: str, given: dict[str, str]) -> None:
        """Keep an id as written, so that an entry with a slip does not make its references slips as well.

        What refers to an entry without an id cannot be told from a slip, so then the file counts as unread.
        """
        scope = given.get("inspection")
        written = item.get("id")
        if not isinstance(written, str):
            self.unread.add(file)
            return
        self.written.setdefault(model.__name__, set()).add(f"{scope}.{written}" if scope else written)

    def _record(self, tree: Block, file: str, model: type[Record], **given: str) -> Any:
        """Make one record of a mapping, as far as it can be read, and report each thing that is wrong with it."""
        origin = Origin(file, tree)
        entry = str(tree.get("id", given.get("id", "")))
        self.problems += field_slips(tree, file, entry, model)
        try:
            record = model.model_validate(tree | given)
        except ValidationError as error:
            details = [detail for detail in error.errors(include_url=False) if not was_told(detail, tree)]
            self.problems += [value_slip(detail, origin, entry, model) for detail in details]
            record = readable(model, tree | given)
        record._origin = origin
        return record

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
