"""Runs a job in the thread that writes, and keeps what became of each document as it goes."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec

from sayso.errors import Problem, SaysoError
from sayso.pipeline import Added, Ledger, Reread
from sayso.web.jobs import Job, Step
from sayso.web.serving import Serving

Told = Iterable[Added | Problem] | Iterable[Reread | Problem]


def set_going(
    serving: Serving, job: Job, work: Callable[[Ledger], Told], after: Callable[[], None] | None = None
) -> None:
    """Lets a job begin when its turn comes; `after` is called when it has ended, however it did."""

    def run() -> None:
        try:
            _run(serving, job, work)
        finally:
            if after is not None:
                after()

    serving.held.later(run)


def _run(serving: Serving, job: Job, work: Callable[[Ledger], Told]) -> None:
    """The work itself; whatever ends it is told on its page."""
    job = serving.jobs.put(msgspec.structs.replace(job, state="running"))

    def steps(ledger: Ledger) -> None:
        nonlocal job
        for one in work(ledger):
            job = serving.jobs.put(msgspec.structs.replace(job, steps=(*job.steps, _step(one))))

    try:
        serving.held.write(steps)
        serving.jobs.put(msgspec.structs.replace(job, state="done"))
    except SaysoError as error:
        serving.jobs.put(msgspec.structs.replace(job, state="failed", error=str(error)))
    except BaseException:
        serving.jobs.put(msgspec.structs.replace(job, state="failed", error="the program failed here"))
        raise


def _step(one: Added | Reread | Problem) -> Step:
    if isinstance(one, Problem):
        return Step(input=one.where, problem=one.what + (f" ({one.hint})" if one.hint else ""))
    row = one.document
    if isinstance(one, Added):
        return Step(input=row.input, document=row.id, title=row.title, new=one.new, statements=one.statements)
    now = sum(count for kind, count in one.counts.items() if kind != "dropped")
    return Step(input=row.input, document=row.id, title=row.title, statements=now, reading=one.reading)
