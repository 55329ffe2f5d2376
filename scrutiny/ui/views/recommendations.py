"""What inspectorates ask of named organisations, a line each, opened in place with what the replies say."""

import streamlit as st

from scrutiny.analysis.recommendations import asked, name, replies_to
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import Answer
from scrutiny.ui.shell.templates import show
from scrutiny.ui.views.card import card_content
from scrutiny.wording import inspection_name


def show_recommendations(part: Register) -> None:
    """Show, folded, the recommendations of a part of a register by inspection; nothing where there are none."""
    groups = {}
    for inspection in part.inspections:
        points = [
            (
                one,
                f"{name(one)}, {asked(part, one)}",
                [said.answer.label for said in replies_to(part, one) if said.answer] or [Answer.NO_REPLY.label],
                card_content(part, one.full_id),
            )
            for one in part.recommendations
            if one.inspection == inspection.id
        ]
        if points:
            groups[inspection_name(part, inspection)] = points
    if groups:
        with st.expander(f"Recommendations: {len(part.recommendations)}"):
            show("recommendations.html", register=part, groups=groups)
