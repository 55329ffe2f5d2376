"""Made-up words, in sentences as long as those of the register."""

from random import Random

_SYLLABLES = (
    "bel", "bri", "cor", "dan", "fen", "gar", "hol", "lim", "mar", "nev", "pal", "ren", "sal", "tor", "ven", "wen",
)  # fmt: skip
_SMALL = ("the", "of", "and", "to", "in", "for", "with", "by", "that", "on", "at", "their")
_SMALL_SHARE = 0.35
_VOCABULARY = 700


class Words:
    """A vocabulary of made-up words and what is said with it; the same chance says the same."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._known = [
            "".join(chance.choices(_SYLLABLES, k=chance.choice((1, 2, 2, 2, 3)))) for _ in range(_VOCABULARY)
        ]

    def sentence(self, least: int, most: int, begin: str = "") -> str:
        """Give one sentence of `least` to `most` characters, with what it must begin with, if anything."""
        length = self._chance.randint(least + 8, most) - 1
        said = begin or self._word().capitalize()
        while len(said) < least or len(said) < length:
            word = self._word()
            if len(said) + len(word) + 1 > length:
                break
            said = f"{said} {word}"
        return f"{said}."

    def run(self, least: int, most: int) -> str:
        """Give `least` to `most` words as they stand within a sentence, more often few than many."""
        return " ".join(
            self._word() for _ in range(round(self._chance.triangular(least, most, least + (most - least) / 3)))
        )

    def title(self, words: int) -> str:
        """Give a title of so many words, none of them small."""
        return " ".join(self._chance.sample(self._known, words)).capitalize()

    def _word(self) -> str:
        return self._chance.choice(_SMALL if self._chance.random() < _SMALL_SHARE else self._known)
