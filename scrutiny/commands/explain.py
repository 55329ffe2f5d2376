"""What a rule asks for: its own sentence, and the part of the guide that tells of it."""

import re
from inspect import cleandoc
from pathlib import Path

import click

from scrutiny.register.checks.rules import OTHER_RULES, RULES
from scrutiny.register.problems import closest_match, shorten

SENTENCES = {**{rule.__name__: cleandoc(rule.__doc__ or "") for rule in RULES}, **OTHER_RULES}
_GUIDE = Path(__file__).parents[2] / "data" / "README.md"


def explain(rule: str, data: Path) -> str:
    """Return the sentence of a rule and what the guide says of it; an unknown rule is a mistake in the command."""
    if rule not in SENTENCES:
        near = closest_match(rule, SENTENCES)
        hint = f"did you mean {near!r}?" if near else f"the rules are {', '.join(sorted(SENTENCES))}"
        raise click.BadParameter(f"{shorten(rule)} is not a rule; {hint}", param_hint="--explain")
    return "\n\n".join([SENTENCES[rule], *in_the_guide(rule, data)])


def in_the_guide(rule: str, data: Path) -> list[str]:
    """Return the paragraphs of the guide that stand below a comment with the name of a rule."""
    guide = data / "README.md"
    text = (guide if guide.is_file() else _GUIDE).read_text(encoding="utf-8")
    return re.findall(rf"<!--[^>]*\b{rule}\b[^>]*-->\n((?:.+\n)+)", text)
