"""The real register, its specimens and its guide."""

import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from scrutiny.register.loading import ENTRY_FILES, OPTIONAL_FILES, PANEL, TOP_FILES, load
from scrutiny.register.places import Part, Place
from scrutiny.register.records import (
    Action,
    AskedQuestion,
    Body,
    Came,
    Comment,
    Commitment,
    Dated,
    Document,
    Entry,
    Event,
    Figure,
    FigureElsewhere,
    Finding,
    Grade,
    Highlight,
    Inspection,
    LaterStatus,
    Measure,
    Pair,
    PanelMeeting,
    Question,
    QuestionTemplate,
    Recommendation,
    RecommendationReply,
    Record,
    Release,
    Result,
    Settings,
    Term,
    Theme,
)
from scrutiny.register.register import Register
from scrutiny.register.releases import release_problems
from scrutiny.register.vocabulary import (
    Acceptance,
    ActionStatus,
    BodyKind,
    Bound,
    CommitmentKind,
    DocumentKind,
    EventKind,
    Gap,
    LabelledEnum,
    PairStrength,
    Polarity,
    RecommendationKind,
    Relation,
    Scope,
    Voice,
)

DATA = Path(__file__).parents[1] / "data"
TEMPLATES = DATA / "templates"
SECTIONS: dict[type[Record], str] = {
    Settings: "register.yaml",
    Release: "register.yaml",
    Theme: "themes.yaml",
    Body: "bodies.yaml",
    Term: "glossary.yaml",
    Event: "events.yaml",
    Pair: "pairs.yaml",
    Highlight: "highlights.yaml",
    Question: "questions.yaml",
    QuestionTemplate: "question_templates.yaml",
    Measure: "measures.yaml",
    FigureElsewhere: "measures.yaml",
    Inspection: "inspection.yaml",
    Grade: "inspection.yaml",
    Document: "inspection.yaml",
    Dated: "Dates",
    Entry: "Every entry",
    Finding: "findings.yaml",
    Action: "actions.yaml",
    Result: "actions.yaml",
    Commitment: "commitments.yaml",
    Figure: "figures.yaml",
    Recommendation: "recommendations.yaml",
    RecommendationReply: "recommendations.yaml",
    LaterStatus: "recommendations.yaml",
    PanelMeeting: "panel.yaml",
    AskedQuestion: "panel.yaml",
    Came: "panel.yaml",
    Comment: "panel.yaml",
}
WORDS: dict[type[LabelledEnum], str] = {
    BodyKind: "bodies.yaml",
    EventKind: "events.yaml",
    Relation: "pairs.yaml",
    PairStrength: "pairs.yaml",
    Gap: "question_templates.yaml",
    Scope: "Every entry",
    DocumentKind: "inspection.yaml",
    Voice: "Every entry",
    Polarity: "findings.yaml",
    ActionStatus: "actions.yaml",
    CommitmentKind: "commitments.yaml",
    Bound: "figures.yaml",
    RecommendationKind: "recommendations.yaml",
    Acceptance: "recommendations.yaml",
}


@cache
def guide() -> dict[str, set[str]]:
    """Give what each section of the guide's chapter on files names in code marks."""
    text = (DATA / "README.md").read_text(encoding="utf-8")
    sections = re.split(r"^### (.+)$", text, flags=re.MULTILINE)[1:]
    named = zip(sections[::2], sections[1::2], strict=True)
    return {title: set(re.findall(r"`([^`\n]+)`", body.split("\n## ")[0])) for title, body in named}


@cache
def templates() -> Register:
    """Give the register of the specimens."""
    register = load(TEMPLATES).register
    assert register is not None
    return register


def test_the_register_has_no_problems() -> None:
    """The data that is served has no errors, and no warning but that whoever runs it is still to name a contact."""
    assert [str(problem).split(": ", 1)[1] for problem in load(DATA).problems] == [
        "contact: warning: is still to be filled in: name whom to write to about a mistake"
    ]


def test_the_register_holds_what_was_read(real: Register) -> None:
    """So many of each kind were read in the four documents; a need is no commitment."""
    assert Counter(str(entry.entry_kind) for entry in real.entries) == {
        "concern": 78, "strength": 32, "action": 48, "commitment": 34, "need": 16, "figure": 10,
    }  # fmt: skip
    assert len(real.entries) == 218
    assert (len(real.commitments), len(real.needs)) == (34, 16)
    assert (len(real.events), len(real.pairs)) == (10, 54)
    assert (len(real.highlights), len(real.questions), len(real.question_templates)) == (8, 13, 8)
    assert sum(commitment.general for commitment in real.commitments) == 6
    assert sum(pair.strength is PairStrength.STRONG for pair in real.pairs) == 5


def test_templates_have_no_problems() -> None:
    """The specimens are a register of their own, without errors and warnings."""
    assert [str(problem) for problem in load(TEMPLATES).problems] == []


def test_the_archive_of_the_templates_is_as_it_was_kept() -> None:
    """The specimen of a release can be read; that in git is only shown, and is told of."""
    told = [(problem.line, problem.severity) for problem in release_problems(TEMPLATES, templates().settings)]
    assert told == [(14, "warning")]
    assert TEMPLATES.joinpath("register.yaml").read_text("utf-8").splitlines()[13].startswith("    revision:")


def test_templates_hold_every_file() -> None:
    """There is a specimen of each file of the layout, and nothing else."""
    inspection = {"inspection.yaml", *ENTRY_FILES}
    expected = {"register.yaml", PANEL, "releases/2030-10-01.zip", *TOP_FILES, *OPTIONAL_FILES}
    for name in ("2029-example", "2030-example"):
        expected |= {f"inspections/{name}/{file}" for file in inspection}
    assert {path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*") if path.is_file()} == expected


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.yaml")), ids=lambda path: path.parent.name + "/" + path.name)
def test_template_begins_with_what_it_is(path: Path) -> None:
    """Each specimen says in its first line what the file holds."""
    assert re.match(r"# \S.*\.\n", path.read_text(encoding="utf-8"))


def _records(register: Register) -> list[Record]:
    """Give all records of a register, those within others too."""
    found: list[Record] = []
    waiting: list[Any] = [
        register.settings, *register.themes, *register.bodies, *register.glossary,
        *register.inspections, *register.items, *register.pairs, *register.highlights, *register.questions,
        *register.question_templates, *register.meetings, *register.asked, *register.comments, *register.measures,
    ]  # fmt: skip
    while waiting:
        value = waiting.pop()
        if isinstance(value, Record):
            found.append(value)
            waiting += [getattr(value, name) for name in value.model_fields_set]
        elif isinstance(value, tuple):
            waiting += value
    return found


@pytest.mark.parametrize("model", [model for model in SECTIONS if model is not Entry])
def test_templates_use_every_field(model: type[Record]) -> None:
    """Every field of every record stands in a specimen at least once."""
    used = {field for record in _records(templates()) if type(record) is model for field in record.model_fields_set}
    assert used == model.model_fields.keys()


EXPLAINED = [
    *TEMPLATES.glob("*.yaml"),
    *(TEMPLATES / "inspections" / "2030-example").glob("*.yaml"),
]


@pytest.mark.parametrize("path", sorted(EXPLAINED), ids=lambda path: path.name)
def test_templates_explain_every_field(path: Path) -> None:
    """In the specimens to copy, the first use of a field has a comment beside it, above it, or on its parts."""
    lines = path.read_text(encoding="utf-8").splitlines()
    explained, unexplained = set(), []
    for number, line in enumerate(lines):
        match = re.match(r"[\s-]*(\w+):(?P<rest>.*)", line)
        if line.lstrip().startswith("#") or not match:
            continue
        beside = " # " in match["rest"]
        above = lines[number - 1].lstrip().startswith("#")
        parts = match["rest"].strip() == "" and " # " in lines[number + 1]
        if beside or above or parts:
            explained.add(match[1])
        elif match[1] not in explained:
            unexplained.append(match[1])
    assert unexplained == []


@pytest.mark.parametrize("model", SECTIONS)
def test_guide_names_every_field(model: type[Record]) -> None:
    """Every field of every record stands in the guide's section on its file."""
    fields = model.model_fields.keys() - {"inspection"}
    if model is Inspection:
        fields -= {"id"}
    if issubclass(model, Entry) and model is not Entry:
        fields -= Entry.model_fields.keys()
    assert fields - guide()[SECTIONS[model]] == set()


@pytest.mark.parametrize("words", WORDS)
def test_guide_names_every_value(words: type[LabelledEnum]) -> None:
    """Every word that a field may have stands in the guide's section on it."""
    assert {str(word) for word in words} - guide()[WORDS[words]] == set()


def test_every_vocabulary_of_the_data_is_checked_here() -> None:
    """Each vocabulary that a record's field reads is among those whose words the guide must name."""
    read = {
        annotation
        for model in SECTIONS
        for annotation in (field.annotation for field in model.model_fields.values())
        if isinstance(annotation, type) and issubclass(annotation, LabelledEnum)
    }
    assert read == set(WORDS)


def test_guide_tells_of_every_place() -> None:
    """Each kind of place stands in the guide with its form and its meaning."""
    text = (DATA / "README.md").read_text(encoding="utf-8")
    table = text.partition("## How paragraphs are counted")[2].partition("<!--")[0]
    told = {Place.parse(form).part: what for form, what in re.findall(r"\| `(.+?)` \| (.+) \|", table)}
    assert told == {part: part.meaning for part in Part}


def test_guide_names_no_field_that_is_not_there() -> None:
    """The rows of the guide's tables are fields and values of the register."""
    text = (DATA / "README.md").read_text(encoding="utf-8").split("## How to judge")[0]
    text = re.sub(r"## How paragraphs are counted.+?(?=\n## )", "", text, flags=re.DOTALL)
    cells = [cell for row in re.findall(r"^\| (`.+?`) \|", text, re.MULTILINE) for cell in re.findall(r"`(.+?)`", row)]
    fields = {field for model in SECTIONS for field in model.model_fields}
    values = {str(word) for words in WORDS for word in words}
    assert set(cells) - fields - values == set()
