"""Calls inputs by the names that people know them by, where their files only stand in for these."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from sayso.errors import Problem
from sayso.ingest.capture import Capture


def named(one: Capture | Problem, names: Mapping[str, str]) -> Capture | Problem:
    """The capture or problem with every path of `names` called by its name; as it is where there is none."""
    if not names:
        return one
    if isinstance(one, Problem):
        return _problem(one, names)
    document = one.document
    problems = tuple(_problem(problem, names) for problem in document.problems)
    renamed = msgspec.structs.replace(document, input=_called(document.input, names), problems=problems)
    return msgspec.structs.replace(one, document=renamed)


def _problem(problem: Problem, names: Mapping[str, str]) -> Problem:
    return msgspec.structs.replace(
        problem, where=_called(problem.where, names), what=_called(problem.what, names),
        hint=_called(problem.hint, names),
    )  # fmt: skip


def _called(words: str, names: Mapping[str, str]) -> str:
    for path, name in names.items():
        words = words.replace(path, name)
    return words
