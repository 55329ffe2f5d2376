"""A made-up register, written from Python into a folder, one field or one file of which a test can change."""

import json
import re
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from scrutiny.register import loading
from scrutiny.register.files import FileContent, read_file
from scrutiny.register.loading import (
    ENTRY_FILES,
    OPTIONAL_FILES,
    PANEL,
    PANEL_LISTS,
    TOP_FILES,
    LoadResult,
    load,
)
from scrutiny.register.records import Inspection, Record, Settings
from scrutiny.register.register import Register

T = TypeVar("T")

FIRST = "inspections/2029-first-look"
SECOND = "inspections/2030-second-look"
PLAIN = re.compile(r"[A-Za-z0-9“](?:[^:#]|:(?! ))*", re.ASCII)
SMALL = 20_000  # bytes
MODELS: dict[str, type[Record]] = {"register.yaml": Settings, "inspection.yaml": Inspection, **TOP_FILES,
                                   **OPTIONAL_FILES, **ENTRY_FILES, **PANEL_LISTS}  # fmt: skip
"""What each file and each list of the panel holds."""
WORD = re.compile(r"[\w. ]*\w")

RECORDS: dict[str, Any] = {
    "register.yaml": {
        "title": "How Testshire Police protects children",
        "area": "Testshire",
        "force": "testshire_police",
        "commissioner": "testshire_pcc",
        "panel": "testshire_panel",
        "made_by": "Prepared for members of the Testshire Panel",
        "contact": "scrutiny@example.org",
        "reviewed_on": "2030-11-15",
    },
    "themes.yaml": [
        {"id": "partnership", "label": "Working together", "definition": "How people plan, meet and decide together."},
        {"id": "workforce", "label": "Skills and training", "definition": "What staff know and how they are trained."},
    ],
    "bodies.yaml": [
        {"id": "testshire_police", "kind": "police", "name": "Testshire Police", "description": "The force."},
        {
            "id": "testshire_pcc", "kind": "commissioner", "name": "Police and Crime Commissioner", "acronym": "PCC",
            "description": "The office that must answer.",
        },
        {"id": "testshire_panel", "kind": "public", "name": "Testshire Panel", "description": "Who asks."},
        {"id": "inspectors", "kind": "inspectorate", "name": "Example Inspectorate", "description": "Who inspects."},
    ],
    "glossary.yaml": [{"id": "MASH", "expansion": "Multi-agency safeguarding hub", "meaning": "Where all decide."}],
    "events.yaml": [
        {
            "id": "E01", "kind": "strategy", "title": "Child Safety Plan",
            "date": {"printed": "2029 to 2031", "date": "2029/2031"}, "summary": "The plan covers 2029 to 2031.",
            "scope": "local", "excerpt": "our Child Safety Plan for 2029 to 2031",
            "document": "2030-second-look.reply", "paragraph": "3", "themes": ["partnership"],
        },
    ],
    "pairs.yaml": [
        {
            "id": "P01", "later": "2030-second-look.C01", "earlier": "2029-first-look.C09", "relation": "repeats",
            "strength": "arguable", "reason": "Both are about meetings.", "caution": "Different meetings.",
        },
    ],
    "highlights.yaml": [],
    "questions.yaml": [],
    "question_templates.yaml": [
        {"id": "no_date", "text": "Commissioner, {place} says “{words}”. By when?"},
        {"id": "acknowledged_only", "text": "Commissioner, {place} says “{words}”. What is planned?"},
        {"id": "strong_pair", "text": "{earlier_place} says “{earlier_words}”, {place} says “{words}”. How so?"},
        {"id": "no_owner", "text": "Commissioner, {place} says “{words}”. Who will take this on?"},
        {"id": "date_passed", "text": "Commissioner, {place} says “{words}”. What came of it after {due}?"},
    ],
    f"{FIRST}/inspection.yaml": {
        "title": "First inspection of Testshire Police", "short_title": "First look",
        "inspectorates": ["Example Inspectorate"], "scope": "local", "subject": "The force",
        "fieldwork": {"printed": "May 2029", "date": "2029-05"},
        "documents": [
            {"id": "report", "kind": "report", "held": "false", "title": "A report", "body": "inspectors"},
            {
                "id": "press_release", "kind": "press_release", "held": "true", "title": "A press release",
                "date": {"printed": "July 2029", "date": "2029-07"}, "body": "inspectors", "paragraphs": "2",
                "notes": "1", "file": "press-release.txt",
            },
        ],
    },
    f"{FIRST}/findings.yaml": [
        {
            "id": "C09", "polarity": "concern", "voice": "inspectorate", "scope": "local",
            "summary": "Meetings lacked people who were needed.",
            "excerpt": "meetings often went ahead without health", "document": "press_release", "paragraph": "2",
            "themes": ["partnership"],
        },
    ],
    f"{FIRST}/actions.yaml": [],
    f"{FIRST}/commitments.yaml": [],
    f"{FIRST}/figures.yaml": [],
    f"{SECOND}/inspection.yaml": {
        "title": "Second inspection of Testshire Police", "short_title": "Second look",
        "inspectorates": ["Example Inspectorate"], "scope": "local", "subject": "The force and its partners",
        "published": {"printed": "July 2030", "date": "2030-07"},
        "documents": [
            {
                "id": "reply", "kind": "reply", "held": "true", "title": "A reply",
                "date": {"printed": "2 September 2030", "date": "2030-09-02"}, "body": "testshire_pcc",
                "paragraphs": "4", "file": "reply.txt",
            },
        ],
    },
    f"{SECOND}/findings.yaml": [
        {
            "id": "C01", "polarity": "concern", "voice": "reported", "scope": "local",
            "summary": "Planning in the MASH lacked health services.",
            "excerpt": "planning meetings were not always attended", "document": "reply", "paragraph": "2",
            "themes": ["partnership"], "bodies": ["testshire_police"], "answers": ["K01", "A01"],
        },
        {
            "id": "S01", "polarity": "strength", "voice": "quoted", "scope": "national",
            "summary": "Officers are well trained.", "excerpt": "that officers are “very well trained” indeed",
            "document": "reply", "paragraph": "4", "themes": ["workforce"],
        },
    ],
    f"{SECOND}/actions.yaml": [
        {
            "id": "A01", "status": "ongoing", "voice": "reported", "scope": "local",
            "summary": "Officers go to every meeting.", "excerpt": "saw that officers attend every meeting",
            "document": "reply", "paragraph": "2", "themes": ["partnership"], "vouched_by": "inspectors",
            "result": [
                {"summary": "Plans are said to be made sooner.", "excerpt": "so plans are made sooner"},
            ],
        },
    ],
    f"{SECOND}/commitments.yaml": [
        {
            "id": "K01", "kind": "undertaking", "voice": "respondent", "scope": "local",
            "summary": "The Commissioner will write to health services.",
            "excerpt": "I will write to health services", "document": "reply", "paragraph": "3",
            "themes": ["partnership"], "by": "testshire_pcc", "owner": "testshire_pcc", "specific": "true",
            "due": {"printed": "by the end of the year", "date": "2030"}, "measure": "a register of attendance",
        },
    ],
    f"{SECOND}/figures.yaml": [
        {
            "id": "F01", "value": "90", "bound": "at_least", "unit": "meetings", "counts": "Meetings held",
            "voice": "respondent", "scope": "local", "summary": "The MASH met more than 90 times.",
            "excerpt": "more than 90 meetings were held", "document": "reply", "paragraph": "2",
            "themes": ["partnership"],
        },
    ],
}  # fmt: skip

_LISTS = ("themes.yaml", "glossary.yaml", "events.yaml", "pairs.yaml", "highlights.yaml", "questions.yaml")

DOCUMENTS = {
    "press-release.txt": """\
Force makes progress

Officers in Testshire are well trained.

But meetings often went ahead without health.

Notes to editors

1. The inspectorate is made up.
""",
    "reply.txt": """\
Dear Chief Inspector,

Re: Second look

Thank you for your report.

You found that planning meetings were not always attended. You saw that officers attend every meeting, so plans
are made sooner: more than 90 meetings were held.

I will write to health services by the end of the year and ask for a register of attendance. This is part of our
Child Safety Plan for 2029 to 2031.

I am glad that officers are “very well trained” indeed. A plan for all children is essential.

Yours sincerely
""",
}

_LOADED: dict[object, LoadResult] = {}
_READ: dict[object, FileContent] = {}


@dataclass
class Testshire:
    """The made-up register: change what it says, then load it from the folder it is written to.

    Every record has an id of its own, so that `change("C01", voice="quoted")` says all that is needed. The
    register is called "register", an inspection by its folder, a document by "second.reply".
    """

    __test__ = False

    folder: Path
    records: dict[str, Any] = field(default_factory=lambda: deepcopy(RECORDS))
    texts: dict[str, str] = field(default_factory=dict)
    documents: dict[str, str] = field(default_factory=lambda: dict(DOCUMENTS))

    def record(self, name: str) -> dict[str, Any]:
        """Give the record of an id, to read or to change."""
        folder = {"first": FIRST, "second": SECOND}.get(name.partition(".")[0])
        if name == "register":
            return self.records["register.yaml"]
        if folder:
            inspection = self.records[f"{folder}/inspection.yaml"]
            _, dot, document = name.partition(".")
            return next(d for d in inspection["documents"] if d["id"] == document) if dot else inspection
        panel = self.records.get("panel.yaml", {})
        lists = (records for records in (*self.records.values(), *panel.values()) if isinstance(records, list))
        return next(record for records in lists for record in records if record["id"] == name)

    def change(self, name: str, **fields: Any) -> "Testshire":
        """Set fields of a record; None leaves a field out."""
        record = self.record(name)
        record.update(fields)
        for key in [key for key, value in record.items() if value is None]:
            del record[key]
        return self

    def add(self, file: str, like: str, **fields: Any) -> "Testshire":
        """Add to a file a record that is like another but for some fields."""
        self.records[file].append(deepcopy(self.record(like)) | fields)
        return self

    def add_inspections(self, number: int, *, force: str | None = None) -> "Testshire":
        """Add inspections like the second, one a year from 2031 on, of a force of its own if one is named."""
        first = 1 + max(int(file.split("/")[1][:4]) for file in self.records if file.startswith("inspections/"))
        for year in range(first, first + number):
            folder = f"inspections/{year}-further-look"
            for file in [file for file in self.records if file.startswith(f"{SECOND}/")]:
                self.records[file.replace(SECOND, folder)] = deepcopy(self.records[file])
            self.records[f"{folder}/inspection.yaml"] |= {
                "title": f"Inspection of {year}", "short_title": f"Look of {year}",
                "published": {"printed": f"July {year}", "date": f"{year}-07"},
            } | ({"force": force} if force else {})  # fmt: skip
            reply = self.records[f"{folder}/inspection.yaml"]["documents"][0]
            reply["date"] = {"printed": f"2 September {year}", "date": f"{year}-09-02"}
        if force and not any(body["id"] == force for body in self.records["bodies.yaml"]):
            name = force.replace("_", " ").title()
            self.add("bodies.yaml", "testshire_police", id=force, name=name)
        return self

    def add_need(self, name: str = "K02", **fields: Any) -> "Testshire":
        """Add an entry that is only said to be needed."""
        need = {
            "id": name, "kind": "need", "voice": "respondent", "scope": "local",
            "summary": "The Commissioner says that a plan for all children is essential.",
            "excerpt": "A plan for all children is essential", "document": "reply", "paragraph": "4",
            "themes": ["workforce"], "by": "testshire_pcc",
        }  # fmt: skip
        self.records[f"{SECOND}/commitments.yaml"].append(need | fields)
        return self

    def add_statements(self) -> "Testshire":
        """Add a need, a highlight and a question written by hand."""
        entries = ["2030-second-look.C01", "2030-second-look.K01"]
        self.add_need().records["highlights.yaml"].append(
            {
                "id": "H01", "sentence": "In September 2030 the Commissioner promised to write to health services.",
                "entries": entries,
            }
        )  # fmt: skip
        self.records["questions.yaml"].append(
            {
                "id": "Q01", "text": "You wrote that you will write to health services. What did they reply?",
                "entries": entries, "addressed_to": "testshire_pcc",
            }
        )  # fmt: skip
        return self

    def add_report(self) -> "Testshire":
        """Add to the second inspection its report, whose concern the letter says again."""
        report = {"id": "report", "kind": "report", "held": "true", "title": "A report", "body": "inspectors",
                  "paragraphs": "9", "file": "report.txt"}  # fmt: skip
        self.record("second")["documents"].insert(0, report)
        found = self.record("C01") | {"id": "C11", "voice": "inspectorate", "document": "report", "paragraph": "3",
                                      "summary": "Health services missed planning meetings."}  # fmt: skip
        self.records[f"{SECOND}/findings.yaml"].insert(0, found)
        for pair in self.records["pairs.yaml"]:
            pair["later"] = pair["later"].replace(".C01", ".C11")
        return self.change("C01", answers=None, restates="C11")

    def add_panel(self) -> "Testshire":
        """Add what was asked in three meetings, and three comments; one is about the highlight that it adds."""
        self.add_statements().records["panel.yaml"] = {
            "meetings": [
                {
                    "id": "2030-09-11", "date": "2030-09-11", "item": "Child protection",
                    "address": "https://example.org/minutes/september",
                },
                {"id": "2030-10-09", "date": "2030-10-09"},
                {"id": "2030-11-06", "date": "2030-11-06", "address": "https://example.org/minutes/november"},
            ],
            "asked": [
                {
                    "id": "B01", "meeting": "2030-09-11", "text": "What did health services reply to the Commissioner?",
                    "addressed_to": "testshire_pcc", "entries": ["2030-second-look.K01", "2030-second-look.C01"],
                    "answer": "The Commissioner said that he would tell the Panel by 7 October 2030.",
                    "by": "testshire_pcc", "due": {"printed": "by 7 October 2030", "date": "2030-10-07"},
                },
                {
                    "id": "B02", "meeting": "2030-09-11", "text": "How many officers have been trained?",
                    "addressed_to": "testshire_police", "entries": ["2030-second-look.S01"],
                    "answer": "The numbers would be published by the end of October 2030.", "by": "testshire_police",
                    "due": {"printed": "by the end of October 2030", "date": "2030-10"},
                    "came": [
                        {
                            "date": "2030-11-04", "summary": "The force published that 412 officers were trained.",
                            "address": "https://example.org/trained",
                        },
                    ],
                },
                {
                    "id": "B03", "meeting": "2030-10-09", "text": "Who counted the meetings?",
                    "addressed_to": "testshire_pcc", "entries": ["2030-second-look.F01"],
                },
                {
                    "id": "B04", "meeting": "2030-11-06", "text": "What has changed since officers go to meetings?",
                    "addressed_to": "testshire_pcc", "entries": ["2030-second-look.A01"],
                    "answer": "A report was promised for the spring of 2031.", "by": "testshire_pcc",
                    "due": {"printed": "the spring of 2031", "date": "2031-03/2031-05"},
                },
                {
                    "id": "B05", "meeting": "2030-11-06", "text": "Do health services come to all meetings now?",
                    "addressed_to": "testshire_pcc", "entries": ["2029-first-look.C09"],
                    "answer": "The Commissioner said that they do.", "by": "testshire_pcc",
                },
            ],
            "comments": [
                {
                    "id": "W01", "about": "2030-second-look.C01", "by": "testshire_pcc", "date": "2030-10-03",
                    "text": "Since June a nurse has been at every planning meeting.",
                    "address": "https://example.org/comment",
                },
                {
                    "id": "W02", "about": "H01", "by": "testshire_police", "date": "2030-11-01",
                    "text": "The letter to health services was sent in October.",
                },
                {
                    "id": "W03", "about": "2030-second-look", "by": "testshire_police", "date": "2030-11",
                    "text": "The inspection saw the force before its new unit began.",
                },
            ],
        }  # fmt: skip
        return self

    def add_national(self) -> "Testshire":
        """Add a national inspection of two forces in 2031: one report, and the reply of each force's Commissioner."""
        self.add_inspections(1, force="othershire_police")
        self.add("bodies.yaml", "testshire_pcc", id="othershire_pcc", acronym="OPCC")
        self.record("othershire_pcc")["name"] = "Police and Crime Commissioner for Othershire"
        folder = "inspections/2031-further-look"
        replies = [
            {"id": name, "kind": "reply", "held": "true", "title": "A reply", "body": f"{name}_pcc", "paragraphs": "4",
             "date": {"printed": f"{day} September 2031", "date": f"2031-09-0{day}"}, "file": "reply.txt"}
            for day, name in ((2, "testshire"), (9, "othershire"))
        ]  # fmt: skip
        report = {"id": "report", "kind": "report", "held": "true", "title": "A report", "body": "inspectors",
                  "paragraphs": "9", "file": "report.txt"}  # fmt: skip
        self.records[f"{folder}/inspection.yaml"] |= {
            "scope": "national", "force": ["testshire_police", "othershire_police"], "documents": [report, *replies]
        }  # fmt: skip
        own = {
            kind: [
                {name: value for name, value in record.items() if name != "vouched_by"} | {
                    "id": f"{record['id'][0]}0{number}", "document": reply["id"], "voice": "respondent",
                } | ({"by": reply["body"], "owner": reply["body"]} if kind == "commitments" else {})
                for number, reply in enumerate(replies, start=1)
                for record in self.records[f"{folder}/{kind}.yaml"]
            ]
            for kind in ("actions", "commitments", "figures")
        }  # fmt: skip
        self.records |= {f"{folder}/{kind}.yaml": records for kind, records in own.items()}
        self.records[f"{folder}/findings.yaml"] = [
            self.record("C01") | {"voice": "inspectorate", "scope": "national", "document": "report", "paragraph": "3",
                                  "bodies": [], "answers": ["K01", "K02"]}
        ]  # fmt: skip
        self.records[f"{folder}/recommendations.yaml"] = [
            {
                "id": "R01", "number": "1", "kind": "recommendation", "voice": "inspectorate", "scope": "national",
                "summary": "Every force should write to health services.",
                "excerpt": "all forces should write to health services", "document": "report", "paragraph": "4",
                "themes": ["partnership"], "addressee": "testshire_police", "bodies": ["othershire_police"],
                "replies": [
                    {"document": "testshire", "answer": "accepted", "excerpt": "I will write to health services",
                     "paragraph": "3", "entries": ["K01"]},
                    {"document": "othershire", "answer": "not_stated"},
                ],
            },
        ]  # fmt: skip
        return self

    def add_recommendations(self) -> "Testshire":
        """Add a recommendation that a letter answers, and one of which only a later letter tells."""
        common = {"id": "R01", "kind": "recommendation", "scope": "local", "themes": ["partnership"],
                  "addressee": "testshire_police"}  # fmt: skip
        self.records[f"{SECOND}/recommendations.yaml"] = [
            common | {
                "number": "2a", "voice": "reported", "summary": "Inspectors ask that health attend every meeting.",
                "excerpt": "You found that planning meetings were not always attended", "document": "reply",
                "paragraph": "2",
                "replies": [
                    {
                        "document": "reply", "answer": "in_part", "excerpt": "This is part of our Child Safety Plan",
                        "paragraph": "3", "entries": ["A01", "K01"],
                    },
                ],
            },
        ]  # fmt: skip
        self.records[f"{FIRST}/recommendations.yaml"] = [
            common | {
                "kind": "cause_of_concern", "voice": "inspectorate", "document": "press_release", "paragraph": "2",
                "summary": "Meetings without health are a cause of concern.",
                "excerpt": "But meetings often went ahead without health",
                "later": [
                    {
                        "summary": "The letter says that more than 90 meetings were held.",
                        "excerpt": "plans are made sooner: more than 90 meetings were held",
                        "document": "2030-second-look.reply", "paragraph": "2",
                    },
                ],
            },
        ]  # fmt: skip
        return self

    def add_measure(self) -> "Testshire":
        """Add a figure that counts what that of the second inspection does, and a number from elsewhere."""
        self.add(f"{FIRST}/figures.yaml", "F01", value="90", bound="exact", voice="inspectorate",
                 document="press_release", excerpt="there were 90 meetings of this kind",
                 period={"printed": "last year", "doubt": "Which year is not said."})  # fmt: skip
        self.records["measures.yaml"] = [
            {
                "id": "M01", "label": "Meetings held", "definition": "Meetings at which plans are made.",
                "figures": ["2029-first-look.F01", "2030-second-look.F01"],
                "elsewhere": [
                    {
                        "value": "120", "bound": "at_most", "unit": "meetings", "stated": "No more than 120 were held.",
                        "source": "A yearly report", "date": "2031-05", "address": "https://example.org/yearly",
                    },
                ],
            },
        ]  # fmt: skip
        return self

    def add_second_office(self) -> "Testshire":
        """Let a mayor reply too, to one concern of three; the Commissioner answers two, and nobody the third."""
        self.add("bodies.yaml", "testshire_pcc", id="mayor", name="Mayor of Testshire", acronym="Mayor")
        letter = self.record("second.reply") | {"id": "mayors", "body": "mayor", "file": "mayors.txt"}
        self.record("second")["documents"].append(letter)
        self.add(f"{SECOND}/commitments.yaml", "K01", id="K02", document="mayors", by="mayor", owner="mayor")
        self.add(f"{SECOND}/findings.yaml", "C01", id="C02", paragraph="4", answers=["K02", "A01"])
        return self.add(f"{SECOND}/findings.yaml", "C01", id="C03", paragraph="4", answers=[])

    def empty(self) -> "Testshire":
        """Take out everything that is about an inspection, and what only served it."""
        self.records = {file: self.records[file] for file in ("register.yaml", *TOP_FILES)}
        self.records |= {file: [] for file in _LISTS}
        self.records["bodies.yaml"].pop()
        return self

    def text_of(self, file: str) -> str:
        """Give what a file holds as YAML."""
        return _text_of(file, json.dumps(self.records[file]))

    def files(self) -> dict[str, str]:
        """Give what each file of the folder holds, with the texts that stand in for whole files."""
        return {file: self.text_of(file) for file in self.records} | self.texts

    def write(self) -> Path:
        """Write the folder."""
        files = self.files()
        for folder in {"inspections", *(file.rpartition("/")[0] for file in files)}:
            (self.folder / folder).mkdir(parents=True, exist_ok=True)
        for file, text in files.items():
            (self.folder / file).write_text(text, encoding="utf-8")
        return self.folder

    def write_documents(self) -> Path:
        """Write the texts of the documents into a folder beside the register."""
        folder = self.folder.with_name("documents")
        folder.mkdir(exist_ok=True)
        for name, text in self.documents.items():
            (folder / name).write_text(text, encoding="utf-8")
        return folder

    def load(self, *, with_documents: bool = False) -> LoadResult:
        """Write the folder and load it, unless it is a new one with what another one had in it."""
        documents = self.write_documents if with_documents else lambda: None
        if self.folder.exists():
            return load(self.write(), documents())
        said = (*sorted(self.files().items()), *sorted(self.documents.items() if with_documents else ()))
        return _kept(_LOADED, said, lambda: load(self.write(), documents()))

    def register(self) -> Register:
        """Load the folder, and give its register, which has no errors."""
        loaded = self.load()
        assert loaded.register is not None, loaded.errors
        return loaded.register

    def told(self, rule: str | None = None, *, with_documents: bool = False) -> list[str]:
        """Load, and give what one rule (or any) tells, as printed but for the file and the line."""
        problems = self.load(with_documents=with_documents).problems
        return [str(problem).split(": ", 1)[1] for problem in problems if rule in (None, problem.rule)]


def loading_once() -> Callable[[Path], LoadResult]:
    """Make a `load` that gives again what came of another folder with the same in it, as a register never changes."""
    loaded: dict[object, LoadResult] = {}

    def load_once(data: Path) -> LoadResult:
        files = frozenset((str(one.relative_to(data)), one.is_file() and one.read_bytes()) for one in data.rglob("*"))
        return _kept(loaded, files, lambda: load(data))

    return load_once


def _read_once(path: Path, file: str, model: type[Record], **more: Any) -> FileContent:
    """Read a file once for all registers that have the same one; each gets records of its own to write origins to."""
    if not path.is_file() or path.stat().st_size > SMALL:
        return read_file(path, file, model, **more)
    said = path.read_bytes(), file, model, *sorted(more.items())
    content = _kept(_READ, said, lambda: read_file(path, file, model, **more), most=500)
    records = [record.model_copy() for record in content.records]
    for record, first in zip(records, content.records, strict=True):
        record.set_origin(first.origin, first.unread_fields)
    return replace(content, records=records)


def _kept(kept: dict[Any, T], name: object, make: Callable[[], T], *, most: int = 20) -> T:
    """Give what is kept under a name, made if need be; the oldest goes where there are too many."""
    if name not in kept:
        if len(kept) == most:
            kept.pop(next(iter(kept)))
        kept[name] = make()
    return kept[name]


@lru_cache(1_000)
def _text_of(file: str, records: str) -> str:
    """Write a file once for all registers in which it holds the same."""
    return as_yaml(_in_order(file, json.loads(records)))


def as_yaml(value: Any, indent: str = "") -> str:
    """Write mappings, lists and text as the register's files have them."""
    if isinstance(value, dict):
        return "".join(f"{indent}{key}:{_beside(item, indent)}" for key, item in value.items())
    if not value:
        return f"{indent}[]\n"
    blocks = (as_yaml(item, f"{indent}  ") for item in value)
    return "".join(f"{indent}- {block.removeprefix(f'{indent}  ')}" for block in blocks)


def _beside(value: Any, indent: str) -> str:
    """Write what stands after a field's name."""
    if isinstance(value, dict) or (isinstance(value, list) and value and isinstance(value[0], dict)):
        return f"\n{as_yaml(value, indent + '  ')}"
    if isinstance(value, list):
        return f" [{', '.join(item if WORD.fullmatch(item) else _quoted(item) for item in value)}]\n"
    return f" {value if PLAIN.fullmatch(value) else _quoted(value)}\n"


def _quoted(text: str) -> str:
    """Write a text in quotation marks, as YAML and JSON both read it."""
    return json.dumps(text, ensure_ascii=False)


def _in_order(file: str, records: Any) -> Any:
    """Put the fields of records in the order that their file has."""
    name = Path(file).name
    if name == PANEL:
        return {key: _in_order(key, records[key]) for key in records}
    order = MODELS[name].field_order()
    many = records if isinstance(records, list) else [records]
    ordered = [
        dict(sorted(record.items(), key=lambda item: order.index(item[0]) if item[0] in order else len(order)))
        for record in many
    ]
    return ordered if isinstance(records, list) else ordered[0]


loading.read_file = _read_once  # most files of most made-up registers are the same
