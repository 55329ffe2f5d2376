"""Texts that a spreadsheet could take for a formula, put into a register past the reader, which refuses some."""

from dataclasses import replace

from scrutiny.register.register import Register

FORMULAS = (
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\rx", "\nx", "  =1+1", "{=1+1}", "＝1+1",
    '=HYPERLINK("https://example.org","x")', "https://example.org/x", "internal:'About'!A1", "007", "1e5", "TRUE",
    "'quoted", "a, b; “c” \"d\"", "_x0041_", "&<b>'\"",
)  # fmt: skip


def with_texts(register: Register, *texts: str) -> Register:
    """Give a register whose first findings are said in these words, each under a theme and about a body of its name."""
    named = [(f"text_{place}", text) for place, text in enumerate(texts)]
    first, theme, body = register.entries[0], register.themes[0], register.bodies[0]
    says = [{"id": name, "summary": text, "note": text, "bodies": (name,), "themes": (name,)} for name, text in named]
    return replace(
        register,
        entries=(*(first.model_copy(update=one) for one in says), *register.entries),
        themes=(*(theme.model_copy(update={"id": name, "label": text}) for name, text in named), *register.themes),
        bodies=(*(body.model_copy(update={"id": name, "acronym": text}) for name, text in named), *register.bodies),
    )
