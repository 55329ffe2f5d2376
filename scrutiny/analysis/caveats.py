"""What may not be concluded from the register: said wherever its counts are shown or taken away."""

COUNT_CAVEATS = (
    "A count is a count of entries: of what was written, not of how things are and not of how often they happen.",
    "A longer document has more entries. More concerns under a theme can mean that inspectors looked there more "
    "closely.",
    "Strengths and concerns are not set off against each other, and there is no score, rating or ranking.",
    "Inspections differ in subject, method and scope. Entries of two inspections side by side are no trend.",
    "What inspectors found nationally was not said to have been found here.",
    "A reply chooses what it repeats. Where the report itself is not held, it may hold more, and put it otherwise.",
    "A concern without an answer is a gap in the papers held. It does not say that nothing was done.",
    "A concern that no later document mentions is not thereby resolved.",
    "Two entries are placed side by side by hand, as an invitation to ask; each pair carries its caution.",
)
