"""The headline of every chart: what was found in the papers, in at most 15 words, made from numbers alone.

A number is named as `scrutiny.analysis.counts` names it. What belongs to the bookkeeping (sources, dates, how marks
are counted) stands in the subtitle or in the notes about the chart.
"""

from typing import NamedTuple

from scrutiny.register.vocabulary import Relation
from scrutiny.wording import count_of, join_list, upper_first

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


def findings(author: str, concerns: ByScope, strengths: ByScope, *, own_views: bool) -> str:
    """State what inspectors found in an inspection.

    `author` begins the sentence: “Inspectors reported”, “The letter reports”. Whether the findings are local or
    national is always said; views of the letter's author are named and not counted,
    as concerns and strengths among them are never one number.
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
    return f"{author} {join_list(parts)}{', besides own views' if own_views else ''}"


def themes(raised: int, raised_locally: int, of: int) -> str:
    """State on how many themes inspectors raised concerns, and on how many of these about this area."""
    if not raised:
        return "No concern raised by inspectors is among what is shown"
    concerns = f"Inspectors raised concerns on {raised} of {count_of(of, 'theme')}"
    return f"{concerns}, on {raised_locally or 'none'} of them locally"


def thread(theme: str, points: int, documents: int) -> str:
    """State how much is said on a theme, and in how many documents."""
    return f"{theme}: {count_of(points, 'point')} from {count_of(documents, 'document')}" if points else NOTHING


def answers(scope: str, answered: int, unanswered: int, no_reply: int, own_views: int, elsewhere: int) -> str:
    """State for how many concerns of one scope, “local” or “national”, an answer is listed, or none that is specific.

    Own views and findings from other inspections are not among these concerns; own views are named apart, and both
    where nothing else is shown.
    """
    own = " (own views apart)" if own_views else ""
    replied = answered + unanswered
    if not replied + no_reply:
        others = [count_of(own_views, "own view")] if own_views else []
        others += [f"{count_of(elsewhere, 'finding')} from other inspections"] if elsewhere else []
        return ", ".join([f"No {scope} concern by inspectors", *others]) if others else NOTHING
    if not replied:
        return f"No reply is on file to {count_of(no_reply, f'{scope} concern')}{own}"
    concerns = count_of(replied, f"{scope} concern")
    reply = (" with a reply" if replied == 1 else " with replies") if no_reply else ""
    if not unanswered:
        which = f"The one {scope} concern" if replied == 1 else f"All {concerns}"
        return f"{which}{reply} {_have(replied)} an answer listed{own}"
    some = f"{unanswered:,} of " if answered else ""
    return f"{some}{concerns}{reply} {_have(unanswered)} no specific answer listed{own}"


def commitments(undertakings: int, expectations: int, dated: int, apart: int) -> str:
    """State how many of the undertakings of the letters' authors give a date, or without any what else there is.

    `apart` counts the commitments of inspectorates.
    """
    if undertakings == 1:
        return f"The one undertaking gives {'a' if dated else 'no'} date"
    if undertakings:
        some = f"{dated:,} of the {undertakings:,} undertakings {_give(dated)} a date"
        return some if dated else f"None of the {undertakings:,} undertakings gives a date"
    if expectations:
        return f"{count_of(expectations, 'expectation')} and no undertaking"
    return f"{count_of(apart, 'commitment')} by inspectorates, none by the Commissioner's office" if apart else NOTHING


def pairs(clear: int, possible: int) -> str:
    """State how many comparisons there are, and how many of them are clear."""
    if not clear + possible:
        return NOTHING
    comparisons = count_of(clear + possible, "comparison")
    if clear and possible:
        return f"{comparisons}: {count_of(clear, 'clear link')} and {count_of(possible, 'possible link')}"
    link = "clear link" if clear else "possible link"
    return f"{comparisons}, a {link}" if clear + possible == 1 else f"{comparisons}, all of them {link}s"


def came_back(touched: int, of: int, own_views: int, when: str) -> str:
    """State on how many concerns of inspectors later papers touch; `when` names the inspection: “2017”.

    Own views are named where there is nothing else.
    """
    if not of:
        return f"No concern by inspectors, {count_of(own_views, 'own view')}" if own_views else NOTHING
    if of == 1:
        return f"Later papers {'touch' if touched else 'do not touch'} on the one concern of {when}"
    return f"Later papers touch on {touched or 'none'} of {of:,} concerns of {when}"


def pair(theme: str, relation: Relation, earlier: str, later: str) -> str:
    """State how two statements on a theme go together.

    `earlier` and `later` say when each was made: “in 2025”, “after the inspection of 2017”. The theme is left out where
    there is no room for it.
    """
    told = {
        Relation.REPEATS: f"said {earlier} and again {later}",
        Relation.BEARS_OUT: f"said {earlier}, and supported {later}",
        Relation.QUALIFIES: f"said {earlier}, seen in a different light {later}",
        Relation.CONFLICTS_WITH: f"statements {earlier} and {later} are hard to square",
    }[relation]
    whole = f"{theme}: {told}"
    return whole if len(whole.split()) <= MOST_WORDS else upper_first(told)


def timeline(dated: int, undated: int, period: str) -> str:
    """State how many dates are known, from when to when (`period`: “from July 2015 to 2029”), and how many are not."""
    known = f"{count_of(dated, 'date')} {period}"
    if dated:
        return f"{known}; {undated:,} not known" if undated else known
    return f"{count_of(undated, 'date')} not known" if undated else NOTHING


def _have(number: int) -> str:
    return "has" if number == 1 else "have"


def _give(number: int) -> str:
    return "gives" if number == 1 else "give"
