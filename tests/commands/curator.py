"""A made-up force, its papers in three lay-outs, and what a curator types to make a register of them."""

import json
import re
from pathlib import Path

import docx

from tests.commands.conftest import as_pdf, run

REPORT = """\
How well Testshire Police protects children

14 March 2029

Main findings

1.1 We inspected Testshire Police in January 2029. Officers in the
control room recognise children at risk early.

1.2 Strategy meetings often go ahead without health services. In 12 of
the 31 cases that we read, nobody from health was there.

1.3 Two thirds of phones waited more than 90 days. The force spent
£1.5million on a new unit for them.

Recommendations

2.1 Within three months, Testshire Police should make sure that health
services take part in every meeting.

2.2 By December 2029, Testshire Police should examine phones within 30 days.
""".splitlines()
LETTER = """\
Office of the Police and Crime Commissioner

2 May 2030

Dear Chief Inspector,

Inspection of child protection in Testshire

Thank you for your report of April 2030. I will ensure that every
recommendation is acted upon.

You found that strategy meetings still went ahead without health
services. I will write to the health board before the end of June 2030,
and I expect the Chief Constable to report to me each month.

Inspectors praised the new digital unit, which now examines phones
within 30 days. More than 90 officers have been trained to use it.

Better records of each case are essential.

Yours sincerely,

B. Made-Up
Police and Crime Commissioner for Testshire
""".splitlines()
SUFFIXES = (".txt", ".pdf", ".docx")

OF_REPORT = {
    "findings": """\
- id: S01
  polarity: strength
  summary: Control room officers recognise children at risk early.
  excerpt: Officers in the control room recognise children at risk early
  paragraph: 1.1
  themes: [early_risk]
  bodies: [testshire_police]
- id: C01
  polarity: concern
  summary: Strategy meetings often went ahead without health services.
  excerpt: Strategy meetings often go ahead without health services
  paragraph: 1.2
  themes: [partnership]
  bodies: [testshire_police, health]
- id: C02
  polarity: concern
  summary: Most phones waited more than 90 days to be examined.
  excerpt: Two thirds of phones waited more than 90 days
  paragraph: 1.3
  themes: [digital]
  bodies: [testshire_police]
""",
    "actions": """\
- id: A01
  status: done
  summary: Testshire Police spent £1.5 million on a new unit for phones.
  excerpt: The force spent £1.5million on a new unit for them
  paragraph: 1.3
  themes: [digital]
  bodies: [testshire_police]
""",
}
OF_LETTER = {
    "findings": """\
- id: C01
  polarity: concern
  summary: Health services were still missing from strategy meetings.
  excerpt: strategy meetings still went ahead without health services
  paragraph: 2
  themes: [partnership]
  bodies: [health]
  answers: [K02, K03]
- id: S01
  polarity: strength
  summary: The work of the new digital unit was praised.
  excerpt: Inspectors praised the new digital unit
  paragraph: 3
  themes: [digital]
  bodies: [testshire_police]
""",
    "actions": """\
- id: A01
  status: ongoing
  summary: The new digital unit is said to examine phones within 30 days.
  excerpt: which now examines phones within 30 days
  paragraph: 3
  themes: [digital]
  bodies: [testshire_police]
""",
    "commitments": """\
- id: K01
  kind: undertaking
  general: true
  summary: The Commissioner will ensure that every recommendation is acted upon.
  excerpt: I will ensure that every recommendation is acted upon
  paragraph: 1
  themes: [leadership]
  owner: pcc
  specific: false
- id: K02
  kind: undertaking
  summary: The Commissioner will write to the health board before the end of June 2030.
  excerpt: I will write to the health board before the end of June 2030
  paragraph: 2
  themes: [partnership]
  bodies: [health]
  owner: pcc
  specific: true
  due:
    printed: before the end of June 2030
    date: 2030-06
- id: K03
  kind: expectation
  summary: The Commissioner expects the Chief Constable to report each month.
  excerpt: I expect the Chief Constable to report to me each month
  paragraph: 2
  themes: [leadership]
  bodies: [testshire_police]
  owner: testshire_police
  specific: true
- id: K04
  kind: need
  summary: The Commissioner says it is essential that records of cases become better.
  excerpt: Better records of each case are essential
  paragraph: 4
  themes: [performance]
""",
}
PAIRS = """\
- id: P01
  later: 2030-child-protection.C01
  earlier: 2029-child-protection.C01
  relation: repeats
  strength: strong
  reason: In 2029 and again in 2030 inspectors found meetings without health services.
"""
HIGHLIGHTS = """\
- id: H01
  sentence: In May 2030 the Commissioner’s letter reported meetings without health services, as in 2029.
  entries: [2030-child-protection.C01, 2029-child-protection.C01]
"""
QUESTIONS = """\
- id: Q01
  text: You wrote that you would write to the health board. What did it answer?
  entries: [2030-child-protection.K02]
  addressed_to: pcc
"""
BODIES = """\
- id: inspectors
  kind: inspectorate
  name: Inspectorate of Testing
  description: The inspectorate of these tests.
- id: health
  kind: partner
  name: Testshire health services
  description: The hospitals and surgeries of Testshire.
"""
FIGURES = {
    value: {"bound": bound, "unit": unit, "counts": counts, "themes": f"[{theme}]",
            "summary": f"{counts} are given as a number."}
    for value, bound, unit, counts, theme in (
        ("12", "exact", "cases", "Cases without health services", "partnership"),
        ("31", "exact", "cases", "Cases that inspectors read", "partnership"),
        ("2", "exact", "thirds", "Phones that waited more than 90 days", "digital"),
        ("90", "at_least", "days or officers", "Days that phones waited, or officers trained", "digital"),
        ("30", "at_most", "days", "Days in which phones are examined", "digital"),
        ("1.5", "exact", "million pounds", "What the force spent on a new unit", "digital"),
    )
}  # fmt: skip
"""What a curator adds to the numbers that count something, by their value."""
RECOMMENDATIONS = {
    number: {"summary": summary, "themes": f"[{theme}]", "addressee": "testshire_police", "more": f"""\
  later:
    - summary: {later}
      excerpt: {excerpt}
      document: 2030-child-protection.reply
      paragraph: {paragraph}
"""}
    for number, theme, summary, later, excerpt, paragraph in (
        ("2.1", "partnership", "Health services should take part in every meeting.",
         "The Commissioner writes that inspectors still found meetings without health services.",
         "strategy meetings still went ahead without health services", 2),
        ("2.2", "digital", "Testshire Police should examine phones within 30 days.",
         "The Commissioner says that the new unit examines phones within 30 days.",
         "the new digital unit, which now examines phones within 30 days", 3),
    )
}  # fmt: skip
"""What a curator adds to the recommendations of the report, by their number: the letter a year later speaks of both."""


def write_paper(folder: Path, name: str, lines: list[str], suffix: str) -> Path:
    """Write a paper in one of three lay-outs: as PDF on two pages, with a page number between."""
    path = folder / f"{name}{suffix}"
    half = lines.index("", len(lines) // 2)
    if suffix == ".pdf":
        as_pdf(path, [lines[:half], ["- 2 -", "", *lines[half + 1 :]]])
    elif suffix == ".docx":
        document = docx.Document()
        for paragraph in "\n".join(lines).split("\n\n"):
            keep = "Made-Up" in paragraph
            document.add_paragraph(paragraph if keep else paragraph.replace("\n", " "))
        document.save(str(path))
    else:
        path.write_text("\n".join(lines), encoding="utf-8")
    return path


def fill_in(path: Path, **fields: str) -> None:
    """Write values behind the names of fields that stand empty."""
    text = path.read_text("utf-8")
    for name, value in fields.items():
        text, count = re.subn(rf"(?m)^( *{name}:)$", rf"\1 {value}", text)
        assert count, f"{path.name} has no empty {name}"
    path.write_text(text, "utf-8")


def add(path: Path, records: str) -> None:
    """Write records at the end of a list, or in place of []."""
    path.write_text(path.read_text("utf-8").replace("[]\n", "\n") + records, "utf-8")


def complete(path: Path, by: str, known: dict[str, dict[str, str]]) -> None:
    """Complete the records of a file that one of their fields makes known, and delete the rest."""
    head, *items = re.split(r"(?m)^(?=- )", path.read_text("utf-8"))
    kept = []
    for item in items:
        if said := known.get(re.findall(rf"{by}: (\S+)", item)[0]):
            lines = [re.sub(r"^  (\w+):.*", lambda line, said=said: f"  {line[1]}: {said.get(line[1])}", line)
                     if line.strip(" :").partition(":")[0] in said else line for line in item.splitlines()]  # fmt: skip
            kept.append("\n".join([*lines, said.get("more", "")]).rstrip() + "\n")
    path.write_text(head + "".join(kept), "utf-8")


def add_inspection(data: Path, paper: Path, entries: dict[str, str], *, body: str, title: str) -> None:
    """Take a paper from its file to its entries, step by step as the guide tells."""
    name = f"{title[-4:]}-child-protection"
    folder = data / "inspections" / name
    assert run("new", "inspection", name, paper, "--data", data).exit_code == 0
    fill_in(folder / "inspection.yaml", title=title, short_title=f"Look of {title[-4:]}", scope="local",
            inspectorates="[Inspectorate of Testing]", subject="The force and its partners", body=body)  # fmt: skip
    assert run("new", "entries", name, "--data", data, "--documents", paper.parent).exit_code == 0
    complete(folder / "figures.yaml", "value", FIGURES)
    complete(folder / "recommendations.yaml", "number", RECOMMENDATIONS)
    for kind, records in entries.items():
        add(folder / f"{kind}.yaml", records)


def make_register(data: Path, documents: Path, suffix: str) -> None:
    """Make a register of Testshire from nothing by the ten steps of the guide, as far as its last."""
    run("new", "register", data, "--area", "Testshire", "--force", "Testshire Police")
    fill_in(data / "register.yaml", title="How Testshire protects children", made_by="Made for tests",
            contact="scrutiny@example.org", reviewed_on="2030-11-15")  # fmt: skip
    add(data / "bodies.yaml", BODIES)
    report, letter = (write_paper(documents, *paper, suffix) for paper in (("report", REPORT), ("letter", LETTER)))
    add_inspection(data, report, OF_REPORT, body="inspectors", title="Inspection of 2029")
    add_inspection(data, letter, OF_LETTER, body="pcc", title="Inspection of 2030")
    for name, records in (("pairs", PAIRS), ("highlights", HIGHLIGHTS), ("questions", QUESTIONS)):
        add(data / f"{name}.yaml", records)
    for inspection in data.glob("inspections/*/inspection.yaml"):
        publish(inspection)
    run("check", "--data", data, "--fix")
    run("format", "--data", data)
    delete_unused_themes(data)


def publish(path: Path) -> None:
    """Delete the line that makes a draft."""
    path.write_text(re.sub(r"(?m)^draft: true.*\n", "", path.read_text("utf-8")), "utf-8")


def delete_unused_themes(data: Path) -> None:
    """Delete the themes that the checker names."""
    told = json.loads(run("check", "--data", data, "--format", "json").output)["problems"]
    unused = {problem["entry"] for problem in told if problem["rule"] == "everything_is_used"}
    records = re.split(r"(?m)^(?=- )", (data / "themes.yaml").read_text("utf-8"))
    kept = [record for record in records if not any(record.startswith(f"- id: {theme}\n") for theme in unused)]
    (data / "themes.yaml").write_text("".join(kept), "utf-8")
