"""What is worked out of a register is worked out once: a register never changes, and many look at it."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from scrutiny.register.register import Register

_P = ParamSpec("_P")
_T = TypeVar("_T")
_Work = Callable[Concatenate[Register, _P], _T]


def once(work: _Work[_P, _T]) -> _Work[_P, _T]:
    """Keep the last result for as long as the same register is asked about with the same words.

    Who asks shares the result, so nobody may change it.
    """
    last: tuple[Register, object, _T] | None = None

    @wraps(work)
    def worked_out(register: Register, /, *args: _P.args, **kwargs: _P.kwargs) -> _T:
        nonlocal last
        kept = last
        if not kept or kept[0] is not register or kept[1] != (args, kwargs):
            kept = last = (register, (args, kwargs), work(register, *args, **kwargs))
        return kept[2]

    return worked_out
