"""Where things stand on a slide, in points: 960 across, 540 down."""

from dataclasses import dataclass, replace
from typing import Final

WIDTH: Final = 960
HEIGHT: Final = 540
FOOT_SIZE: Final = 12
GAP: Final = 12


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

    def up_to(self, top: float) -> "Box":
        """Give it with another beginning."""
        return Box(self.left, top, self.width, self.bottom - top)


HEADLINE: Final = Box(40, 24, 880, 80)
BODY: Final = Box(40, 114, 880, 328)
FOOT: Final = Box(40, 452, 800, 70)
NUMBER: Final = Box(850, 506, 70, 16)
RULE: Final = Box(40, 104, 64, 4)
OPENING: Final = Box(40, 84, 880, 150)
OPENING_RULE: Final = Box(40, 246, 96, 6)
UNDER: Final = Box(40, 270, 880, 172)
EARLIER: Final = Box(40, 114, 304, 328)
BETWEEN: Final = Box(368, 114, 224, 328)
LATER: Final = Box(616, 114, 304, 328)
PADDING: Final = 14
"""The room within the panel between two sides."""
