"""The rules of the register, one small generator each; the docstring of each is the rule.

`rules.py` is the specification: what is checked, one rule after another, each in the module of its subject.
"""

from scrutiny.register.checks.parts import Parts, check
from scrutiny.register.checks.wording import quotations_stand_in_their_paragraph

__all__ = ["Parts", "check", "quotations_stand_in_their_paragraph"]
