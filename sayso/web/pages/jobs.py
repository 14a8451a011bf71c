"""How far an addition is."""

from __future__ import annotations

import msgspec
from starlette.responses import Response

from sayso.errors import UsageError
from sayso.web.asked import Asked
from sayso.web.jobs import Job
from sayso.web.routing import page


def job(asked: Asked) -> Response:
    """The page that follows it."""
    return asked.show("job.html", job=_meant(asked))


def state(asked: Asked) -> Response:
    """The same as JSON."""
    return Response(msgspec.json.encode(_meant(asked)), media_type="application/json")


def _meant(asked: Asked) -> Job:
    found = asked.serving.jobs.get(asked.id())
    if found is None:
        raise UsageError("no such addition: the server forgets them when it stops; what was added is kept")
    return found


ROUTES = [page("/jobs/{id}", job, keeps=False), page("/jobs/{id}/state", state, keeps=False)]
