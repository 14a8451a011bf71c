"""When this browser looked at the start page last: a cookie of its own says so, and the server keeps nothing.

The cookie holds moments and how far the log went then. No script sees it, no other site gets it, and it goes
to nobody but this server.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import NamedTuple

from starlette.responses import Response

from sayso.web.asked import YEAR_SECONDS, Asked
from sayso.web.keys import cookie_name

GOES_ON = timedelta(hours=6)  # so long after a look the next one is still of the same visit
LOOK = re.compile(r"([0-9T:+-]{19,32})!(\d{1,15})!([0-9a-f]{12})")
HASH_CHARS = 12


class Look(NamedTuple):
    """One look at the ledger: its moment (ISO 8601, UTC) and the last line of the log then, with its hash."""

    at: str
    number: int
    hash: str


class Visits(NamedTuple):
    """`before`: the last look of the visit before this one, None where there was none. `here`: this look."""

    before: Look | None
    here: Look

    @property
    def cookie(self) -> str:
        """Both as they are kept."""
        looks = (one for one in (self.before, self.here) if one is not None)
        return "~".join("!".join((one.at, str(one.number), one.hash)) for one in looks)


def visits(asked: Asked) -> Visits:
    """This visit and the one before it, by the cookie; a broken one, or another ledger's, counts for none.

    A visit goes on for six hours after each look: what is new stays on the page until then, or until it is
    marked as seen.
    """
    here = look(asked)
    known = _kept(asked)
    if not known:
        return Visits(None, here)
    *before, last = known
    if datetime.fromisoformat(here.at) - datetime.fromisoformat(last.at) > GOES_ON:
        return Visits(last, here)
    return Visits(before[0] if before else None, here)


def look(asked: Asked) -> Look:
    """The look that this request takes."""
    number, hash = asked.ledger.end_of_log()
    return Look(asked.ledger.moment_now(), number, hash[:HASH_CHARS])


def read_look(asked: Asked, written: str) -> Look | None:
    """A look as a cookie or a form has it; None for what is none, or none of this ledger."""
    match = LOOK.fullmatch(written)
    if match is None:
        return None
    found = Look(match[1], int(match[2]), match[3])
    try:
        moment = datetime.fromisoformat(found.at)
    except ValueError:
        return None
    is_here = asked.ledger.log_hash(found.number)[:HASH_CHARS] == found.hash
    return found if moment.tzinfo is not None and is_here else None


def written(one: Look) -> str:
    """A look as a form carries it."""
    return "!".join((one.at, str(one.number), one.hash))


def remember(asked: Asked, answer: Response, found: Visits) -> None:
    """Puts the visits into the cookie of this browser, for a year."""
    name = f"{cookie_name(asked.serving.port)}-visit"
    answer.set_cookie(name, found.cookie, httponly=True, samesite="strict", max_age=YEAR_SECONDS)


def _kept(asked: Asked) -> list[Look]:
    """At most two looks, the earlier first; [] where the cookie says nothing that can be used."""
    cookie = asked.request.cookies.get(f"{cookie_name(asked.serving.port)}-visit", "")
    looks = [read_look(asked, part) for part in cookie[:200].split("~")[:2]]
    return [one for one in looks if one is not None]
