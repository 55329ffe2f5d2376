"""What of a record can be read: placeholders take the place of the rest, so that one slip does not hide another.

Such a record is only ever checked. Any slip is an error, and a register with an error is not served.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, TypeVar, get_args, get_origin

from pydantic import ValidationError

from scrutiny.register.dates import PartialDate
from scrutiny.register.places import Part, Place
from scrutiny.register.records import Dated, Record, Settings
from scrutiny.register.source_map import NOWHERE, YamlList, YamlMapping

R = TypeVar("R", bound=Record)

_PLACEHOLDERS: Mapping[Any, Any] = {
    str: "",  # nobody can have written it: the files have no empty text
    bool: True,
    int | float: 1,
    PartialDate: PartialDate.parse("2000"),
    Place: Place(Part.PARAGRAPH, (1,)),
    Dated: Dated(printed=""),
}


def placeholder_settings() -> Settings:
    """Make what stands for `register.yaml` where it could not be read."""
    return Settings.model_construct(
        title="", area="", force="", commissioner="", panel="", made_by="", contact="",
        reviewed_on=PartialDate.parse("2000"), releases=(),
    )  # fmt: skip


def with_placeholders(model: type[R], values: Mapping[str, Any]) -> R:
    """Make a record of what can be read of a mapping; its `unread_fields` are those that could not be."""
    try:
        return model.model_validate(dict(values))
    except ValidationError as error:
        failed = {str(detail["loc"][0]) for detail in error.errors(include_url=False)}
    fields = model.model_fields
    unread = failed & fields.keys()
    if failed - fields.keys():  # a field of an unknown name may be any of those that are not there
        unread |= fields.keys() - values.keys()
    # A list of records, such as the documents of an inspection, is read record by record.
    lists = {name: _read_each(fields[name].annotation, values.get(name)) for name in unread}
    lists = {name: records for name, records in lists.items() if records}
    needed = {name: _placeholder(fields[name].annotation) for name in unread if fields[name].is_required()}
    readable = {name: value for name, value in values.items() if name in fields and name not in unread}
    record = model.model_validate(readable | needed | lists)
    within = {f"{name}.{field}" for name, records in lists.items() for each in records for field in each.unread_fields}
    record.set_origin(NOWHERE, frozenset(unread - lists.keys() | within))
    return record


def _read_each(annotation: Any, value: Any) -> tuple[Record, ...]:
    """Read the records of a list one by one; none if it is no such list."""
    model = get_args(annotation)[0] if get_origin(annotation) is tuple else None
    if not (isinstance(model, type) and issubclass(model, Record) and isinstance(value, YamlList)):
        return ()
    is_whole = all(isinstance(item, YamlMapping) for item in value)
    return tuple(with_placeholders(model, item) for item in value) if is_whole else ()


def _placeholder(annotation: Any) -> Any:
    """Return a value of a type, to stand where none could be read."""
    if get_origin(annotation) is tuple:
        return ()
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return next(iter(annotation))
    return _PLACEHOLDERS[annotation]
