"""Made-up registers by chance: Testshire with more inspections, and in each whatever a letter can say, mixed anyhow."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from tests.testshire import FIRST, Testshire

TODAY = date(2030, 12, 1)
_THEMES = ("partnership", "workforce", "offenders", "victims")
_EXCERPT = "These are 3 of the words of it"


def by_chance(folder: Path, seed: int) -> Testshire:
    """Make a register of two to four inspections; the same seed always makes the same one.

    The first inspection has no reply but a press release, in which inspectors speak for themselves; of the others only
    the letters in reply were read.
    """
    chance = Random(seed)  # noqa: S311  # nothing here is secret
    made = Testshire(folder)
    for theme in _THEMES[2:]:
        made.add("themes.yaml", "workforce", id=theme, label=theme.capitalize())
    made.add("bodies.yaml", "testshire_pcc", id="testshire_dpcc", name="Deputy Police and Crime Commissioner")
    made.change("testshire_dpcc", acronym="DPCC")
    made.add("bodies.yaml", "testshire_police", id="hospitals", kind="partner", name="Testshire Hospitals")
    made.add_inspections(chance.randrange(3))
    folders = [file.rpartition("/")[0] for file in made.records if file.endswith("inspection.yaml")]
    for of_inspection in folders:
        inspection = made.records[f"{of_inspection}/inspection.yaml"]
        inspection["scope"] = chance.choice(("local", "national"))
        if of_inspection != FIRST and chance.random() < 0.4:
            report = made.record("first.report") | {"title": "One more report"}
            inspection["documents"].insert(0, report)
        _fill(made, of_inspection, chance)
    _compare(made, folders, chance)
    return made


def _fill(made: Testshire, folder: str, chance: Random) -> None:
    """Write what the document of an inspection says."""
    replied = folder != FIRST
    author = chance.choice(("testshire_pcc", "testshire_dpcc"))
    voices = ("reported", "quoted", "respondent") if replied else ("inspectorate",)
    document = "reply" if replied else "press_release"

    def entries(letter: str, most: int) -> list[dict[str, Any]]:
        number = chance.randrange(most)
        return [
            {
                "id": f"{letter}{nth:02}",
                "voice": chance.choice(voices),
                "scope": chance.choice(("local", "local", "national")),
                "summary": f"Something is said here as {letter} {nth}.",
                "excerpt": _EXCERPT,
                "document": document,
                "paragraph": "2",
                "themes": chance.sample(_THEMES, chance.choice((1, 1, 2))),
                "bodies": chance.sample(("testshire_police", "hospitals"), chance.randrange(3)),
            }
            for nth in range(1, number + 1)
        ]

    actions = entries("A", 7)
    for action in actions:
        action["status"] = chance.choice(("done", "under_way", "ongoing"))
        _maybe(chance, action, vouched_by=chance.choice(("inspectors", "hospitals")))
    commitments = entries("K", 12)
    for commitment in commitments:
        own = replied and chance.random() < 0.7
        commitment["voice"] = "respondent" if own else chance.choice(voices[:2])
        commitment["kind"] = chance.choice(("undertaking", "expectation", "undertaking", "need"))
        commitment["by"] = author if own else "inspectors"
        if commitment["kind"] != "need":
            commitment["specific"] = chance.choice(("true", "false"))
            _maybe(chance, commitment, general="true")
            _maybe(chance, commitment, owner=chance.choice(("testshire_police", "hospitals", author)))
            _maybe(chance, commitment, due={"printed": "by then", "date": chance.choice(("2030-10", "2031"))})
            _maybe(chance, commitment, measure="These are words")
    can_answer = [one["id"] for one in actions] + [one["id"] for one in commitments if one.get("general") != "true"]
    findings = entries("C", 18)
    for finding in findings:
        finding["polarity"] = chance.choice(("concern", "strength", "concern"))
        finding["id"] = finding["id"].replace("C", finding["polarity"][0].upper())
        _maybe(chance, finding, source="Somebody else, elsewhere")
        if replied and finding["polarity"] == "concern":
            finding["answers"] = chance.sample(can_answer, min(chance.choice((0, 0, 1, 2, 3)), len(can_answer)))
    _tell_of_a_report(made, folder, findings, chance)
    _recommend(made, folder, entries("R", 5), chance, voices)
    figures = entries("F", 4)
    for figure in figures:
        figure.update(value="3", bound="exact", unit="words", counts="Words")
    for name, records in zip(
        ("findings", "actions", "commitments", "figures"), (findings, actions, commitments, figures), strict=True
    ):
        made.records[f"{folder}/{name}.yaml"] = records


def _recommend(
    made: Testshire, folder: str, records: list[dict[str, Any]], chance: Random, voices: tuple[str, ...]
) -> None:
    """Make recommendations of some entries, of which the reply, if there is one, says nothing."""
    for one in records:
        one["kind"] = chance.choice(("recommendation", "area_for_improvement", "cause_of_concern"))
        one["voice"] = voices[0]
        one["addressee"] = "hospitals"
        if folder != FIRST:
            one["replies"] = [{"document": "reply", "answer": "not_stated"}]
    made.records[f"{folder}/recommendations.yaml"] = records


def _tell_of_a_report(made: Testshire, folder: str, findings: list[dict[str, Any]], chance: Random) -> None:
    """Let some of what a letter says only say again what a report found, whose concerns have the answers."""
    if folder == FIRST or chance.random() < 0.5:
        return
    inspection = made.records[f"{folder}/inspection.yaml"]
    report = made.record("first.press_release") | {"id": "whole_report", "kind": "report", "file": "whole.txt"}
    report.pop("date")
    inspection["documents"].append(report)
    again = [one for one in findings if one["voice"] != "respondent" and "source" not in one and chance.random() < 0.4]
    first = [
        one | {"id": f"{one['id'][0]}{int(one['id'][1:]) + 50}", "voice": "inspectorate", "document": "whole_report"}
        for one in again
    ]
    for one, of_report in zip(again, first, strict=True):
        one["restates"] = of_report["id"]
        one.pop("answers", None)
    findings.extend(first)


def _maybe(chance: Random, record: dict[str, Any], **fields: Any) -> None:
    """Write a field now and then."""
    if chance.random() < 0.3:
        record.update(fields)


def _compare(made: Testshire, folders: list[str], chance: Random) -> None:
    """Compare points of different inspections, and say of others which later documents do not mention them."""
    ids = {
        folder: [
            one["id"]
            for name in ("findings", "actions", "commitments")
            for one in _of(made, folder, name)
            if "restates" not in one
        ]
        for folder in folders
    }
    made.records["pairs.yaml"] = []
    paired: set[str] = set()
    for nth in range(chance.randrange(8)):
        earlier, later = sorted(chance.sample(folders, 2))
        if ids[earlier] and ids[later]:
            names = [f"{_name(folder)}.{chance.choice(ids[folder])}" for folder in (earlier, later)]
            if names[0] in paired:
                continue
            paired.add(names[0])
            made.records["pairs.yaml"].append(
                {
                    "id": f"P{nth + 1:02}", "earlier": names[0], "later": names[1], "reason": "Both are said.",
                    "relation": chance.choice(("repeats", "bears_out", "qualifies", "conflicts_with")),
                    "strength": chance.choice(("strong", "arguable")), "caution": "They may differ.",
                }
            )  # fmt: skip
    for place, folder in enumerate(folders[:-1]):
        replies = [f"{_name(later)}.reply" for later in folders[place + 1 :]]
        for finding in _of(made, folder, "findings"):
            if (
                finding["polarity"] == "concern"
                and "restates" not in finding
                and f"{_name(folder)}.{finding['id']}" not in paired
            ):
                _maybe(chance, finding, not_mentioned_in=replies[: chance.choice((1, len(replies), len(replies)))])


def _of(made: Testshire, folder: str, name: str) -> Iterable[dict[str, Any]]:
    return made.records[f"{folder}/{name}.yaml"]  # type: ignore[no-any-return]


def _name(folder: str) -> str:
    return folder.rpartition("/")[2]
