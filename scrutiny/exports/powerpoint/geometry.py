"""Where things stand on a slide, in points: 960 across, 540 down."""

from dataclasses import dataclass, replace
from typing import Final

WIDTH: Final = 960
HEIGHT: Final = 540
FOOT_SIZE: Final = 12
GAP: Final = 10


@dataclass(frozen=True)
class Box:
    """A rectangle, from its left upper corner, in points."""

    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.top + self.height

    def down_to(self, bottom: float) -> "Box":
        """Give it with another end."""
        return replace(self, height=bottom - self.top)


RULE: Final = Box(40, 24, 64, 4)
HEADLINE: Final = Box(40, 36, 880, 76)
BODY: Final = Box(40, 122, 880, 320)
FOOT: Final = Box(40, 452, 800, 70)
NUMBER: Final = Box(850, 506, 70, 16)
OPENING: Final = Box(40, 84, 880, 150)
OPENING_RULE: Final = Box(40, 246, 96, 6)
UNDER: Final = Box(40, 270, 880, 172)
EARLIER: Final = Box(40, 122, 276, 320)
BETWEEN: Final = Box(340, 122, 280, 320)
LATER: Final = Box(644, 122, 276, 320)
PADDING: Final = 14
"""The room within the panel between two sides."""
