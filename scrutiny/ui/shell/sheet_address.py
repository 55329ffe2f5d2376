"""The member's sheet of questions in the address: a link, Back and a reload bring it back, words and all.

`pick` has the ids in their order, `sheet` the member's own words, if there are any: JSON, compressed, in base64. What
is in the address goes along from page to page within one window, so that the menu does not lose it.
"""

import base64
import json
import zlib
from collections.abc import Iterable, Mapping, Sequence

import streamlit as st

from scrutiny.analysis.questions import MAX_QUESTIONS, OWN_PREFIX, Sheet
from scrutiny.ui.shell.address import add_params, known_ids_param, param, record_param, warn_unknown_values
from scrutiny.ui.shell.markup import show_caption

PICKED_PARAM, WORDS_PARAM = "pick", "sheet"
MAX_LENGTH = 600
"""How many characters a question may have."""
MAX_ENCODED = 6000
"""How long the member's words may be in an address, so that every browser and mail program takes the link."""
_MAX_DECODED = 4 * MAX_QUESTIONS * MAX_LENGTH
_PAGES = ("questions", "present")
_LAST_SHEET = "the last page of this window, and its last sheet"


def keep_sheet(page: str) -> None:
    """On a page with a sheet, bring back the one that this window had, unless the address asks for one itself.

    Within a page, an address without a sheet is how the page began, and Back leads there.
    """
    last_page, sheet = _last_sheet()
    if page in _PAGES:
        if last_page != page and not any(key in st.query_params for key in (PICKED_PARAM, WORDS_PARAM)):
            add_params(sheet)
        sheet = {key: st.query_params[key] for key in (PICKED_PARAM, WORDS_PARAM) if key in st.query_params}
    st.session_state[_LAST_SHEET] = page, sheet


def sheet_from_address(known: Iterable[str], default: Sequence[str] = ()) -> Sheet:
    """Return the sheet that the address asks for, or one with the questions of `default` where it asks for none."""
    asked = param(WORDS_PARAM)
    words = decode_words(asked) if asked else {}
    if words is None:
        warn_unknown_values([str(asked)])
        words = {}
    own = {name for name in words if name.startswith(OWN_PREFIX)}
    picked = known_ids_param(PICKED_PARAM, {*known, *own}, default)
    if len(picked) > MAX_QUESTIONS:
        show_caption(f"A sheet has at most {MAX_QUESTIONS} questions. Remove one to add another.")
        picked = picked[:MAX_QUESTIONS]
    # a shared address names what is on the sheet even where it was only suggested
    record_param(PICKED_PARAM, ",".join(picked), always=bool(picked))
    sheet = Sheet(tuple(picked), {name: text for name, text in words.items() if name in picked})
    record_param(WORDS_PARAM, encode_words(sheet.wordings))
    return sheet


def last_sheet() -> Sheet | None:
    """Return the sheet that this window had last, None if it had none."""
    _, last = _last_sheet()
    if PICKED_PARAM not in last:
        return None
    ids = tuple(filter(None, last[PICKED_PARAM].split(",")))
    return Sheet(ids, decode_words(last.get(WORDS_PARAM, "")) or {})


def sheet_params(sheet: Sheet) -> dict[str, str]:
    """Return what an address says of a sheet; of an empty one, too, so that it is not taken for the suggested one."""
    words = encode_words({name: text for name, text in sheet.wordings.items() if name in sheet.picked})
    return {PICKED_PARAM: ",".join(sheet.picked)} | ({WORDS_PARAM: words} if words else {})


def encode_words(words: Mapping[str, str]) -> str:
    """Return wordings by their ids as a short text of letters, digits, hyphens and underscores; empty for none."""
    if not words:
        return ""
    compressed = zlib.compress(json.dumps(dict(words), ensure_ascii=False, separators=(",", ":")).encode(), 9)
    return base64.urlsafe_b64encode(compressed).decode().rstrip("=")


def decode_words(text: str) -> dict[str, str] | None:
    """Return the wordings that an address holds, None where it holds something else."""
    if not text:
        return {}
    try:
        packed = base64.b64decode(text[:MAX_ENCODED] + "=" * (-len(text[:MAX_ENCODED]) % 4), b"-_", validate=True)
        words = json.loads(zlib.decompressobj().decompress(packed, _MAX_DECODED))
    except (ValueError, zlib.error, RecursionError):
        return None
    if not isinstance(words, dict) or not all(isinstance(one, str) for one in words.values()):
        return None
    cleaned = {clean(name): clean(one) for name, one in words.items()}
    return {name: one for name, one in cleaned.items() if one}


def clean(text: str) -> str:
    """Return what somebody typed as one line that every file can hold, of at most so many characters."""
    one_line = " ".join(text.encode("utf-8", "replace").decode().split())
    return "".join(one for one in one_line if one.isprintable())[:MAX_LENGTH]


def _last_sheet() -> tuple[str, dict[str, str]]:
    last: tuple[str, dict[str, str]] = st.session_state.get(_LAST_SHEET, ("", {}))
    return last
