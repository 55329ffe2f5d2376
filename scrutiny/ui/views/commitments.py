"""Commitments: the filters, what each states, and apart from them what is said to be needed."""

from collections.abc import Sequence
from datetime import date

import pandas as pd
import streamlit as st
from markupsafe import Markup

from scrutiny.analysis.cache import cached_per_register
from scrutiny.analysis.checkable import commitments_by_id
from scrutiny.charts.marks import labels
from scrutiny.charts.picture import Picture
from scrutiny.register.records import Commitment
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import COMMITMENT_KINDS, CommitmentKind, Tick
from scrutiny.ui.shell.address import selected_option
from scrutiny.ui.shell.choices import ALL, more_filters, select_many
from scrutiny.ui.shell.filters import choose_inspection, choose_themes, name_one_of, one_or_all
from scrutiny.ui.shell.pager import current_rows, with_pager
from scrutiny.ui.shell.templates import render, show_html
from scrutiny.wording import office

OLD_KINDS = {",".join(COMMITMENT_KINDS): ALL}
"""What addresses asked for when several kinds could be chosen."""

_NOBODY = "nobody-named"  # a hyphen: no body can have this id


def commitment_filters(
    register: Register, commitments: pd.DataFrame, needs: Sequence[Commitment]
) -> tuple[pd.DataFrame, list[Commitment]]:
    """Show filters over kind, inspection, who must act, who says it and theme; return what fits them all.

    `commitments` is the frame of `checkable`. `needs` are neither undertaking nor expectation, and nobody takes them
    on: they fit if neither a kind nor an owner is asked for.
    """
    bodies = {body.id: office(body) for body in register.bodies}
    owners = commitments["owner"].fillna(_NOBODY)
    speakers, actors = {*commitments["by"], *(need.by for need in needs)}, set(owners)
    kinds = {str(kind): labels(CommitmentKind)[kind] + "s" for kind in COMMITMENT_KINDS}
    kind = one_or_all("Kind", "commitment", "All", kinds, segmented=True)
    inspections = choose_inspection(register)
    acting = {body: f"{name} must act" for body, name in bodies.items()} | {_NOBODY: "Nobody named"}
    acting = {body: name for body, name in acting.items() if body in actors}
    owner = one_or_all("Who must act", "owner", "Anyone", acting)
    with more_filters():
        names = {body: name for body, name in bodies.items() if body in speakers}
        by = select_many("Who says it", "by", list(names), names=names.__getitem__)
        themes = choose_themes(register)
    fits = commitments["by"].isin(by) & name_one_of(commitments["themes"], themes)
    fits &= commitments["commitment"].isin(kind) & commitments["inspection"].isin(inspections) & owners.isin(owner)
    is_any = {selected_option("commitment", [ALL, *kinds]), selected_option("owner", [ALL, *acting])} == {ALL}
    needs_shown = [
        need
        for need in needs
        if is_any and need.inspection in inspections and need.by in by and not set(themes).isdisjoint(need.themes)
    ]
    return commitments[fits], needs_shown


def statements(register: Register, picture: Picture, today: date) -> dict[tuple[str, str], Markup]:
    """Return, for each line of the list, by group and commitment, what it states, and when and of what it was made."""
    states = _states(register, today)
    return {(name, full_id): states[full_id] for name, ids in picture.groups.items() for full_id in ids}


@cached_per_register
def _states(register: Register, today: date) -> dict[str, Markup]:
    return {
        full_id: render("commitments/states.html", register=register, row=row, ticks=list(Tick))
        for full_id, row in commitments_by_id(register, today).items()
    }


def need_list(register: Register, needs: Sequence[Commitment]) -> None:
    """List, folded, what is said to be needed and nobody takes on, apart from the commitments and without ticks."""
    if not needs:
        return
    with st.expander(f"{CommitmentKind.NEED.label}, with nobody named to do it: {len(needs)}"):
        rows = current_rows([len(needs)], "needs")
        html = render("commitments/needs.html", register=register, needs=needs[rows.first : rows.last])
        show_html(with_pager(rows, html))
