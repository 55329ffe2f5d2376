"""Texts that somebody hostile, or only unlucky, could write into the register, and a made-up register full of them."""

import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from itertools import chain, count
from pathlib import Path
from typing import Any

from scrutiny.register.checks.context import texts_with_paths
from scrutiny.register.loading import PANEL
from scrutiny.register.records import (
    Action,
    AskedQuestion,
    Came,
    Comment,
    Dated,
    Document,
    FigureElsewhere,
    Grade,
    Inspection,
    LaterStatus,
    Measure,
    Question,
    QuestionTemplate,
    Recommendation,
    RecommendationReply,
    Record,
    Result,
    Term,
)
from scrutiny.register.register import Register
from tests.testshire import MODELS, Testshire

OUTSIDE = "http://outside.example"
TEXTS = (
    "<script>window.ran=1</script>",
    "<b>bold</b> <i>it</i>",
    "<img src=x onerror=window.ran=1>",
    f"<img src={OUTSIDE}/i.png>",
    "<a href=javascript:window.ran=1>go</a>",
    "<style>*{display:none}</style>",
    "<svg/onload=window.ran=1>",
    "</p></span></svg>",
    f"<meta http-equiv=refresh content=0;url={OUTSIDE}>",
    "<!-- hidden -->",
    "]]> --!> </style> </title>",
    f"[go](javascript:window.ran=1) ![x]({OUTSIDE}/m.png)",
    "**bold** _it_ ~~gone~~ # head",
    "a -- b -> c <- d >= e <= f ~= g <-> h",
    "$x$ and $$y$$ H~2~O x^2^",
    ":red[x] :material/home: :smile: :streamlit:",
    "www.outside.example a@b.example http://outside.example",
    "&amp; &lt;b&gt; &#60; &copy; &nbsp",
    "{braces} {0} {words.__class__} %s %(x)d ${y}",
    "back\\slash \\n \\u202e \\x41",
    "\"double\" 'single' `code` “typographic”",
    "};*{background:url(http://outside.example/c)}",
    "=1+1 @SUM(A1) +cmd|x -2",
    "עברית עם 12 (מילים)",
    "Z̴̧͎͐á̵̛̩l̶̘̑g̷̗͝ö̷̬ é ﷽ 👮🏽♀",
    "%3Cscript%3E ?a=1&b=2#c",
    "| a | b | <br> <td>",
    "- [ ] 1. > quote ---",
    "<details><summary>x</summary>",
    "<iframe srcdoc='<script>1</script>'>",
)
"""Each is a line that a field may hold; the reader refuses what cannot be seen, so none has such a character."""


ELEMENTS = frozenset(("script", "svg", "img", "iframe", "object", "embed", "style", "meta", "form", "base", "link"))
"""Elements that no page makes of texts, nor of anything else that it writes as HTML."""

_OURS = frozenset(
    ("id", "file", "inspection", "force", "commissioner", "panel", "body", "bodies", "themes", "document", "later",
     "earlier", "answers", "not_mentioned_in", "entries", "addressed_to", "addressee", "by", "owner", "vouched_by",
     "restates", "followed_by", "meeting", "about", "address", "figures")
)  # fmt: skip
"""Fields that are no text but a name for something, in a form of their own."""


class Shown(HTMLParser):
    """Reads HTML as a browser does, for its elements, its text and its links."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.handlers: set[str] = set()
        self.links: list[str] = []
        self.text = ""
        self.feed(str(html))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.tags.append(tag)
        self.handlers |= {name for name, _ in attrs if name.startswith("on")}
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_data(self, data: str) -> None:
        """Note a text."""
        self.text += data


_Free = Callable[[int], str]
_PARTS: dict[type[Record], dict[str, type[Record]]] = {
    Inspection: {"documents": Document, "grades": Grade},
    Action: {"result": Result},
    Recommendation: {"replies": RecommendationReply, "later": LaterStatus},
    AskedQuestion: {"came": Came},
    Measure: {"elsewhere": FigureElsewhere},
}


def fill(testshire: Testshire, free: _Free) -> Testshire:
    """Write into every text field of every record, left out or not, what `free` gives for the field's number."""
    numbers = count()
    panel = testshire.records.get(PANEL, {})
    for file, records in (*testshire.records.items(), *panel.items()):
        model = MODELS.get(Path(file).name)
        for record in records if isinstance(records, list) else [records]:
            if model:
                _fill(record, model, free, numbers)
            if model is Term:
                record["id"] = free(next(numbers))  # an acronym, which is text as well
    return testshire


def mixed(number: int) -> str:
    """Give a text that holds some of the hostile ones, others for each number, and the number itself."""
    some = [TEXTS[(number * 7 + step) % len(TEXTS)] for step in range(5)]
    return f"{' '.join(some)} field {number}"


def texts_of(register: Register) -> Iterator[tuple[str, str]]:
    """Give every text of a register that a reader is to see, with the name of its record's kind and of its field."""
    lists = (
        register.themes, register.bodies, register.glossary, register.inspections, register.pairs,
        register.highlights, register.questions, register.meetings, register.asked, register.comments,
        register.measures,
    )  # fmt: skip
    for record in (register.settings, *chain(*lists), *register.items):
        for path, text in texts_with_paths(record):
            fields = [step for step in path if isinstance(step, str)]
            if fields[-1] not in _OURS or (isinstance(record, Term) and fields == ["id"]):
                yield f"{type(record).__name__}.{'.'.join(fields)}", text


def _fill(record: dict[str, Any], model: type[Record], free: _Free, numbers: Iterator[int]) -> None:
    """Fill the text fields of one record and of its parts."""
    for name, field in model.model_fields.items():
        part = _PARTS.get(model, {}).get(name)
        if part:
            for each in record.get(name, []):
                _fill(each, part, free, numbers)
        elif field.annotation in (Dated, Dated | None) and name in record:
            _fill(record[name], Dated, free, numbers)
        elif name == "measure" and record.get("kind") == "need":
            continue  # a need has none
        elif name not in _OURS and field.annotation in (str, str | None) and not field.metadata:
            record[name] = _fitting(name, free(0 if name == "unit" else next(numbers)), record, model)
        elif name not in _OURS and field.annotation == tuple[str, ...]:
            record[name] = [free(next(numbers))]
    _fit_the_panel(record, model)


def _fit_the_panel(record: dict[str, Any], model: type[Record]) -> None:
    """Make what was asked and commented fit its rules: as long as it may be, and the date among the words."""
    if model is Comment:
        record["text"] = " ".join(record["text"].split()[-100:])
    elif model is AskedQuestion and "by" not in record:
        del record["answer"]  # as nobody gave one
    elif model is AskedQuestion:
        record["answer"] = " ".join(record["answer"].split()[:50])
        if "due" in record:
            record["due"]["printed"] = " ".join(record["due"]["printed"].split()[:5])
            record["answer"] += f" {record['due']['printed']}"


def _fitting(name: str, text: str, record: dict[str, Any], model: type[Record]) -> str:
    """Make a text fit the rule of its field, if it has one."""
    if model is QuestionTemplate:
        return f"{text.replace('{', '{{').replace('}', '}}')} {record['text']}"
    if model is Question:
        return f"{' '.join(text.split()[:20])} {' '.join(text.split()[-2:])}?"
    if name in ("sentence", "short"):  # a number in it would have to be printed in an entry
        return re.sub(r"\d", "n", " ".join(text.split()[: 30 if name == "sentence" else 12]))
    if name == "summary":
        return f"{text[:120].rsplit(' ', 1)[0]} {' '.join(text.split()[-2:])}."
    if name == "excerpt":
        return f"{' '.join(text.split()[-16:])} more than 90"
    return text
