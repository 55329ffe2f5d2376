"""The rules of the register, one small generator each; the docstring of each is the rule.

`rules.py` is the specification: what is checked, one rule after another, each in the module of its subject.
"""

from scrutiny.register.checks.draft import Draft, Quotation, quotations
from scrutiny.register.checks.rules import RULES, Rule, check
from scrutiny.register.checks.wording import excerpts_are_short, quotations_stand_in_their_paragraph

__all__ = [
    "RULES",
    "Draft",
    "Quotation",
    "Rule",
    "check",
    "excerpts_are_short",
    "quotations",
    "quotations_stand_in_their_paragraph",
]
