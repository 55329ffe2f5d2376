"""The words of the data, each with the label that the screen shows and what it means."""

from enum import StrEnum


class LabelledEnum(StrEnum):
    """A closed list of words: the value stands in the data, the label on the screen."""

    label: str
    meaning: str

    def __new__(cls, value: str, label: str = "", meaning: str = "") -> "LabelledEnum":
        """Make a member that is its value and carries its label and meaning."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        member.meaning = meaning
        return member


class EntryKind(LabelledEnum):
    """What a point is: the kinds that charts draw with different symbols."""

    CONCERN = "concern", "Concern", "Something inspectors are said to have found wanting."
    STRENGTH = "strength", "Strength", "Something inspectors are said to have found good."
    ACTION = "action", "Reported action", "Work that a document says is done or under way: a claim, whoever makes it."
    COMMITMENT = "commitment", "Commitment", "Something that its author takes on, or asks of somebody named."
    NEED = (
        "need",
        "Said to be needed",
        "Something that a document says is needed and nobody takes on in it. It is not a commitment.",
    )
    FIGURE = "figure", "Figure", "A number that a document gives."
    RECOMMENDATION = "recommendation", "Recommendation", "Something that an inspectorate asks of a named organisation."
    EVENT = "event", "Event", "Something with a date, outside the inspections."

    @property
    def plural(self) -> str:
        """The label of several."""
        return self.label if self is EntryKind.NEED else f"{self.label}s"


class Polarity(LabelledEnum):
    """Which way a finding points."""

    CONCERN = "concern", "Concern", "Something found wanting."
    STRENGTH = "strength", "Strength", "Something found good."


class Voice(LabelledEnum):
    """Whose words a point is in."""

    INSPECTORATE = "inspectorate", "Inspectors’ own words", "From a text that the inspectorate published."
    REPORTED = "reported", "Inspectors, as the letter tells it", "The letter says that inspectors found it."
    QUOTED = (
        "quoted",
        "Inspectors, as the letter quotes them",
        "The letter quotes it as inspectors’ words. Not checked where the report was not read.",
    )
    RESPONDENT = "respondent", "The letter’s own view", "The view of the letter’s author, not of inspectors."


class Scope(LabelledEnum):
    """Whether a point is about this area or about the country."""

    LOCAL = "local", "Local", "About this area, its police or its partners."
    NATIONAL = "national", "National", "About police forces or services across the country."


class Basis(LabelledEnum):
    """On whose word an entry rests: what charts draw solid, lettered or hollow, and never add up."""

    FOUND = "found", "Inspectors", "Inspectors of this inspection say so, in their own words or as a letter has them."
    ELSEWHERE = "elsewhere", "From elsewhere", "It is quoted from another inspection or source."
    OWN = "own", "The letter alone", "Nobody says so but the letter’s author, of his own side or his own work."


class CommitmentKind(LabelledEnum):
    """How a commitment is put, or that it is none: a need stands in the same file."""

    UNDERTAKING = "undertaking", "Undertaking", "The author will do it (“I will”)."
    EXPECTATION = "expectation", "Expectation", "The author expects somebody else to do it (“I expect”)."
    NEED = "need", "Said to be needed", "Said to be needed, but nobody takes it on. It is not a commitment."


COMMITMENT_KINDS = (CommitmentKind.UNDERTAKING, CommitmentKind.EXPECTATION)
"""The kinds of what is a commitment, as a need is not."""


class RecommendationKind(LabelledEnum):
    """What an inspectorate calls something that it asks of an organisation."""

    RECOMMENDATION = "recommendation", "Recommendation", "The inspectorate calls it a recommendation."
    IMPROVEMENT = (
        "area_for_improvement",
        "Area for improvement",
        "The inspectorate calls it an area for improvement, or an area that requires it.",
    )
    CAUSE = "cause_of_concern", "Cause of concern", "The inspectorate calls it a cause of concern."


class Acceptance(LabelledEnum):
    """What a reply says to a recommendation, in its own words; none ranks above another."""

    ACCEPTED = "accepted", "Accepted", "The reply says that it is accepted."
    IN_PART = "in_part", "Accepted in part", "The reply accepts a part of it, or accepts it with a condition."
    NOT_ACCEPTED = "not_accepted", "Not accepted", "The reply says that it is not accepted."
    NOT_STATED = "not_stated", "Not stated", "The reply does not say whether it is accepted."


class ActionStatus(LabelledEnum):
    """How far a reported action is said to have come."""

    DONE = "done", "Described as done", "The document describes it as completed."
    UNDER_WAY = "under_way", "Described as under way", "The document describes it as begun but not completed."
    ONGOING = "ongoing", "Described as ongoing", "The document describes it as something done regularly."


class Bound(LabelledEnum):
    """How exactly a document gives a number."""

    EXACT = "exact", "exactly", "The document gives the number itself."
    AT_LEAST = "at_least", "at least", "The document gives a lower limit, such as “more than 90”."
    AT_MOST = "at_most", "at most", "The document gives an upper limit, such as “within four months”."
    ABOUT = "about", "about", "The document gives a round number, such as “around 1,900”."
    UNCLEAR = "unclear", "not clear whether exactly", "The words leave open whether the number is exact or a limit."


class DocumentKind(LabelledEnum):
    """What a document about an inspection is."""

    REPORT = "report", "Report", "The inspectorate’s report or inspection letter."
    PRESS_RELEASE = "press_release", "Press release", "The inspectorate’s announcement of a report."
    REPLY = "reply", "Letter", "The published reply to a report, by the office that must answer."
    REVIEW = "review", "Review", "The inspectorate’s later check on what had been done since an inspection."
    STATEMENT = "statement", "Statement", "What somebody published on an inspection besides a reply."
    MINUTES = "minutes", "Minutes", "The minutes of a meeting about an inspection."
    ACTION_PLAN = "action_plan", "Action plan", "A plan of what is to be done about a report."
    ANNEX = "annex", "Annex", "What was published with another document, as a text of its own."


class BodyKind(LabelledEnum):
    """What sort of organisation or office somebody is."""

    POLICE = "police", "Police", "A police force, a part of one, or its chief officer."
    COMMISSIONER = (
        "commissioner",
        "Commissioner",
        "Whoever holds the police to account: a commissioner, a mayor, a board, or their deputies and office.",
    )
    INSPECTORATE = "inspectorate", "Inspectorate", "An organisation that inspects public services."
    PARTNER = "partner", "Partner", "A service or partnership that works with the police to protect children."
    PUBLIC = "public", "Other public organisation", "Government, a panel or another public organisation."


class EventKind(LabelledEnum):
    """What sort of dated thing an event is."""

    OPERATION = "operation", "Operation", "A police operation."
    STRATEGY = "strategy", "Strategy", "A strategy, plan or framework and the years it covers."
    DISTURBANCE = "disturbance", "Disturbance", "Public disorder."
    INSPECTION = "inspection", "Other inspection", "Another inspection or inspectors’ report, which was not read."
    OTHER = "other", "Other event", "Anything else that has a date."


class Relation(LabelledEnum):
    """How the later of two points side by side stands to the earlier."""

    REPEATS = "repeats", "Said again", "The same is said again later."
    BEARS_OUT = "bears_out", "Supports what was said before", "What is said later supports the earlier."
    QUALIFIES = (
        "qualifies",
        "Puts what was said before in a different light",
        "What is said later limits the earlier, or adds a condition to it.",
    )
    CONFLICTS_WITH = (
        "conflicts_with",
        "Hard to square with what was said before",
        "It is hard to see how both can be so.",
    )


class PairStrength(LabelledEnum):
    """How surely two points belong side by side."""

    STRONG = "strong", "Clear link", "The same issue and the same organisations, in plain words."
    ARGUABLE = "arguable", "Possible link", "A fair reader could say that they are about different things."


class Answer(LabelledEnum):
    """What a letter in reply offers to a concern. The first four are kinds of answer; it can have several."""

    UNDERTAKING = "undertaking", "Undertaking", "“I will”: its author will act."
    EXPECTATION = "expectation", "Expectation", "“I expect”: others are to act."
    ACTION = "action", "Reported action", "Said to be done or under way."
    NEED = "need", "Said to be needed", "“Must”: nobody takes it on."
    NONE_LISTED = "none_listed", "No specific answer listed", "None was found in the letter."
    NO_REPLY = "no_reply", "No reply on file", "No letter in reply was read."


class Tick(LabelledEnum):
    """What makes a commitment checkable: four things that a document states or does not; labels head their columns."""

    WHO = "who", "Who acts", "Somebody is named who must act."
    ACT = "act", "Specific act", "One could check whether it was done."
    DATE = "date", "Date", "A date or a time limit is stated."
    MEASURE = "measure", "How measured", "The words say how anyone would know."


class Gap(LabelledEnum):
    """What a question can be made of: a gap in the papers, in the order in which a sheet takes them."""

    DATE_PASSED = "date_passed", "Date passed", "The date for a commitment has passed; no later document was read."
    STRONG_PAIR = "strong_pair", "Clear link", "Two documents say something on the same issue, in plain words."
    ACKNOWLEDGED_ONLY = (
        "acknowledged_only",
        "No specific answer listed",
        "The letter lists no specific answer to a concern.",
    )
    NOT_ACCEPTED_OR_REFUSED = (
        "not_accepted_or_refused",
        "Recommendation without an answer",
        "No letter says whether it accepts a recommendation.",
    )
    CLAIM_WITHOUT_FIGURE = (
        "claim_without_figure",
        "Claimed result, no figure",
        "A result is claimed, but no number is given.",
    )
    NO_OWNER = "no_owner", "Nobody takes it on", "Something is said to be needed, but nobody takes it on."
    NO_MEASURE = (
        "no_measure",
        "No measure stated",
        "The letter does not say how anyone would know that a commitment worked.",
    )
    NO_DATE = "no_date", "No date stated", "The letter gives no date for a commitment."
