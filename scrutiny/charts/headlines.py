"""The headline of every chart and slide: what was found in the papers, made from numbers alone.

That of a chart has at most 15 words, that of a slide at most 12.

A number is named as `scrutiny.analysis.counts` names it. What belongs to the bookkeeping (sources, dates, how marks
are counted) stands in the subtitle or in the notes about the chart.
"""

from typing import NamedTuple

from scrutiny.register.vocabulary import Relation
from scrutiny.wording import count_of, join_list, number_word, upper_first

MOST_WORDS = 15
MOST_WORDS_ON_SLIDE = 12
NOTHING = "Nothing fits what is chosen"
SHOWN = "Shown here:"
"""How a headline begins where a filter leaves something out, so that nobody takes it for all that was found."""


class ByScope(NamedTuple):
    """A number in its parts: about this area, and about the country."""

    local: int
    national: int

    @property
    def total(self) -> int:
        """Both together."""
        return self.local + self.national


def findings(
    author: str,
    concerns: ByScope,
    strengths: ByScope,
    *,
    own_views: bool,
    elsewhere: bool = False,
    narrowed: bool = False,
) -> str:
    """State what inspectors found in an inspection.

    `author` begins the sentence: “Inspectors reported”, “The letter reports”; not where the chart is `narrowed` by a
    filter. Whether the findings are local or national is always said; views of the letter's author are named and not
    counted, as concerns and strengths among them are never one number. Findings from `elsewhere` are named where
    nothing else is left.
    """
    if narrowed and not concerns.total + strengths.total:
        others = [
            *(["the letter’s own views"] if own_views else []),
            *(["findings from elsewhere"] if elsewhere else []),
        ]
        return f"{SHOWN} only {join_list(others)}" if others else NOTHING
    author = SHOWN if narrowed else author
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
    return f"{author} {join_list(parts)}{', own views apart' if own_views else ''}"


def themes(raised: int, raised_locally: int, of: int, *, narrowed: bool = False) -> str:
    """State on how many themes inspectors raised concerns, and on how many of these about this area.

    Where the chart is `narrowed` by a filter, this is said of what is shown alone.
    """
    if not raised:
        return "No concern raised by inspectors is among what is shown"
    on = count_of(raised, "theme") if narrowed else f"{raised} of {count_of(of, 'theme')}"
    begin = f"{SHOWN} inspectors’ concerns" if narrowed else "Inspectors raised concerns"
    if raised == 1:
        return f"{begin} on {on}, {'locally' if raised_locally else 'not locally'}"
    return f"{begin} on {on}, on {raised_locally or 'none'} of them locally"


def thread(theme: str, points: int, documents: int) -> str:
    """State how much is said on a theme, and in how many documents."""
    return f"{theme}: {count_of(points, 'point')} from {count_of(documents, 'document')}" if points else NOTHING


def answers(scope: str, answered: int, unanswered: int, no_reply: int, own_views: int, elsewhere: int) -> str:
    """State for how many concerns of one scope, “local” or “national”, an answer is listed, or none that is specific.

    Own views and findings from elsewhere are not among these concerns; own views are named apart, and both
    where nothing else is shown.
    """
    own = " (own views apart)" if own_views else ""
    replied = answered + unanswered
    if not replied + no_reply:
        others = [count_of(own_views, "own view")] if own_views else []
        others += [f"{count_of(elsewhere, 'finding')} from elsewhere"] if elsewhere else []
        return f"{SHOWN} only {join_list(others)}" if others else NOTHING
    if not replied:
        return f"No reply is on file to {count_of(no_reply, f'{scope} concern')}{own}"
    concerns = count_of(replied, f"{scope} concern")
    reply = (" with a reply" if replied == 1 else " with replies") if no_reply else ""
    if not unanswered:
        which = {1: f"The one {scope} concern", 2: f"Both {scope} concerns"}.get(replied, f"All {concerns}")
        return f"{which}{reply} {_have(replied)} an answer listed{own}"
    some = f"{unanswered:,} of " if answered else ""
    return f"{some}{concerns}{reply} {_have(unanswered)} no specific answer listed{own}"


def commitments(undertakings: int, expectations: int, dated: int, apart: int) -> str:
    """State how many of the undertakings of the letters' authors give a date, or without any what else there is.

    `apart` counts the commitments of inspectorates.
    """
    if undertakings:
        return slide_stated(undertakings, dated, "undertaking", "undertakings")
    if expectations:
        return f"{count_of(expectations, 'expectation')} and no undertaking"
    return f"{count_of(apart, 'commitment')} by inspectorates, none in a letter" if apart else NOTHING


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


def timeline(dated: int, undated: int, period: str) -> str:
    """State how many dates are known, from when to when (`period`: “from July 2015 to 2029”), and how many are not."""
    known = f"{count_of(dated, 'date')} {period}"
    if dated:
        return f"{known}; {undated:,} not known" if undated else known
    return f"{count_of(undated, 'date')} not known" if undated else NOTHING


def slide_minute(concerns: ByScope, undertakings: int) -> str:
    """State how many concerns of inspectors there are, and how many undertakings of the letters' authors."""
    return f"In one minute: {in_scope(concerns, 'concern')}, {count_of(undertakings, 'undertaking')}"


def slide_concerns(concerns: ByScope, noun: str, groups: int, leading: tuple[int, int], own_views: int) -> str:
    """State which share of inspectors' concerns the leading groups have: how many groups, and how many concerns.

    A group is a theme or an inspection, as the `noun` says. Where none stands out (0, 0), state across how many they
    are. Own views are named and not counted.
    """
    if not concerns.total:
        return ", ".join(["No concern by inspectors", *([count_of(own_views, "own view")] if own_views else [])])
    besides = ", own views apart" if own_views else ""
    leaders, number = leading
    if leaders:
        which = f"{upper_first(number_word(leaders))} {noun}{' has' if leaders == 1 else 's have'}"
        return f"{which} {number:,} of {in_scope(concerns, 'concern')}{besides}"
    across = f"in one {noun}" if groups == 1 else f"across {number_word(groups)} {noun}s"
    return f"{in_scope(concerns, 'concern')} {across}{besides}"


def slide_strengths(who: str, strengths: ByScope, own_views: int) -> str:
    """State how many strengths inspectors reported as well; `who` begins the sentence: “The letter also reports”."""
    return f"{who} {in_scope(strengths, 'strength')}{', own views apart' if own_views else ''}"


def slide_promises(who: str, undertakings: int, expectations: int, apart: int, *, replied: bool) -> str:
    """State what the authors of letters promise and expect; `who` begins the sentence: “The Commissioner sets out”.

    Without either, state how many commitments inspectorates state; `replied`: a letter in reply was read.
    """
    if not undertakings + expectations:
        gap = "none in a letter" if replied else "no reply on file"
        return f"{count_of(apart, 'commitment by inspectorates', 'commitments by inspectorates')}, {gap}"
    both = ((undertakings, "undertaking"), (expectations, "expectation"))
    return f"{who} {join_list([count_of(number, name) for number, name in both])}"


def slide_stated(number: int, dated: int, singular: str, plural: str) -> str:
    """State how many of some commitments give a date; there is one at the least."""
    if number == 1:
        return f"The one {singular} gives {'a' if dated else 'no'} date"
    none = {2: "Neither"}.get(number, "None")
    return f"{f'{dated:,}' if dated else none} of the {number:,} {plural} {'give' if dated > 1 else 'gives'} a date"


def slide_recommendations(number: int, bodies: int) -> str:
    """State how many recommendations inspectors make, and of how many organisations they ask something."""
    asked = "one organisation" if bodies == 1 else f"{number_word(bodies)} organisations"
    return f"Inspectors make {count_of(number, 'recommendation')}, to {asked}"


def slide_pair(relation: Relation, earlier: str, later: str) -> str:
    """State how two statements go together, where there is room with when each was made."""
    told = {
        Relation.REPEATS: f"Said {earlier} and again {later}",
        Relation.BEARS_OUT: f"Said {earlier}, and supported {later}",
        Relation.QUALIFIES: f"Said {earlier}, seen in a different light {later}",
        Relation.CONFLICTS_WITH: f"Statements {earlier} and {later} are hard to square",
    }[relation]
    return told if len(told.split()) <= MOST_WORDS_ON_SLIDE else relation.label


def slide_limits(read: int, unread: int, *, reports_read: int, reports: int) -> str:
    """State how many documents were read; that no inspection report was is what matters most."""
    documents = count_of(read, "document")
    if reports and not reports_read:
        return f"{upper_first(documents)} read; no inspection report has been read"
    return f"{upper_first(documents)} read, {unread or 'none'} not read"


def in_scope(number: ByScope, name: str) -> str:
    """Count something, and say whether it is local or national: “26 local concerns”, “36 concerns (26 local)”."""
    if number.local and number.national:
        return f"{number.total:,} {name}s ({number.local:,} local)"
    scope = "local " if number.local else "national " if number.national else ""
    return count_of(number.total, f"{scope}{name}")


def shorten_to_slide(text: str) -> str:
    """Return a title from the data as a headline, with an ellipsis where it has too many words."""
    words = text.split()
    return text if len(words) <= MOST_WORDS_ON_SLIDE else f"{' '.join(words[:MOST_WORDS_ON_SLIDE])}…"


def _have(number: int) -> str:
    return "has" if number == 1 else "have"
