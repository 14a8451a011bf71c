"""Whose text a document says it prints: agency credits, translators, notices of correction."""

from __future__ import annotations

import re
from datetime import date

import msgspec

from sayso.lang import load
from sayso.link.outlets import key_of, patterns, same_name, short_for
from sayso.model import Document

EDGE_CHARS = 400
SHORT_CHARS = 60  # a shorter notice ("This is a correction.") says nothing of what it corrects


class Credit(msgspec.Struct, frozen=True, kw_only=True):
    """An outlet that a text credits; `name` is "" where it says only "agencies"."""

    name: str
    key: str


def credit_in(document: Document, language: str) -> Credit | None:
    """The credit in the author's line, the first or the last 400 characters; None for none, or for the
    publisher's own.

    Prefers a credit that names somebody.
    """
    text, own = document.text, key_of(document.publisher or "")
    places = (
        document.author or "",
        f"By {document.author}" if document.author else "",
        text[:EDGE_CHARS],
        text[-EDGE_CHARS:],
    )
    for place in places:
        for pattern in patterns(language, "credits"):
            for match in pattern.finditer(place):
                name = match.group(1).strip(" .")
                itself = same_name(key_of(name), own, language) or short_for(name, document.publisher or "")
                if name and not itself and not _is_person(name, language):
                    return Credit(name=name, key=key_of(name))
    unnamed = (pattern.search(place) for place in places for pattern in patterns(language, "unnamed_credits"))
    return Credit(name="", key="") if any(unnamed) else None


def _is_person(name: str, language: str) -> bool:
    """Whether a credit names a writer and no outlet: two or three words, none of them an outlet's, no
    acronym.
    """
    from sayso.link.outlets import looks_like_outlet

    words = name.split()
    return not looks_like_outlet(name, language) and len(words) > 1 and not name.isupper()


def owner_in(document: Document, language: str) -> str:
    """The folded name of the publisher's owner, where the end of the text says so; "" where it does not."""
    own = key_of(document.publisher or "")
    for pattern in patterns(language, "owned"):
        for match in pattern.finditer(document.text[-EDGE_CHARS:]):
            if same_name(key_of(match.group(1)), own, language):
                return key_of(match.group(2))
    return ""


def translator_in(text: str, language: str) -> str:
    """The translator, or the language translated from, as printed; "" for none."""
    for pattern in patterns(language, "translated"):
        match = pattern.search(text)
        if match:
            return match.group(1).strip()
    return ""


def is_correction(document: Document, language: str) -> bool:
    """Whether a document takes something back that was printed before."""
    words = f"{document.title or ''}\n{document.text}"
    return any(pattern.search(words) for pattern in patterns(language, "corrections"))


def is_retraction(document: Document, language: str) -> bool:
    """Whether what is taken back is the whole report."""
    words = f"{document.title or ''}\n{document.text}"
    return is_correction(document, language) and any(
        p.search(words) for p in patterns(language, "retractions")
    )


def notice_in(text: str, language: str) -> str:
    """The paragraph of a correction notice, or the whole text where only its title says so."""
    for paragraph in re.split(r"\n+", text):
        if any(pattern.search(paragraph) for pattern in patterns(language, "corrections")):
            return paragraph.strip() if len(paragraph) >= SHORT_CHARS else text.strip()
    return text.strip()


def days_in(text: str, published: str | None, language: str) -> tuple[str, ...]:
    """The days of the year before that a notice names ("March 4", "4 March"), as ISO dates; () for none."""
    try:
        last = date.fromisoformat((published or "")[:10])
    except ValueError:
        return ()
    found: set[str] = set()
    months = load(language, "lineage")["months"]
    for pattern in patterns(language, "days"):
        for match in pattern.finditer(text):
            names = match.groupdict()
            month = next(n for n, name in enumerate(months, 1) if name.startswith(names["month"].lower()[:3]))
            found.update(_nearest(last, month, int(names["day"])))
    return tuple(sorted(found))


def _nearest(last: date, month: int, day: int) -> list[str]:
    """The last such day not after `last`; none where the calendar has no such day."""
    try:
        there = date(last.year, month, day)
        return [(there if there <= last else date(last.year - 1, month, day)).isoformat()]
    except ValueError:
        return []
