"""What an error says of commands, said for a page: a link to the page that does the same."""

from __future__ import annotations

import re
from collections.abc import Callable

from sayso.show.judgement_words import MATTERS
from sayso.show.page_markup import Child, Markup, element, join

Link = Callable[..., str]
# The verbs of the command that have a page, with its address and its name.
PAGES = {
    "add": ("/", "the start page"), "changes": ("/", "Start"), "check": ("/check", "Check"),
    "claim": ("/claims", "Claims"), "claims": ("/claims", "Claims"), "documents": ("/documents", "Documents"),
    "dossier": ("/dossier", "Dossier"), "expectations": ("/expectations", "Promises"),
    "export": ("/export", "Hand it on"), "judge": ("/claims", "Claims"), "judge list": ("/log", "Log"),
    "search": ("/search", "Search"), "source": ("/sources", "Sources"), "sources": ("/sources", "Sources"),
    "timeline": ("/timeline", "Timeline"), "verify": ("/log", "Log"),
}  # fmt: skip
SAID = {"--published": "the day of publication", "--at": "the number of the place"}
_MATTERS = {str(matter): said for matter, said in MATTERS.items()}
_MENTION = re.compile(r"`([^`]+)`")
_TWICE = re.compile(r"`sayso claims` and `sayso claim ID`")
_FLAG = re.compile(r"(?<!\S)--[a-z]+\b")


def for_pages(what: str, ledger: str, link: Link) -> Markup:
    """An error or a hint as a page says it: commands as links to their pages, the ledger as this one.

    `ledger` is the path that messages name it by. What only the command can do stays as it is, as code.
    """
    told = _TWICE.sub("`sayso claims`", what.replace(f" in {ledger}", " in this ledger"))
    parts = _MENTION.split(_FLAG.sub(lambda found: SAID.get(found[0], found[0]), told))
    return join(_mentioned(part, link) if at % 2 else part for at, part in enumerate(parts))


def _mentioned(command: str, link: Link) -> Child:
    verb, _, rest = command.removeprefix("sayso ").partition(" ")
    if verb == "judge" and rest in _MATTERS:
        return f"“{_MATTERS[rest].capitalize()}”"
    path, name = PAGES.get(f"{verb} {rest}") or PAGES.get(verb, ("", ""))
    if not path:
        return element("code", command)
    words = rest.strip("'\"") if verb == "claims" else ""
    return element("a", words or name, href=link(path, words=words))
