"""Results that are worked out of a register are worked out once: a register never changes, and many look at it."""

from collections.abc import Callable
from functools import lru_cache, partial, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from scrutiny.register.register import Register

MAX_RESULTS = 16
_CACHES = "results worked out of this register"
_P = ParamSpec("_P")
_T = TypeVar("_T")


def cached_per_register(function: Callable[Concatenate[Register, _P], _T]) -> Callable[Concatenate[Register, _P], _T]:
    """Keep the last results of a function with the register that they were worked out of, and as long as it.

    Callers share a result, so nobody may change it. Arguments besides the register must be hashable.
    """

    @wraps(function)
    def cached(register: Register, /, *args: _P.args, **kwargs: _P.kwargs) -> _T:
        # Kept in the register, as a cache of registers would have to hash or compare all their entries.
        caches: dict[object, Any] = vars(register).setdefault(_CACHES, {})
        if function not in caches:
            caches[function] = lru_cache(MAX_RESULTS)(partial(function, register))
        result: _T = caches[function](*args, **kwargs)
        return result

    return cached
