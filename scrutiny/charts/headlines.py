"""The headline of every chart: what was found in the papers, in at most 15 words, made from numbers alone.

A number is named as `scrutiny.analysis.counts` names it. What belongs to the bookkeeping (sources, dates, how marks
are counted) stands in the subtitle or in the notes about the chart.
"""

from typing import NamedTuple

from scrutiny.wording import count_of, join_list

MOST_WORDS = 15
NOTHING = "Nothing fits what is chosen"


class ByScope(NamedTuple):
    """A number in its parts: about this area, and about the country."""

    local: int
    national: int

    @property
    def total(self) -> int:
        """Both together."""
        return self.local + self.national


def findings(author: str, concerns: ByScope, strengths: ByScope, own_views: int) -> str:
    """State what inspectors found in an inspection.

    `author` begins the sentence: “Inspectors reported”, “The letter reports”. Whether the findings are local or
    national is always said; views of the letter's author are named apart.
    """
    both = ((concerns, "concern"), (strengths, "strength"))
    scopes = {scope for number, _ in both for scope in ByScope._fields if getattr(number, scope)}
    if len(scopes) < len(ByScope._fields):
        scope = "".join(f"{scope} " for scope in scopes)
        parts = [count_of(number.total, f"{scope if number.total else ''}{name}") for number, name in both]
    else:
        parts = [
            count_of(number.total, name) + (f" ({number.local or 'none'} local)" if number.total else "")
            for number, name in both
        ]
    return f"{author} {join_list([*parts, *([count_of(own_views, 'own view')] if own_views else [])])}"


def themes(raised: int, again: int, again_locally: int, of: int, inspections: int) -> str:
    """State about how many themes inspectors raised concerns, and how many in several inspections.

    `again` counts themes with concerns in more than one inspection, `again_locally` those with local concerns in more
    than one.
    """
    if not raised:
        return "No concern raised by inspectors is among what is shown"
    if inspections == 1:
        return f"Inspectors raised concerns about {raised} of {count_of(of, 'theme')}"
    if not again:
        return "Inspectors raised concerns about no theme more than once"
    return (
        f"Inspectors raised concerns about {again} of {count_of(of, 'theme')} more than once, "
        f"{again_locally or 'none'} of them locally"
    )


def thread(theme: str, points: int, documents: int) -> str:
    """State how much is said on a theme, and in how many documents."""
    return f"{theme}: {count_of(points, 'point')} from {count_of(documents, 'document')}" if points else NOTHING


def answers(scope: str, with_answer: int, without: int, no_reply: int) -> str:
    """State how many concerns of one scope, “local” or “national”, have a specific answer listed, and how many none."""
    replied = with_answer + without
    if not replied + no_reply:
        return NOTHING
    if not replied:
        return f"No reply is on file to {count_of(no_reply, f'{scope} concern')}"
    if not without:
        listed = "A specific answer is" if replied == 1 else "Specific answers are"
        return f"{listed} listed for {'the one' if replied == 1 else f'all {replied:,}'} {scope} " + (
            "concern with a reply" if replied == 1 else "concerns with a reply"
        )
    return f"Of {count_of(replied, f'{scope} concern')} with a reply, {without:,} {_have(without)} no specific answer"


def commitments(undertakings: int, expectations: int, dated: int) -> str:
    """State how many of the undertakings of the letters' authors give a date, or without any how many expectations."""
    if undertakings:
        if undertakings == 1:
            return f"The one undertaking shown gives {'a' if dated else 'no'} date"
        return (
            f"{dated:,} of {undertakings:,} undertakings {_give(dated)} a date"
            if dated
            else (f"None of the {undertakings:,} undertakings gives a date")
        )
    if expectations:
        return f"{count_of(expectations, 'expectation')}, and no undertaking"
    return "No commitment by the Commissioner's office fits what is chosen"


def pairs(clear: int, possible: int) -> str:
    """State how many comparisons there are, and how many of them are clear."""
    if not clear + possible:
        return NOTHING
    return f"{count_of(clear + possible, 'comparison')}: {count_of(clear, 'clear link')}, {possible or 'no'} possible"


def timeline(dated: int, undated: int, period: str) -> str:
    """State how many dates are known, from when to when (`period`: “from July 2015 to 2029”), and how many are not."""
    known = f"{count_of(dated, 'date')} {period}"
    are = "is" if undated == 1 else "are"
    if dated:
        return f"{known}; {undated:,} more {are} not known" if undated else known
    return f"{count_of(undated, 'date')} {are} not known" if undated else NOTHING


def _have(number: int) -> str:
    return "has" if number == 1 else "have"


def _give(number: int) -> str:
    return "gives" if number == 1 else "give"
