"""The feed is Atom as RFC 4287 asks for it, its ids last, and it says nothing that the papers do not."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from xml.etree import ElementTree as ET

import pytest

from scrutiny.analysis import counts
from scrutiny.exports.feed import feed_xml
from scrutiny.register.register import Register
from tests.hostile import fill, mixed
from tests.made_up import by_chance
from tests.testshire import Testshire

ATOM = "{http://www.w3.org/2005/Atom}"
XML = "{http://www.w3.org/XML/1998/namespace}"
URN = re.compile(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
ONCE = {"id", "title", "updated"}
KNOWN = {
    "feed": {"author", "id", "link", "rights", "subtitle", "title", "updated", "entry"},
    "entry": {"id", "link", "summary", "title", "updated"},
}


def parsed(feed: bytes) -> ET.Element:
    """Read a feed."""
    return ET.fromstring(feed)  # noqa: S314  # it was written a moment ago


def feed_of(testshire: Testshire) -> ET.Element:
    """Give the feed of a made-up register."""
    register = testshire.load().register
    assert register is not None
    return parsed(feed_xml(register))


def text(of: ET.Element, name: str) -> str:
    """Give the text of an element that stands in another once."""
    (found,) = of.findall(ATOM + name)
    return found.text or ""


def links(of: ET.Element) -> dict[str, str]:
    """Give the addresses of the links of an element by what they are."""
    return {str(link.get("rel")): str(link.get("href")) for link in of.findall(f"{ATOM}link")}


def faults(feed: ET.Element) -> Iterator[str]:
    """Yield what RFC 4287 does not allow, as far as such a feed could have it."""
    entries = feed.findall(f"{ATOM}entry")
    ids = [text(one, "id") for one in (feed, *entries)]
    authors = [author.find(f"{ATOM}name") for author in feed.findall(f"{ATOM}author")]
    wrong = {
        "is no feed (4.1.1)": feed.tag != f"{ATOM}feed",
        "has no language (2)": feed.get(f"{XML}lang") != "en-GB",
        "names nobody who made it and its entries (4.1.1, 4.2.1)": len(authors) != 1 or authors[0] is None,
        "does not say where it is (4.1.1)": "self" not in links(feed),
        "has an id twice (4.2.6)": len(ids) > len(set(ids)),
    }
    yield from (fault for fault, is_so in wrong.items() if is_so)
    for one in (feed, *entries):
        yield from faults_of_part(one)


def faults_of_part(one: ET.Element) -> Iterator[str]:
    """Yield what is not allowed of a feed or of an entry alike."""
    kind = one.tag.removeprefix(ATOM)
    names = [child.tag.removeprefix(ATOM) for child in one]
    kinds = [(link.get("rel"), link.get("type")) for link in one.findall(f"{ATOM}link")]
    wrong = {
        "has what is unknown (4.1.1, 4.1.2)": bool(set(names) - KNOWN[kind]),
        "has something twice": any(names.count(name) > 1 for name in (*ONCE, "subtitle", "rights", "summary")),
        "lacks id, title or updated": bool(ONCE - set(names)),
        "has an id that is no address of its own (4.2.6)": not URN.fullmatch(text(one, "id")),
        "has a time without a zone (3.3)": datetime.fromisoformat(text(one, "updated")).tzinfo is None,
        "has neither content nor a link to it (4.1.2)": "alternate" not in links(one),
        "has two links of a kind (4.1.1)": len(kinds) > len(set(kinds)),
    }
    yield from (f"{kind} {fault}" for fault, is_so in wrong.items() if is_so)


def test_the_feed_of_the_made_up_register(testshire: Testshire) -> None:
    """Every document that was read, the newest first, with what leads to its page; none that was not."""
    feed = feed_of(testshire)
    assert list(faults(feed)) == []
    assert text(feed, "title") == "How Testshire Police protects children"
    assert text(feed, "updated") == "2030-11-15T00:00:00Z"
    assert links(feed) == {"self": "feed.xml", "alternate": "../"}
    entries = [
        (text(one, "title"), text(one, "updated"), links(one)["alternate"]) for one in feed.findall(f"{ATOM}entry")
    ]
    assert entries == [
        ("Letter: A reply", "2030-09-02T00:00:00Z", "../entry?id=2030-second-look.reply"),
        ("Press release: A press release", "2029-07-01T00:00:00Z", "../entry?id=2029-first-look.press_release"),
    ]
    assert text(feed.findall(f"{ATOM}entry")[0], "summary") == (
        "By: Commissioner. About: Second inspection of Testshire Police. Date as stated: 2 September 2030."
    )


def test_a_day_that_was_kept_is_an_item(testshire: Testshire) -> None:
    """It leads to everything as it was on that day, and its id lasts as long as its day."""
    digest = "0" * 64
    release = {"date": "2030-10-01", "title": "Meeting of 1 October 2030", "files": "x.zip", "digest": digest}
    feed = feed_of(testshire.change("register", releases=[release]))
    assert list(faults(feed)) == []
    (first, *others) = feed.findall(f"{ATOM}entry")
    assert len(others) == 2
    assert [text(first, name) for name in ("title", "updated", "summary")] == [
        "Everything as it was at the meeting of 1 October 2030", "2030-10-01T00:00:00Z",
        f"The SHA-256 of its files is {digest}.",
    ]  # fmt: skip
    assert links(first) == {"alternate": "../?as_of=2030-10-01"}
    again = feed_of(testshire.change("register", releases=[release | {"title": "Other", "digest": "1" * 64}]))
    assert text(again.findall(f"{ATOM}entry")[0], "id") == text(first, "id")


@pytest.mark.parametrize("seed", range(5))
def test_the_feed_of_any_register(testshire: Testshire, seed: int) -> None:
    """It is valid, and the same each time."""
    register = by_chance(testshire.folder, seed).register()
    assert feed_xml(register) == feed_xml(register)
    assert list(faults(parsed(feed_xml(register)))) == []


def test_the_feed_of_an_empty_register(testshire: Testshire) -> None:
    """It is valid without an item."""
    feed = feed_of(testshire.empty())
    assert list(faults(feed)) == []
    assert feed.findall(f"{ATOM}entry") == []


def test_ids_last(testshire: Testshire) -> None:
    """Neither an edit of words nor another date changes them; they are pinned here, as readers' programs keep them."""
    ids = [
        "urn:uuid:f2b81740-dc33-5d97-8a04-a0a2e0ef1a90",
        "urn:uuid:1a727278-39ff-5843-b82d-fe2cc4ae8e10",
        "urn:uuid:324fe6b9-74f7-5198-bb8d-b83a5b976442",
    ]

    def found() -> list[str]:
        feed = feed_of(testshire)
        return [text(one, "id") for one in (feed, *feed.findall(f"{ATOM}entry"))]

    assert found() == ids
    testshire.change("second.reply", title="Another", date={"printed": "October", "date": "2030-10"})
    testshire.change("register", title="Another", area="Another", reviewed_on="2031-01-01").change(
        "second", title="New"
    )
    assert found() == ids
    testshire.add("bodies.yaml", "testshire_police", id="otherland_police", name="Otherland Police")
    testshire.change("register", force="otherland_police")
    assert set(found()).isdisjoint(ids), "another force has documents of the same names"


@pytest.mark.parametrize(
    ("reply", "inspection", "day"),
    [
        ("2030-09", None, "2030-09-01"),
        ("2030", None, "2030-01-01"),
        ("2029/2030", None, "2029-01-01"),
        (None, {"published": {"printed": "July", "date": "2030-07"}}, "2030-07-01"),
        (None, {"published": {"printed": "today"}, "fieldwork": {"printed": "May", "date": "2030-05"}}, "2030-05-01"),
        (None, {"published": None}, "2030-01-01"),
    ],
)
def test_a_day_is_the_first_that_the_date_can_mean(
    testshire: Testshire, reply: str | None, inspection: dict[str, object] | None, day: str
) -> None:
    """A document without a date has that of its inspection, or the year in its name; never the day of its making."""
    testshire.records["pairs.yaml"] = []
    dated = {"printed": "as stated"} | ({"date": reply} if reply else {})
    testshire.change("second.reply", date=dated).change("second", **inspection or {})
    (entry,) = [one for one in feed_of(testshire).findall(f"{ATOM}entry") if "A reply" in text(one, "title")]
    assert text(entry, "updated") == f"{day}T00:00:00Z"
    assert "as stated" in text(entry, "summary")


def test_a_doubt_is_told(testshire: Testshire) -> None:
    """What is uncertain is not sent out as certain."""
    testshire.record("second.reply")["date"]["doubt"] = "The year is odd."
    assert text(feed_of(testshire).findall(f"{ATOM}entry")[0], "summary").endswith("The date is uncertain.")


def test_hostile_texts_stay_texts(testshire: Testshire) -> None:
    """Markup is escaped, and what XML forbids is replaced."""
    register = fill(testshire, mixed).load().register
    assert register is not None
    feed = parsed(feed_xml(register))
    assert list(faults(feed)) == []
    settings = register.settings.model_copy(update={"title": "a\x00b\x0b\ud800 <i>&"})
    assert text(parsed(feed_xml(replace(register, settings=settings))), "title") == "a�b�� <i>&"


def test_the_feed_of_the_real_register(real: Register) -> None:
    """It is valid, and has every document that was read."""
    feed = parsed(feed_xml(real))
    assert list(faults(feed)) == []
    assert len(feed.findall(f"{ATOM}entry")) == counts.documents_read.of(real) > 0
