"""The simplest peer: seven regular expressions for quotations and reported speech."""

import re
from collections.abc import Iterator

from bench.read.scoring import Attributed, with_nesting
from sayso.model import Span, touches

NAME = "seven regular expressions"
SAYS = (
    r"(?:said|says|say|told|tells|added|adds|wrote|writes|argued|argues|claimed|claims|announced|explained|noted|notes"
    r"|reported|reports|stated|insisted|warned|tweeted|asked|suggested|called|according to)"
)
NAMED = r"(?:[Tt]he )?[A-Z][\w.’'-]{0,30}\w(?: (?:of |for )?[A-Z](?:[\w.’'-]{0,30}\w)?){0,4}"
WHO = rf"(?:[Hh]e|[Ss]he|[Tt]hey|{NAMED}|[Tt]he [a-z]{{3,20}})"
QUOTE = r"[“\"](?P<content>[^”\"\n]{2,800})[”\"]"
REST = r"(?P<content>[^\n.;“”\"]{8,400})"
PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{QUOTE},? (?P<source>{WHO}) (?P<cue>{SAYS})\b",
        rf"{QUOTE},? (?P<cue>{SAYS}) (?P<source>{WHO})",
        rf"\b(?P<source>{WHO}) (?P<cue>{SAYS})(?: [a-z]+){{0,3}}[,:]? {QUOTE}",
        rf"\b(?P<source>{WHO}) (?P<cue>{SAYS})(?: [A-Z]?[a-z]+){{0,3}}? (?P<that>that) {REST}",
        rf"\b(?P<source>{WHO}) (?P<cue>said|says|claimed|claims|argued|argues) {REST}",
        rf"\b(?P<cue>[Aa]ccording to) (?P<source>{WHO}),? {REST}",
        rf"(?P<content>[A-Z][^\n.;“”\"]{{8,400}}?), (?P<cue>according to) (?P<source>{WHO})",
    )
)


def find(text: str) -> list[Attributed]:
    """One relation for each cue, of the first of the patterns that fits there."""
    found: list[Attributed] = []
    for paragraph in re.finditer(r"[^\n]{1,5000}", text):
        taken: list[Span] = []
        for one in _matches(text, paragraph.start(), paragraph.end()):
            if not touches(one.cue, taken):
                taken += one.cue
                found.append(one)
    return with_nesting(sorted(found, key=lambda one: one.cue[0]))


def _matches(text: str, start: int, end: int) -> Iterator[Attributed]:
    for pattern in PATTERNS:
        for match in pattern.finditer(text, start, end):
            opening = match.start("that") if "that" in pattern.groupindex else match.start("content")
            quoted = text[opening - 1 : opening] in {"“", '"'}
            content = Span(opening - quoted, match.end("content") + quoted)
            yield Attributed(
                source=(Span(*match.span("source")),), cue=(Span(*match.span("cue")),), content=(content,)
            )
