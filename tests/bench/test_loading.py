"""What is measured of loading is done."""

import pytest

from bench.loading import measure
from tests.testshire import Testshire


@pytest.mark.parametrize("what", ["alone", "whole"])
def test_each_gives_seconds_and_megabytes(testshire: Testshire, what: str) -> None:
    """Both are of this process."""
    figures = measure(what, testshire.write())
    assert figures["seconds"] >= 0
    assert figures["megabytes"] > 1


def test_a_register_with_errors_is_not_measured(testshire: Testshire) -> None:
    """A figure of half a load would be too good."""
    folder = testshire.change("C09", themes=["nowhere"]).write()
    with pytest.raises(RuntimeError, match="has errors"):
        measure("whole", folder)
