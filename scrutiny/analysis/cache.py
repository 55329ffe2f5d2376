"""What is worked out of a register is worked out once: a register never changes, and many look at it."""

from collections.abc import Callable, Hashable
from functools import wraps
from threading import Lock
from typing import Concatenate, ParamSpec, TypeVar

from scrutiny.register.register import Register

MOST_KEPT = 16
_KEPT = "worked out of this register"
_P = ParamSpec("_P")
_T = TypeVar("_T")
_Work = Callable[Concatenate[Register, _P], _T]
_CHANGING = Lock()


def cached_per_register(work: _Work[_P, _T]) -> _Work[_P, _T]:
    """Keep the last results of each question with the register that they were worked out of, and as long as it.

    Who asks shares the result, so nobody may change it. Whatever is asked beside the register must be hashable. Two
    who ask at the same time may both work it out.
    """

    @wraps(work)
    def worked_out(register: Register, /, *args: _P.args, **kwargs: _P.kwargs) -> _T:
        results = _results(register, work)
        key: Hashable = (args, tuple(kwargs.items()))
        found = results.get(key, results)
        if found is results:
            found = work(register, *args, **kwargs)
            with _CHANGING:
                results[key] = found
                if len(results) > MOST_KEPT:
                    results.pop(next(iter(results)))
        return found  # type: ignore[return-value]  # what `work` gave

    return worked_out


def _results(register: Register, work: object) -> dict[Hashable, object]:
    """Give what is kept with a register of the answers to one question."""
    kept: dict[object, dict[Hashable, object]] = vars(register).setdefault(_KEPT, {})
    return kept.setdefault(work, {})
