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
    first, theme, body = register.entries[0], register.themes[0], register.bodies[0]
    places = {text: f"text_{place}" for place, text in enumerate(texts)}
    return replace(
        register,
        entries=(
            *(
                first.model_copy(
                    update={"id": name, "summary": text, "note": text, "bodies": (name,), "themes": (name,)}
                )
                for text, name in places.items()
            ),
            *register.entries,
        ),
        themes=(*(theme.model_copy(update={"id": places[text], "label": text}) for text in texts), *register.themes),
        bodies=(*(body.model_copy(update={"id": places[text], "acronym": text}) for text in texts), *register.bodies),
    )
