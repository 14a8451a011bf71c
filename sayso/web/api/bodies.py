"""What programs send along, each field checked before the ledger is asked."""

from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from sayso.web.api.asking import DayOrNone

LONGEST = 2_000_000
MOST_DEPTH = 32
LARGEST = 1 << 62


def encodable(value: dict[str, Any]) -> dict[str, Any]:
    """A JSON object whose words are whole Unicode, and that is not nested without end; else ValueError."""
    _look(value, MOST_DEPTH)
    return value


def _look(value: object, left: int) -> None:
    if not left:
        raise ValueError("it is nested too deep")
    if isinstance(value, str) and any("\ud800" <= char <= "\udfff" for char in value):
        raise ValueError("a half of a character stands by itself")
    if isinstance(value, int | float) and not -LARGEST <= value <= LARGEST:
        raise ValueError("a number is too large, or none")
    for one in _inside(value):
        _look(one, left - 1)


def _inside(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return (*value, *value.values())
    return value if isinstance(value, list) else ()


Values = Annotated[dict[str, Any], AfterValidator(encodable)]
Target = Annotated[str, Field(max_length=400)]


class Strict(BaseModel):
    """Fields that are not known are refused."""

    model_config = ConfigDict(extra="forbid")


class Signed(Strict):
    """Who decides, and why."""

    by: str = Field(min_length=1, max_length=200)
    why: str = Field(min_length=1, max_length=2_000)


class Judging(Signed):
    """A decision on claims, as `sayso judge`."""

    what: Annotated[str, Field(max_length=40)]
    targets: list[Target] = Field(min_length=1, max_length=1_000)
    value: Values = {}


class Correcting(Signed):
    """A correction of one reading; `repair` has the fields of the shape Repair."""

    what: Annotated[str, Field(max_length=40)]
    target: Target
    repair: Values = {}


class Draft(Strict):
    """A text that is looked through and not kept."""

    text: str = Field(max_length=LONGEST)
    publisher: Annotated[str, Field(max_length=400)] | None = None
    published: DayOrNone = None
    as_of: DayOrNone = None


class SigningOff(Draft):
    """A finding of a draft that is let stand, or is not any more; `against`: what it was checked against."""

    id: Target
    by: str = Field(min_length=1, max_length=200)
    against: str = Field(min_length=1, max_length=2_000)


class Text(Strict):
    """A text that is read and not kept. `rules`: by rules alone, without learnt weights."""

    text: str = Field(max_length=LONGEST)
    publisher: Annotated[str, Field(max_length=400)] | None = None
    published: DayOrNone = None
    language: Annotated[str, Field(max_length=40)] | None = None
    rules: bool = False


class Rereading(Strict):
    """How to read anew. `rules`: by rules alone, without learnt weights."""

    rules: bool = False
