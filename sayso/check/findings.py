"""All findings of a draft, each once, in the order in which they stand in it."""

from __future__ import annotations

from msgspec.structs import replace

from sayso.check.denials import denied
from sayso.check.figures import counted_otherwise, dates, numbers
from sayso.check.hedging import lost_hedge
from sayso.check.matter import Matter
from sayso.check.passages import dropped_hedges, other_numbers
from sayso.check.quotes import Words
from sayso.check.quoting import misquotes
from sayso.check.twins import twinned
from sayso.check.voices import single_origin, unattributed
from sayso.lang.loading import abbreviations
from sayso.model import Finding, Span
from sayso.text.sentences import sentences

RULES = (unattributed, lost_hedge, single_origin, denied, numbers, counted_otherwise, dates)
ORDER = ("unattributed", "lost-hedge", "single-origin", "denied", "misquote", "number", "date")


def findings_of(matter: Matter) -> tuple[Finding, ...]:
    """What in a draft needs a look; () where nothing does, as for a draft without statements.

    The same draft and ledger give the same findings with the same ids.
    """
    parts = sentences(matter.document.text, abbreviations(matter.language))
    texts = [Words(document.text) for document in matter.texts]
    alike = twinned(matter, parts, texts)
    printing = {one.span: frozenset(twin.document.id for twin in one.twins) for one in alike}
    matter = replace(matter, printing=printing)
    found = [finding for said in matter.said for rule in RULES for finding in rule(matter, said)]
    found += misquotes(matter, parts, texts)
    found += other_numbers(matter, alike)
    found += dropped_hedges(matter, alike)
    by_place: dict[tuple[str, Span], Finding] = {}
    for finding in found:
        own = finding.kind in {"number", "date", "misquote"}
        place = (finding.kind, finding.spans[0] if own else finding.sentence)
        by_place.setdefault(place, finding)
    return tuple(
        sorted(by_place.values(), key=lambda f: (f.sentence.start, f.spans[0].start, ORDER.index(f.kind)))
    )
