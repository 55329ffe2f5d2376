"""All words that a page of the dashboard shows: text, labels, help, charts, hidden descriptions."""

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from google.protobuf.message import Message
from streamlit.testing.v1 import AppTest

_SAID_BY_TAGS = re.compile(r"""\b(?:aria-label|alt|title|data-label|placeholder)=("[^"]*"|'[^']*')""")
_NOT_SHOWN = re.compile(r"<(style|script)\b.*?</\1>|<p hidden data-view>.*?</p>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_MARKDOWN_ESCAPE = re.compile(r"\\([^a-zA-Z0-9\s])")
_NOT_WORDS = frozenset(
    {"id", "key", "form_id", "url", "icon", "hash", "element_hash", "data", "group_id", "query_param_key", "js_content",
     "css_content", "component_name", "file_name", "color", "theme", "page_script_hash", "src", "html_content",
     "deferred_file_id", "type", "js_source", "config", "language"}
)  # fmt: skip
"""Fields of Streamlit's messages that no reader sees."""
_CHART_WORDS = frozenset({"text", "ticktext", "title"})


def shown(page: AppTest) -> list[str]:
    """Return every text of a page, in its order and as it is read."""
    return [text for block in page._tree.children.values() for text in _of_block(block)]


def _of_block(node: Any) -> Iterator[str]:
    if (proto := getattr(node, "proto", None)) is not None:
        yield from _of_message(proto)
    for child in getattr(node, "children", {}).values():
        yield from _of_block(child)


def _of_message(message: Message) -> Iterator[str]:
    for field, value in message.ListFields():
        if field.name == "spec":
            yield from _of_chart(json.loads(value))
        elif field.name not in _NOT_WORDS:
            for each in value if isinstance(value, list) or hasattr(value, "append") else [value]:
                if isinstance(each, Message):
                    yield from _of_message(each)
                elif isinstance(each, str) and each.strip():
                    yield _plain(each)


def _of_chart(spec: Any) -> Iterator[str]:
    """Yield what stands in and around a chart."""
    if isinstance(spec, list):
        for each in spec:
            yield from _of_chart(each)
    elif isinstance(spec, dict):
        for name, value in spec.items():
            if name in _CHART_WORDS:
                for each in value if isinstance(value, list) else [value]:
                    if isinstance(each, str):
                        yield _plain(each)
            if name != "template":
                yield from _of_chart(value)


def _plain(text: str) -> str:
    """Return text without markup, with what its tags say beside it."""
    text = _NOT_SHOWN.sub(" ", text)
    said = " ".join(match[1:-1] for match in _SAID_BY_TAGS.findall(text))
    text = html.unescape(f"{_TAG.sub(' ', text)} {said}")
    return " ".join(_MARKDOWN_ESCAPE.sub(r"\1", text).replace("\u2060", "").split())
