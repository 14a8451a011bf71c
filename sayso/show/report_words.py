"""The words in which a reading is told to people: kinds, certainty, days, chains."""

from collections.abc import Iterator, Sequence

from sayso.model import GAP, Act, Document, Evidentiality, Factuality, Said, SourceKind, Statement, Time

KINDS: dict[SourceKind, str] = {
    "person": "person",
    "official": "official",
    "organization": "organization",
    "government": "state body",
    "state_media": "state media",
    "media": "news outlet",
    "international_organization": "international organization",
    "expert": "expert",
    "public": "members of the public",
    "author": "author",
    "unspecified": "no source given",
}
KNOWN: dict[Evidentiality, str] = {
    "direct": "saw, attended or handled it",
    "inferential": "infers it",
    "reportative": "has it from others",
    "unstated": "not told",
}
CERTAINTY: dict[Factuality, str] = {
    "CT+": "certain",
    "CT-": "certain that not",
    "PR+": "probable",
    "PR-": "probably not",
    "PS+": "possible",
    "PS-": "possibly not",
    "U": "uncertain",
}
ACTS: dict[Act, str] = {
    "assert": "asserts",
    "deny": "denies",
    "decline": "gives no comment",
    "unconfirmed": "could not confirm",
    "promise": "promises",
    "forecast": "foresees",
    "infer": "infers",
    "believe": "believes",
    "perceive": "perceives",
    "ask": "asks",
    "demand": "demands",
}
ARROW = " ← "

ID_CHARS = 8  # of an id, that people see and may type


def short_id(id: str) -> str:
    """The beginning of an id, enough to call it by; "" for "".

    >>> short_id("s:41d0a7b2c3e4f5061728")
    's:41d0a7b2'
    """
    return id[: len("s:") + ID_CHARS]


def days(first: str | None, last: str | None) -> str:
    """Inclusive days in words; "" where neither end is known.

    >>> days("2031-02-01", "2031-05-31")
    '2031-02-01 to 2031-05-31'
    """
    if first and last:
        return first if first == last else f"{first} to {last}"
    if first:
        return f"from {first} on"
    return f"by {last}" if last else ""


def when(time: Time | Said) -> str:
    """A time as printed, with its days: “in May” = 2031-05-01 to 2031-05-31; "no date" for neither."""
    return f"“{time.text}” = {days(time.from_, time.to) or 'no date'}"


def windows(statement: Statement) -> tuple[str, ...]:
    """The due times of a statement, each once: its days, or as printed where it has none."""
    due = (time for time in times(statement) if time.role == "due")
    return tuple(dict.fromkeys(days(time.from_, time.to) or f"“{time.text}”" for time in due))


def times(statement: Statement) -> Iterator[Time]:
    """Every time of every proposition, each place once."""
    seen = set()
    for part in statement.propositions:
        for time in part.times:
            if (time.spans, time.role) not in seen:
                seen.add((time.spans, time.role))
                yield time


def chain(statement: Statement) -> str:
    """Through whom it came, "" where there is nobody between the publisher and the source."""
    return ARROW.join(statement.chain) if len(statement.chain) > 2 else ""


def certainties(statement: Statement) -> tuple[tuple[str, str], ...]:
    """Certainty and words of each proposition where they differ; () where one word fits them all."""
    if len({part.factuality for part in statement.propositions}) < 2:
        return ()
    return tuple((CERTAINTY[part.factuality], part.text) for part in statement.propositions)


def printed(statement: Statement) -> str:
    """Source, medium and cue as printed, in the order of the text; "" for a plain author's statement."""
    source, cue, medium = statement.source, statement.cue, statement.medium
    parts = [(part.spans, part.text) for part in (source, cue, medium) if part and part.spans]
    found, last = "", 0
    for spans, text in sorted(parts, key=lambda part: part[0]):
        gap = " " if spans[0].start - last <= 1 else GAP
        found, last = found + (gap if found else "") + text, spans[-1].end
    return found


def imprint(document: Document) -> tuple[str, ...]:
    """Publisher, author, date and length, what is missing said in words."""
    date = document.published or "no date: relative times stay open"
    words = f"{document.words:,} word{'' if document.words == 1 else 's'}"
    parts: Sequence[str | None] = (document.publisher or "publisher unknown", document.author, date, words)
    return tuple(part for part in parts if part)
