"""The soak looks at the second half alone: memory grows while the server comes to know its pages."""

from bench.soak import movement


def test_what_comes_before_the_second_half_does_not_count() -> None:
    """From the least to the most, whichever of them came first."""
    assert movement([100.0, 190.0, 200.0, 204.0, 199.5, 201.0]) == 4.5
    assert movement([150.0]) == 0.0
    assert movement([]) == 0.0
