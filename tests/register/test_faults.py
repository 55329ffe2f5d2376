"""A table of faults: whatever becomes of a file, it is told with its place, and nothing else happens."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from scrutiny.register.loading import load
from scrutiny.register.reading import MAX_BYTES, MAX_VALUES, read_tree
from tests.testshire import FIRST, SECOND, Testshire

ROOT = Path(__file__).parents[2]
SECONDS = 2
MEGABYTES = 200
Bounded = Callable[[Path], list[str]]
BOUNDED = f"""
import os, resource, signal, sys
from pathlib import Path
from scrutiny.register.loading import load
for folder in sys.stdin:
    if not os.fork():
        pages = int(Path("/proc/self/statm").read_text().split()[0])
        signal.setitimer(signal.ITIMER_PROF, {SECONDS})
        resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + {MEGABYTES} * 2**20,) * 2)
        print(*load(Path(folder.strip())).errors, sep="\\n")
        sys.exit()
    print("ended with", os.waitstatus_to_exitcode(os.wait()[1]), flush=True)
"""
"""Loads each folder that it is told in a new process, which has imported all and read nothing."""


@dataclass(frozen=True)
class Fault:
    """What is done to a file of the register, and where and how that is told."""

    file: str
    do: Callable[[Path], object]
    line: int
    word: str


def holds(content: str | bytes, line: int, word: str, file: str = "pairs.yaml") -> Fault:
    """Let a file hold something else."""
    raw = content.encode() if isinstance(content, str) else content
    return Fault(file, lambda path: path.write_bytes(raw), line, word)


def instead(put: Callable[[Path], object], word: str) -> Fault:
    """Let something else stand in place of a file."""
    return Fault("pairs.yaml", lambda path: (path.unlink(), put(path)), 1, word)


def says(file: str, right: str, wrong: str, word: str, *, below: int = 0) -> Fault:
    """Let one line say something else; it is told there, or some lines below."""
    text = (Testshire(Path()).text_of(file)).replace("\r", "")
    assert text.count(right) == 1, (file, right)
    return Fault(
        file,
        lambda path: path.write_text(path.read_text("utf-8").replace(right, wrong), "utf-8"),
        text[: text.index(right)].count("\n") + 1 + below,
        word,
    )


def pair(field: str) -> str:
    """Write a pair with one more field."""
    return f"- id: P01\n  {field}\n"


FINDINGS, COMMITMENTS = f"{SECOND}/findings.yaml", f"{SECOND}/commitments.yaml"
FIGURES, INSPECTION = f"{SECOND}/figures.yaml", f"{SECOND}/inspection.yaml"
DUE, REVIEWED = 'date: "2030"', "reviewed_on: 2030-11-15"

FAULTS: dict[str, dict[str, Fault]] = {
    "encoding": {
        "Latin-1": holds("- id: caf\xe9\n".encode("latin-1"), 1, "UTF-8"),
        "Windows quotation marks": holds(b"- id: P01\n  reason: \x93so\x94\n", 2, "UTF-8"),
        "UTF-16": holds("- id: P01\n".encode("utf-16"), 1, "UTF-8"),
        "UTF-16 without a mark": holds("- id: P01\n".encode("utf-16-le"), 1, "U+0000"),
        "UTF-32": holds("- id: P01\n".encode("utf-32"), 1, "UTF-8"),
        "half a character": holds("- id: é".encode()[:-1], 1, "UTF-8"),
        "overlong form": holds(b"- id: \xc0\xaf\n", 1, "UTF-8"),
        "surrogate in bytes": holds(b"- id: \xed\xa0\x80\n", 1, "UTF-8"),
        "surrogate as an escape": holds('- id: "\\ud800"\n', 1, "Unicode"),
        "picture": holds(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 1, "UTF-8"),
        "archive": holds(b"PK\x03\x04\x14\0\0\0", 1, "U+0003"),
    },
    "unseen characters": {
        "NUL": holds(pair("reason: a\0b"), 2, "U+0000"),
        "only NULs": holds(b"\0" * 4096, 1, "U+0000"),
        "next line": holds(pair("reason: a\u0085b"), 2, "U+0085"),
        "line separator": holds(pair("reason: a\u2028b"), 2, "U+2028"),
        "paragraph separator": holds(pair("reason: a\u2029b"), 2, "U+2029"),
        "right-to-left override": holds(pair("reason: a\u202eb"), 2, "U+202E"),
        "isolate": holds(pair("reason: a\u2066b"), 2, "U+2066"),
        "zero-width space": holds(pair("reason: a\u200bb"), 2, "U+200B"),
        "word joiner": holds(pair("reason: a\u2060b"), 2, "U+2060"),
        "mark of byte order within": holds(pair("reason: a\ufeffb"), 2, "U+FEFF"),
        "variation selector": holds(pair("reason: a\ufe0fb"), 2, "U+FE0F"),
        "tag character": holds(pair("reason: a\U000e0041b"), 2, "U+E0041"),
        "private use": holds(pair("reason: a\ue000b"), 2, "U+E000"),
        "escape of a terminal": holds(pair("reason: a\x1b[31mb"), 2, "U+001B"),
        "delete": holds(pair("reason: a\x7fb"), 2, "U+007F"),
        "carriage returns alone": holds("- id: P01\r  reason: x\r", 1, "U+000D"),
        "as an escape": holds(pair('reason: "a\\u202eb"'), 2, "U+202E"),
        "in a comment": holds("# a\u200b\n[]\n", 1, "U+200B"),
        "in a field’s name": holds(pair('"rea\\u200bson": x'), 2, "U+200B"),
    },
    "YAML": {
        "empty": holds("", 1, "is empty"),
        "only spaces": holds(" \n\n", 1, "is empty"),
        "only a comment": holds("# later\n", 1, "is empty"),
        "half a file": holds('- id: P01\n  reason: "Both are ab', 2, "not closed"),
        "half a list": holds("- id: P01\n  later: [a, b", 2, "not closed"),
        "tab before a field": holds("- id: P01\n\treason: x\n", 2, "tab"),
        "wrong indent": holds("- id: P01\n   reason: x\n  caution: y\n", 2, "further in"),
        "colon in plain text": holds(pair("reason: so: not"), 2, "“: ”"),
        "reserved sign": holds(pair("reason: @home"), 2, "reserves"),
        "marks of a merge": holds("<<<<<<< ours\n- id: P01\n=======\n- id: P02\n>>>>>>> theirs\n", 2, "further in"),
        "field twice": holds("- id: P01\n  reason: x\n  reason: y\n", 3, "stands twice"),
        "two documents": holds("[]\n---\n[]\n", 2, "second document"),
        "tag of Python": holds(pair("reason: !!python/object/apply:os.system [id]"), 2, "has a tag"),
        "tag of a number": holds(pair("reason: !!int 1"), 2, "has a tag"),
        "anchor": holds(pair("reason: &a x"), 2, "has an anchor"),
        "alias": holds(pair("reason: *a"), 2, "has an alias"),
        "merge of fields": holds("- &a {id: P01}\n- <<: *a\n", 1, "has an anchor"),
        "list as a field’s name": holds("- ? [a]\n  : b\n", 1, "where a field’s name belongs"),
        "unknown directive": holds("%YAML 9.9\n---\n[]\n", 1, "incompatible"),
        "JSON with a comma too few": holds('[{"id": "P01" "reason": "x"}]', 1, "expected"),
        "page of the web": holds("<!DOCTYPE html>\n<title>404</title>\n", 1, "must hold a list"),
    },
    "shape": {
        "text for a list": holds("none\n", 1, "must hold a list"),
        "record for a list": holds("id: P01\n", 1, "must hold a list"),
        "list for a record": holds("- title: x\n", 1, "must hold fields", "register.yaml"),
        "number for a record": holds("42\n", 1, "must hold fields", "register.yaml"),
        "items that are lists": holds("- [id, P01]\n", 1, "must hold fields"),
        "items that are empty": holds("-\n-\n", 1, "is empty"),
        "list for a text": says("themes.yaml", "label: Working together", "label: [a, b]", "must be text"),
        "text for a list of words": says(FINDINGS, "themes: [workforce]", "themes: workforce", "must be a list"),
        "record for a text": says("themes.yaml", "label: Working together", "label: {a: b}", "must be text"),
        "text for a record": says(INSPECTION, "published:", "published: July\nmore:", "must hold fields"),
        "field left out": says(FINDINGS, "  summary: Officers are well trained.\n", "", "is missing", below=-4),
        "field of another name": says(FINDINGS, "themes: [workforce]", "theem: [workforce]", "is not a field"),
        "field without a value": says("themes.yaml", "label: Working together", "label:", "is empty"),
    },
    "words and ids": {
        "word that is not allowed": says(FINDINGS, "voice: quoted", "voice: heard", "is not one of"),
        "word in capitals": says(FINDINGS, "scope: national", "scope: National", "is not one of"),
        "unknown theme": says(FINDINGS, "themes: [workforce]", "themes: [work]", "work"),
        "unknown body": says(FINDINGS, "bodies: [testshire_police]", "bodies: [polise]", "polise"),
        "unknown document": says("events.yaml", "document: 2030-second-look.reply", "document: x.y", "x.y"),
        "unknown entry": says("pairs.yaml", "later: 2030-second-look.C01", "later: 2030-second-look.C99", "C99"),
        "id in use": says(FINDINGS, "id: S01", "id: C01", "C01"),
        "id of another kind": says(FINDINGS, "id: S01", "id: s-one", "s-one"),
        "yes for true": says(COMMITMENTS, "specific: true", "specific: yes", "true or false"),
        "paragraph that is not there": says("events.yaml", 'paragraph: 3', "paragraph: 4000", "ends with paragraph 4"),
    },
    "numbers": {
        "thousands with a comma": says(FIGURES, "value: 90", "value: 1,200", "digits alone"),
        "word": says(FIGURES, "value: 90", "value: ninety", "digits alone"),
        "not a number": says(FIGURES, "value: 90", "value: .nan", "digits alone"),
        "without end": says(FIGURES, "value: 90", "value: inf", "digits alone"),
        "too large for any": says(FIGURES, "value: 90", "value: 1e999", "digits alone"),
        "ten thousand digits": says(FIGURES, "value: 90", "value: " + "9" * 10_000, "digits alone"),
        "digits of another script": says(FIGURES, "value: 90", "value: ٩٠", "digits alone"),
        "per cent": says(FIGURES, "value: 90", "value: 90%", "digits alone"),
        "list": says(FIGURES, "value: 90", "value: [90]", "digits alone"),
        "half a paragraph": says(INSPECTION, "paragraphs: 4", "paragraphs: 4.5", "paragraphs"),
        "less than no paragraphs": says(INSPECTION, "paragraphs: 4", "paragraphs: -4", "paragraphs"),
    },
    "dates": {
        wrong: says("register.yaml", REVIEWED, f"reviewed_on: {wrong}", "reviewed_on")
        for wrong in (
            "2030-11-31", "2030-02-29", "2030-13", "2030-00-10", "30/11/2030", "15.11.2030", "15 November 2030",
            "2030-1-5", "30-11-15", "20301115", "2030-11-15T10:00:00Z", "12:30", "0000-01-01", "10000-01-01", "-2030",
            "２０３０", "2031/2030", "2030/", "today", "1e3", "[2030]", "'2030-11-15 '",
        )
    },
    "in place of a file": {
        "nothing": instead(lambda _path: None, "is missing"),
        "folder": instead(Path.mkdir, "is not a file"),
        "link to nothing": instead(lambda path: path.symlink_to("nothing"), "is missing"),
        "link to itself": instead(lambda path: path.symlink_to(path), "cannot be read"),
        "link to a folder": instead(lambda path: path.symlink_to("inspections"), "is not a file"),
        "link out of the register": instead(lambda path: path.symlink_to("/etc/hostname"), "leads out"),
        "device": instead(lambda path: path.symlink_to("/dev/zero"), "leads out"),
        "another name": Fault("pair.yaml", lambda path: path.with_name("pairs.yaml").rename(path), 1, "pairs.yaml"),
    },
}  # fmt: skip

DANGEROUS: dict[str, Fault] = {
    "nested lists": holds("[" * 200_000, 1, "nested"),
    "nested mappings": holds("{a: " * 50_000, 1, "nested"),
    "nested braces": holds("{" * 200_000, 1, "field’s name"),
    "nested dashes": holds("- " * 100_000, 1, "nested"),
    "nested keys": holds("? " * 100_000, 1, "field’s name"),
    "nested by indent": holds("".join(f"{' ' * depth}a:\n" for depth in range(1_900)), 13, "nested"),
    "bomb of aliases": holds(
        "a: &a [x, x, x, x, x, x, x, x, x]\n"
        + "".join(f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)),
        1, "anchor",
    ),
    "alias of itself": holds("- &a [*a]\n", 1, "anchor"),
    "huge file": Fault("pairs.yaml", lambda path: os.truncate(path, 2**40), 1, "is larger than"),
    "largest file of brackets": holds("[]," * (MAX_BYTES // 3), 1, "is not YAML"),
    "very many values": holds("- x\n" * (MAX_VALUES + 1), MAX_VALUES, "holds more than"),
    "very many slips": holds("- a:\n" * 100_000, 101, "slips"),
    "very many fields": holds("- id: P01\n" + "".join(f"  f{n}: x\n" for n in range(9_900)), 2, "is not a field"),
    "very many colons": holds(":" * 1_000_000, 1, "“: ”"),
    "very long line": holds("- id: " + "x" * 1_900_000, 1, "is missing"),
    "very long name of a field": holds("- " + "x" * 1_900_000 + ": y\n", 1, "“: ”"),
    "very long id that is unknown": holds(pair(f"later: {'x' * 1_000_000}"), 2, "is not"),
    "very many like words": says(FINDINGS, "themes: [workforce]", f"themes: [{'workforc, ' * 5_000}x]", "workforc"),
    "pipe": instead(os.mkfifo, "is not a file"),
}  # fmt: skip


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(fault, id=f"{reason}: {name}")
        for reason, faults in FAULTS.items()
        for name, fault in faults.items()
    ],
)
def test_fault_is_told_with_its_place(testshire: Testshire, fault: Fault) -> None:
    """Nothing is raised; the register is not served; file, line and what is wrong are told."""
    fault.do(testshire.write() / fault.file)
    outcome = load(testshire.folder)
    assert outcome.register is None
    assert told(fault, [str(problem) for problem in outcome.errors]) != []


@pytest.fixture(scope="module")
def bounded() -> Iterator[Bounded]:
    """Give a function that loads a folder within bounds; it returns all that is written, and last how that ended."""
    command, pipe = [sys.executable, "-c", BOUNDED], subprocess.PIPE
    with subprocess.Popen(  # noqa: S603  # our own command
        command, cwd=ROOT, encoding="utf-8", stdin=pipe, stdout=pipe, stderr=subprocess.STDOUT
    ) as process:

        def load_bounded(folder: Path) -> list[str]:
            assert process.stdin
            assert process.stdout
            print(folder, file=process.stdin, flush=True)
            lines = [""]
            while not lines[-1].startswith("ended with "):
                lines.append(process.stdout.readline().removesuffix("\n"))
                assert process.poll() is None
            return lines[1:]

        yield load_bounded


@pytest.mark.parametrize("fault", [pytest.param(fault, id=name) for name, fault in DANGEROUS.items()])
def test_danger_is_told_within_bounds(bounded: Bounded, testshire: Testshire, fault: Fault) -> None:
    """What would exhaust a careless reader is told as well, within 2 seconds and 200 MB, by a process that lives on."""
    fault.do(testshire.write() / fault.file)
    *lines, end = bounded(testshire.folder)
    assert end == "ended with 0"
    assert [line for line in lines if not re.match(r"[\w./-]+:\d+: ", line)] == [], "nothing else is written"
    assert told(fault, lines) != []


def told(fault: Fault, problems: list[str]) -> list[str]:
    """Give the problems that tell a fault in its place."""
    return [line for line in problems if line.startswith(f"{fault.file}:{fault.line}: ") and fault.word in line]


def test_the_table_is_long() -> None:
    """At least sixty kinds of bad files are tried."""
    assert sum(map(len, FAULTS.values())) + len(DANGEROUS) >= 60


@settings(max_examples=150)
@given(st.one_of(st.binary(max_size=300), st.text(alphabet=st.characters(codec="utf-8")).map(str.encode)))
@example(b"- id: P01\n  a: [b, {c: d}]\n")
def test_any_file_loads_or_is_told(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    """Whatever a file holds, there is a tree, or a problem with a line of the file, or nothing in it."""
    path = tmp_path_factory.getbasetemp() / "any.yaml"
    path.write_bytes(content)
    tree, problems, _ = read_tree(path, "any.yaml")
    assert tree is not None or problems or not content.strip(b"\xef\xbb\xbf \r\n-.#") or b"#" in content
    assert all(1 <= problem.line <= content.count(b"\n") + 2 for problem in problems)


@pytest.fixture(scope="module")
def any_register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a register, one file of which each example writes anew."""
    return Testshire(tmp_path_factory.mktemp("any")).write()


@settings(max_examples=150)
@given(
    st.lists(
        st.sampled_from(
            [
                "- ",
                "id: ",
                "P01",
                "\n",
                "  ",
                "[",
                "]",
                "{",
                "}",
                "'",
                '"',
                "|",
                ">",
                "#",
                ": ",
                ",",
                "&a ",
                "*a",
                "!t ",
                "? ",
                "---\n",
                "\t",
                "%",
                "2030",
                "\u00e9",
            ]
        ),
        max_size=40,
    )
)
def test_any_yaml_loads_or_is_told(any_register: Path, parts: list[str]) -> None:
    """Whatever is made of YAML's own signs, a whole register is given or told to have errors, and never raised."""
    (any_register / FIRST / "actions.yaml").write_text("".join(parts), encoding="utf-8")
    outcome = load(any_register)
    assert (outcome.register is None) == bool(outcome.errors)
    assert all(problem.line >= 1 and (any_register / problem.file).exists() for problem in outcome.errors)
