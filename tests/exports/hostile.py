"""Texts that a spreadsheet could take for a formula, put into a register past the reader, which refuses some."""

from dataclasses import replace

from scrutiny.register.register import Register

FORMULAS = (
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\rx", "\nx", "  =1+1", "{=1+1}", "＝1+1",
    '=HYPERLINK("https://example.org","x")', "https://example.org/x", "internal:'About'!A1", "007", "1e5", "TRUE",
    "'quoted", "a, b; “c” \"d\"", "_x0041_", "&<b>'\"",
)  # fmt: skip


def with_summary(register: Register, text: str) -> Register:
    """Give a register whose first finding is said in these words, under a theme and about a body of that name."""
    first, *rest = register.entries
    theme, *themes = register.themes
    body, *bodies = register.bodies
    return replace(
        register,
        entries=(first.model_copy(update={"summary": text, "note": text, "bodies": (body.id,)}), *rest),
        themes=(theme.model_copy(update={"label": text}), *themes),
        bodies=(body.model_copy(update={"acronym": text}), *bodies),
    )
