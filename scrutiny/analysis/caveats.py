"""What the numbers do not tell: said wherever they are shown or downloaded."""

COUNT_CAVEATS = (
    "The numbers count what was written. They do not measure how good a service is or how often something happens.",
    "A longer letter has more points. Many concerns on one theme may only mean that inspectors looked there closely.",
    "Strengths do not cancel out concerns. There is no score, rating or ranking.",
    "Inspections differ in subject, method and scope. Two inspections do not make a trend.",
    "National findings are not findings about this area.",
    "The letters are selective. Where a report was not read, it may say more, and say it differently.",
    "A concern with no answer listed is a gap in the papers. It does not mean that nothing was done.",
    "If later papers do not mention a concern, that does not mean it was resolved.",
    "People chose what to compare with what, to prompt questions. Read the caution before using a comparison.",
)
