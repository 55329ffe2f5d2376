"""What the page about the data says of every register: method, rules, limits and accessibility, in our words."""

METHOD = (
    "Every entry comes from reading the documents; nothing is scraped from web pages.",
    "The guide asks that each document be read three times: once whole, once sentence by sentence to write an entry "
    "for each distinct point, and once backwards against the entries; and that somebody else repeat the last reading "
    "without help. What stays in doubt belongs in the entry's note.",
    "Every entry has a summary in our words, and an excerpt of 5 to 20 words in the document's own, with the paragraph "
    "where they stand. A program checks the form of every entry, and holds every excerpt against the document word "
    "for word where the text is at hand.",
    "The documents themselves are not part of the dashboard. The full guide for curators is the file data/README.md.",
)
RULES = (
    (
        "Whose words",
        "Who, according to the sentence, found it. What an author says of his own side is his own view and not an "
        "inspectors' strength; in doubt it is entered as his own view.",
    ),
    (
        "National or local",
        "Decided sentence by sentence. A national report's findings are national, even where the reply goes on to "
        "speak of this area.",
    ),
    (
        "One entry for each distinct point",
        "A sentence that lists four failings is four entries. A point that a document makes twice is one entry.",
    ),
    (
        "Implied concerns",
        "“Calls for stronger …” is entered as a concern, and its note says that no failing was printed.",
    ),
    ("No strengths from silence", "That something was not found wanting is no strength."),
    (
        "A claim and its result apart",
        "What was done is the action; what it is said to have brought stands beside it.",
    ),
    (
        "Commitments",
        "“I will” and “I want to” are undertakings, “I expect” and “I trust” expectations, “must” and “is essential” "
        "needs. “Swiftly” is no date, and “measurable progress” is no measure.",
    ),
    (
        "Answers",
        "An entry of a reply answers a concern if it names the concern's subject or plainly refers back to it. A "
        "promise about the report as a whole answers no single concern.",
    ),
    (
        "Figures and dates",
        "As printed. “More than 90” is not 90, a month is not a day, and figures are never added up.",
    ),
    (
        "People",
        "Nothing about any child. Office-holders are named by office. Hedges such as “may” are never dropped.",
    ),
)
TESTED = (
    "The pages are laid out for a phone, a tablet and a laptop, in light and dark, and were looked at in Chromium at "
    "widths of 390, 768 and 1440 pixels.",
    "Everything is made to be reached by keyboard. Marks in charts have shapes as well as colours, and every chart has "
    "a text alternative and the same content as a table.",
    "The browser tests run the automatic checks of axe-core over every page, in light and dark, by its rules for WCAG "
    "2.2 A and AA. Such checks find only a part of what can be wrong.",
    "Acronyms with a dotted line open by touch, mouse, Enter or the space bar, and close with Escape.",
)
NOT_WORKING = (
    "The pages have not been tried with people who use a screen reader, nor in browsers other than Chromium. No "
    "conformance with a standard is claimed.",
    "On a phone, charts are left out where their marks would overlap; the table stands in for them.",
    "Not every screen reader will say by itself that search results have changed.",
    "Browsers from before 2024 show the meaning of an acronym in the text at once instead of on request.",
    "Some of the documents that are linked are published by others and may not be accessible.",
)
TERMS = (
    "Inspectorates have terms of their own: a recommendation (what a named body should do), an area for improvement "
    "(practice below the expected standard) and a cause of concern (a serious, critical or systemic shortcoming, "
    "always with recommendations). “Concern” and “strength” are our own words and stand for none of these terms."
)
LICENCES = (
    "The licence of the register's own texts stands in its guide, data/README.md. Excerpts are quoted from the "
    "documents named beside them and stay under their publishers' terms."
)
