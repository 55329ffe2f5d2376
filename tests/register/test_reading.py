"""Strict YAML: nothing is guessed, and whatever is wrong is said with its line."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from scrutiny.register.reading import MAX_BYTES, MAX_DEPTH, read_text, read_tree
from scrutiny.register.source_map import SourceMap, YamlList, YamlMapping

Tree = YamlMapping | YamlList | str | None
Read = Callable[[str | bytes], tuple[Tree, list[str]]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Give a function that writes a file and reads its tree and its problems, as `line: field: message`."""

    def write_and_read(content: str | bytes) -> tuple[Tree, list[str]]:
        path = tmp_path / "file.yaml"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        tree, problems, _ = read_tree(path, "file.yaml")
        return tree, [str(problem).removeprefix("file.yaml:") for problem in problems]

    return write_and_read


AS_TYPED = [
    "no", "yes", "on", "off", "true", "0123", "0x1F", "1e3", "1_000", "12:30", "12:30:45", "1.10", ".inf", ".nan",
    "2025-01-22", "2017-01", "2025-01-22T10:00:00Z", "=", "<<", "NO", "1,200",
]  # fmt: skip


@pytest.mark.parametrize("text", AS_TYPED)
def test_scalars_stay_text(read: Read, text: str) -> None:
    """A value is the text that was typed, whatever YAML would make of it."""
    assert read(f"a: {text}\nb: [{text if ',' not in text else 'x'}]\n")[0] == {
        "a": text,
        "b": [text if "," not in text else "x"],
    }


@pytest.mark.parametrize("key", ["no", "12:30", "1", "2025-01-22", "true"])
def test_keys_stay_text(read: Read, key: str) -> None:
    """A field's name is the text that was typed as well."""
    assert read(f"{key}: x\n") == ({key: "x"}, [])


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ('"no: yes # not a comment"', "no: yes # not a comment"),
        ("'it''s'", "it’s"),
        ('"~"', "~"),
        ("'null'", "null"),
        ("plain  # a comment", "plain"),
        ("“quoted” – so", "“quoted” – so"),
        ("|\n  one\n\n  two\n", "one two"),
        (">\n  one\n  two\n", "one two"),
        ("one\n  two", "one two"),
    ],
)
def test_every_way_of_writing_text_is_read(read: Read, written: str, text: str) -> None:
    """Quoted and plain text mean what YAML says they mean; text over several lines is one text."""
    assert read(f"a: {written}\n") == ({"a": text}, [])


def test_lines_are_kept(read: Read) -> None:
    """Every field and item knows its line, through nested lists and mappings."""
    tree, _ = read("# comment\n- id: C01\n  due:\n    printed: soon\n  themes: [a,\n    b]\n\n- id: C02\n")
    assert isinstance(tree, YamlList)
    origin = SourceMap("file.yaml", tree[0])
    lines = [origin.line(*path) for path in ((), ("id",), ("due", "printed"), ("themes", 1), ("themes", 7), ("x",))]
    assert lines == [2, 2, 4, 6, 5, 2]
    assert SourceMap("file.yaml", tree[1]).line("id") == 8


def test_line_of_an_empty_field_is_its_own(read: Read) -> None:
    """A field that stands there without a value has a line, and nothing within it."""
    tree, _ = read("a: x\nb:\n")
    assert isinstance(tree, YamlMapping)
    assert SourceMap("file.yaml", tree).line("b", "printed") == 2


INDENTED = "is indented with a tab or an unusual space; put ordinary spaces there"
RESERVED = "has a character that YAML reserves; put the text in quotation marks"
CLOSED_EARLY = "has text after a closing quotation mark or bracket; put quotation marks around all of it"

REFUSED = {
    "duplicate keys": [
        ("a: 1\nb: 2\na: 3\n", "3: a: stands twice, first on line 1; keep one"),
        ("{a: 1, a: 2}\n", "1: a: stands twice, first on line 1; keep one"),
        ("- x:\n    a: 1\n    'a': 2\n", "3: a: stands twice, first on line 2; keep one"),
    ],
    "empty values": [
        ("a:\nb: 1\n", "1: a: is empty; fill it in or leave the field out"),
        ("b: 1\na: null\n", "2: a: is empty; fill it in or leave the field out"),
        ("a: ~\n", "1: a: is empty; fill it in or leave the field out"),
        ('a: ""\n', "1: a: is empty; fill it in or leave the field out"),
        ("a: '  '\n", "1: a: is empty; fill it in or leave the field out"),
        ("a:\n  - x\n  -\n", "3: is empty; fill it in or leave the field out"),
    ],
    "what makes one text mean another": [
        ("a: !!int 1\n", "1: has a tag ('tag:yaml.org,2002:int'); put text that begins with ! in quotation marks"),
        ("a: !!python/name:os.system\n", "1: has a tag ('tag:yaml.org,2002:python/name:os.system'); put text that "
         "begins with ! in quotation marks"),
        ("!x\na: 1\n", "1: has a tag ('!x'); put text that begins with ! in quotation marks"),
        ("a: 1\nb: &anchor 2\n", "2: has an anchor (&name); write the text again where it is needed"),
        ("a: &anchor [1]\n", "1: has an anchor (&name); write the text again where it is needed"),
        ("a: *anchor\n", "1: has an alias (*name); write the text again instead"),
        ("a: 1\n<<: *base\n", "2: has an alias (*name); write the text again instead"),
        ("a: 1\n---\na: 2\n", "2: begins a second document (---); keep one in each file"),
        ("? [a, b]\n: c\n", "1: has a list or mapping where a field’s name belongs"),
        ("? {a: b}\n: c\n", "1: has a list or mapping where a field’s name belongs"),
    ],
    "what cannot be seen": [
        ("a: 1\nb: x\u200by\n", "2: has an invisible character (U+200B); delete it"),
        ("a: x\u202ey\n", "1: has an invisible character (U+202E); delete it"),
        ("a: x\u2066y\n", "1: has an invisible character (U+2066); delete it"),
        ("a: x\u00ady\n", "1: has an invisible character (U+00AD); delete it"),
        ("a: x\ufeffy\n", "1: has an invisible character (U+FEFF); delete it"),
        ("a: x\u2028y\n", "1: has an invisible character (U+2028); delete it"),
        ("# a comment\u200b\na: 1\n", "1: has an invisible character (U+200B); delete it"),
        ("a: 1\nb: x\0y\n", "2: has an invisible character (U+0000); delete it"),
        ("a: x\x07y\n", "1: has an invisible character (U+0007); delete it"),
        ("a: 1\rb: 2\r", "1: has an invisible character (U+000D); delete it"),
        ('a: "x\\u202ey"\n', "1: has an invisible character (U+202E); delete it"),
        ('"x\\0y": 1\n', "1: has an invisible character (U+0000); delete it"),
    ],
    "bad YAML": [
        ("a:\n\tb: 2\n", f"2: {INDENTED}"),
        ("a: 1\n\tb: 2\n", f"2: {INDENTED}"),
        ("- a: 1\n\u00a0 b: 2\n", f"2: {INDENTED}"),
        ("a: @home\n", f"1: {RESERVED}"),
        ("a: %5 of them\n", f"1: {RESERVED}"),
        ("a: *bold*\n", f"1: {RESERVED}"),
        ("a: > 5\n", f"1: {RESERVED}"),
        ("a: - x\n", "1: has “- ” after a field’s name; begin the list on the next line, or put the text in quotation "
         "marks"),
        ("a: b: c\n", "1: has “: ” inside plain text; put the text in quotation marks"),
        ("- a: b\n   c: d\n", "2: stands further in than the field above it; indent both alike, or put it in "
         "quotation marks"),
        ("a: 1\nb\nc: 2\n", "2: has no “:” after a field’s name, or a quotation mark is not closed"),
        ("a: 1\nb:c d\nd: e\n", "2: has no “:” after a field’s name, or a quotation mark is not closed"),
        ("a:\n  - b\n c: 2\n", "3: is indented wrongly, or a quotation mark is not closed"),
        ("a: [1, 2\nb: 3\n", "1: has a list that is not closed; put “]” at its end"),
        ("a: 1\nb: 'x\nc: 2\n", "2: has a quotation mark that is not closed"),
        ('a: 1\nb: "Late" visits\n', f"2: {CLOSED_EARLY}"),
        ("a: 1\nb: 'Inspectors' words\n", f"2: {CLOSED_EARLY}"),
        ("a: 1\nb: [sic] they say\n", f"2: {CLOSED_EARLY}"),
        *((f"- id: C01\n  a: b\n\n{dash}id: C02\n  a: b\n", "4: must begin with a hyphen and a space: “- id:”")
          for dash in ("– ", "-", "• ")),
        ("b:\n- id: C01\n  a: [b]\n–id: C02\n  a: b\n", "4: must begin with a hyphen and a space: “- id:”"),
        ('a: "\\ud800"\n', "1: is not YAML: found invalid Unicode character escape code"),
        ("%YAML 3.0\n---\na: 1\n", "1: is not YAML: found incompatible YAML document"),
    ],
    "encoding": [
        (b"a: 1\nb: caf\xe9\n", "2: is not UTF-8; save it as UTF-8"),
        ("a: 1\n".encode("utf-16"), "1: is not UTF-8; save it as UTF-8"),
        (b"a: \xed\xa0\x80\n", "1: is not UTF-8; save it as UTF-8"),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("content", "told"), [case for cases in REFUSED.values() for case in cases])
def test_slip_is_told_with_its_line(read: Read, content: str | bytes, told: str) -> None:
    """Each slip is one problem, on the line where it stands, that says how to mend it."""
    assert read(content)[1] == [told]


@pytest.mark.parametrize(
    ("content", "tree"),
    [
        ("a: 1\na: 2\n", {"a": "1"}),
        ("a: 1\na: 2\na: 3\n", {"a": "1"}),
        ("a: [1]\na:\n  b: 1\nc: 2\n", {"a": ["1"], "c": "2"}),
        ("a:\nb: 1\n", {"b": "1"}),
    ],
)
def test_reading_goes_on_after_a_small_slip(read: Read, content: str, tree: Tree) -> None:
    """A field that stands twice or is empty does not keep the rest of the file from being read."""
    assert read(content)[0] == tree


@pytest.mark.parametrize("name", ["a (again)", "(again)", " (again)"])
def test_no_field_name_is_dropped(read: Read, name: str) -> None:
    """A field is read whatever it is called: only one that stands twice is dropped."""
    assert read(f"'{name}': x\n") == ({name: "x"}, [])


def test_slips_are_told_together(read: Read) -> None:
    """Small slips before a great one are reported with it."""
    _, told = read("a:\nb: 1\nb: 2\nc: *x\n")
    assert [line[:2] for line in told] == ["1:", "3:", "4:"]


@pytest.mark.parametrize("content", ["", "# only a comment\n", "---\n...\n", "\ufeff"])
def test_empty_file_is_no_tree(read: Read, content: str) -> None:
    """A file with nothing in it gives nothing; whoever asked for it says what it must hold."""
    tree, told = read(content)
    assert tree is None
    assert [line for line in told if "is empty" not in line] == []


def test_byte_order_mark_and_windows_lines_are_read(read: Read) -> None:
    """A file saved by an editor of another system is read all the same."""
    assert read(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n") == ({"a": "1", "b": "2"}, [])
    assert read("a: x\r\nb:\r\n")[1] == ["2: b: is empty; fill it in or leave the field out"]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_deep_nesting_is_refused(read: Read, opening: str) -> None:
    """A file of two hundred thousand opening brackets is a problem, not a crash."""
    _, told = read(opening * (200_000 // len(opening)))
    assert told in (
        [f"1: is nested more than {MAX_DEPTH} deep"],
        ["1: has a list or mapping where a field’s name belongs"],
    )


def test_nesting_has_its_bound(read: Read) -> None:
    """As deep as the bound is read, one deeper is not."""
    assert read("[" * MAX_DEPTH + "x" + "]" * MAX_DEPTH)[1] == []
    assert read("[" * (MAX_DEPTH + 1) + "x" + "]" * (MAX_DEPTH + 1))[1] == [f"1: is nested more than {MAX_DEPTH} deep"]


def test_large_file_is_refused(read: Read) -> None:
    """A file over the bound is not read at all; one of exactly the bound is."""
    largest = "a: " + "x" * (MAX_BYTES - 3)
    assert read(largest)[1] == []
    assert read(largest + "x") == (
        None,
        ["1: is larger than 2,000,000 bytes; split the inspection or look what is in the file"],
    )


def test_missing_file_is_told(tmp_path: Path) -> None:
    """A file that is not there is a problem of its first line."""
    tree, problems, _ = read_tree(tmp_path / "none.yaml", "none.yaml")
    assert (tree, [str(problem) for problem in problems]) == (None, ["none.yaml:1: is missing"])


def test_folder_in_place_of_a_file_is_told(tmp_path: Path) -> None:
    """A folder that bears a file's name is a problem."""
    assert [str(problem) for problem in read_tree(tmp_path, "themes.yaml")[1]] == ["themes.yaml:1: is not a file"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_pipe_in_place_of_a_file_is_told(tmp_path: Path) -> None:
    """A named pipe is refused at once; nobody waits for what never comes."""
    os.mkfifo(tmp_path / "pipe.yaml")
    assert [str(problem) for problem in read_tree(tmp_path / "pipe.yaml", "p")[1]] == ["p:1: is not a file"]


def test_name_that_is_too_long_is_told(tmp_path: Path) -> None:
    """A name that no file can have is a problem, not a crash."""
    assert [str(problem) for problem in read_tree(tmp_path / ("x" * 300), "x")[1]] == [
        "x:1: cannot be read: File name too long"
    ]


def test_text_is_read_without_its_byte_order_mark(tmp_path: Path) -> None:
    """The text of a document begins with its first letter."""
    (tmp_path / "letter.txt").write_bytes(b"\xef\xbb\xbfDear\r\nall")
    assert read_text(tmp_path / "letter.txt") == "Dear\nall"


def test_text_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    """Text that is not there or not UTF-8 raises ValueError with the reason."""
    (tmp_path / "letter.txt").write_bytes(b"caf\xe9")
    with pytest.raises(ValueError, match=r"^is not UTF-8; save it as UTF-8$"):
        read_text(tmp_path / "letter.txt")
    with pytest.raises(ValueError, match=r"^is missing$"):
        read_text(tmp_path / "none.txt")


CUT_OFF = (
    "has “ #” inside plain text, which cuts it off there; put quotation marks around it, or two spaces before a comment"
)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("a: the force is number #1 in the land\n", [f"1: a: {CUT_OFF}"]),
        ("a: number #1\nb: x # y\nc: z  # a comment\n", [f"1: a: {CUT_OFF}", f"2: b: {CUT_OFF}"]),
        ("- a: over\n    two #1 lines\n", [f"2: a: {CUT_OFF}"]),
        ("- a: over\n    two #1 lines\n    and a third\n  b: c\n", [f"2: {CUT_OFF}"]),
        ("a: 'number #1'\nb: \"number #1\"\nc: no#1\nd: [x, y] # two\n", []),
    ],
)
def test_a_number_sign_does_not_cut_text_off(read: Read, content: str, told: list[str]) -> None:
    """Text with “ #” is refused where YAML would take the rest for a comment; two spaces make a comment."""
    assert read(content)[1] == told


def test_a_missing_dash_is_one_slip(read: Read) -> None:
    """What begins anew without “- ” is told once, and read as if it stood there."""
    tree, told = read("- id: C01\n  a: x\n  b: y\n  id: C02\n  a: z\n  b: w\n- id: C03\n  a: x\n")
    assert told == ["4: id: begins a new item; put “- ” before “id:”"]
    assert tree == [{"id": "C01", "a": "x", "b": "y"}, {"id": "C02", "a": "z", "b": "w"}, {"id": "C03", "a": "x"}]
    assert read("- id: C01\n  a: x\nid: C02\na: x\n")[1] == [
        "3: begins no item of the list; put “- ” before it, or indent it"
    ]


def test_an_item_without_its_first_line_is_one_slip(read: Read) -> None:
    """Where “- id: C02” is missing, no field below it is called a second of its name."""
    assert read("- id: C01\n  a: x\n  b: y\n  a: z\n  b: w\n- id: C03\n  a: x\n")[1] == [
        "4: a: stands twice, first on line 2; keep one, or begin a new item above it with “- id:”"
    ]


MANY_SLIPS = """\
- id: C01
  a: so: not
  b: @home
  c: "open
- id: C02
  b: 'open
- id: C03
   a: indented
  b: wrongly
- id: C04
  list:
    - id: a
      b: *alias
    - id: b
       c: indented
      d: wrongly
- id: C05
  a: good
  b: "over
    two: lines"
"""


def test_a_slip_is_told_once(read: Read) -> None:
    """What stands around a slip, and further out than a list below it, is no slip of its own."""
    list_below = "  list:\n    - a: x\n      b: y\n  note: z\n"
    for line, text in {
        2: f"- id: C01\n  a: so: not\n{list_below}- id: C02\n",
        3: "a:\n- id: C01\n  - id: C02\n  b: x\n- id: C03\n",
        4: "- id: C01\n  a: x\n  b: y\nc: z\n  d: x\n- id: C02\n",
    }.items():
        assert [told.split(": ")[0] for told in read(text)[1]] == [str(line)]


def test_all_slips_of_grammar_are_told_at_once(read: Read) -> None:
    """A slip hides none that follows it in the same file."""
    assert [told.split(": ")[0] for told in read(MANY_SLIPS)[1]] == ["2", "3", "4", "6", "8", "13", "15"]


def test_names_for_programs_keep_every_letter(read: Read) -> None:
    """The name of a file and a web address are no sentences."""
    tree, told = read("file: Panel's minutes.txt\naddress: https://example.org/what's-new\nnote: The panel's.\n")
    assert told == []
    assert tree == {
        "file": "Panel's minutes.txt", "address": "https://example.org/what's-new", "note": "The panel’s."
    }  # fmt: skip
