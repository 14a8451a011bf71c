"""What is wrong with a claim's page: a source, a denial, a merge, or the count of origins."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence

import msgspec

from bench.ledger.gold import GoldClaim, GoldLedger
from bench.ledger.matching import Found, Matching, Place, found_in, match
from bench.ledger.scores import OTHER_WAY, flipped_claims, homes_of
from sayso.model import Claim, Member

FAULTS = ("merge", "denial", "count", "source")
SourceRight = Callable[[Member], bool | None]


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """One claim as a reader would open it. `faults`: kind and what it is, in words; () for a page without.

    `least`: the least sure member's p in [0, 1]; `spread`: how far the range of origins reaches.
    """

    texts: str
    claim: str
    gist: str
    documents: int
    least: float
    spread: int
    faults: tuple[tuple[str, str], ...] = ()


class Judge:
    """Holds a system's claims against gold, page by page."""

    def __init__(
        self,
        texts: str,
        gold: GoldLedger,
        claims: Sequence[Claim],
        place: Callable[[Member], Place | None],
        text: Callable[[str], str],
        source_right: SourceRight,
    ) -> None:
        """`place` and `text` as for `score`; `source_right` says None where nobody has read the source."""
        self.texts, self.gold, self.claims = texts, gold, claims
        self.source_right = source_right
        self.matching: Matching = match(gold, found_in(claims, place), text)
        self.homes = homes_of(self.matching)
        self.flipped = flipped_claims(self.matching)
        self.by_name: dict[str, GoldClaim] = {claim.name: claim for claim in gold.claims}
        self.origins = {one.claim: one for one in gold.origins}
        self.gold_of = {at: number for number, at in self.matching.same.items()}
        self.extra = frozenset(self.matching.extra)
        self.copies = {
            frozenset((edge.document, edge.of))
            for edge in gold.derivations
            if edge.of and edge.kind == "copies"
        }
        self.inside: dict[int, list[int]] = defaultdict(list)
        for at, found in enumerate(self.matching.found):
            self.inside[found.claim].append(at)

    def pages(self) -> Iterator[Page]:
        """The pages of several documents, and those where a gold claim of several is looked for; in order."""
        wanted = {
            self.homes[name] for name, c in self.by_name.items() if len(c.documents) > 1 if name in self.homes
        }
        for number, claim in enumerate(self.claims):
            documents = len({member.document for member in claim.statements})
            if number in wanted or documents > 1:
                yield Page(
                    texts=self.texts, claim=claim.id, gist=claim.gist, documents=documents,
                    least=min(member.p for member in claim.statements),
                    spread=claim.origins.high - claim.origins.low,
                    faults=tuple(self._faults(number, claim)),
                )  # fmt: skip

    def _faults(self, number: int, claim: Claim) -> Iterator[tuple[str, str]]:
        names = Counter(self._name(at) for at in self.inside[number] if at in self.gold_of)
        matters = {*names, *(self._strangers(number))}
        if len(matters) > 1:
            yield "merge", "together: " + "; ".join(sorted(matters))
        main = min(names, key=lambda name: (-names[name], name)) if names else None
        if main is not None:
            yield from self._denial(number, main)
            yield from self._count(number, claim, main)
        wrong = [member for member in claim.statements if self.source_right(member) is False]
        if wrong:
            yield "source", f"{len(wrong)} of {len(claim.statements)} sources are others"

    def _strangers(self, number: int) -> list[str]:
        """What else is on a page, in words; a sentence and its copy in another text are one.

        Of a proposition that the reader has in two parts, each part is of the claim of the whole.
        """
        found = [at for at in self.inside[number] if at in self.extra]
        told: list[str] = []
        kept: list[int] = []
        for at in found:
            document, whole = self.matching.found[at].document, self._whole_of(at)
            if whole is not None:
                told.append(whole)
            elif not any(frozenset((document, self.matching.found[b].document)) in self.copies for b in kept):
                kept.append(at)
                told.append(f"another matter of {document}")
        return told

    def _whole_of(self, at: int) -> str | None:
        """The claim of the gold's member that has all of a found one's words and more; None for none."""
        found = self.matching.found[at]
        return next(
            (
                name
                for name, member in self.matching.gold
                if member.document == found.document
                and all(any(start <= a and b <= end for start, end in member.spans) for a, b in found.spans)
            ),
            None,
        )

    def _name(self, at: int) -> str:
        return self.matching.gold[self.gold_of[at]][0]

    def _stance(self, found: Found) -> str:
        return OTHER_WAY.get(found.stance, found.stance) if found.claim in self.flipped else found.stance

    def _denial(self, number: int, main: str) -> Iterator[tuple[str, str]]:
        shown = [at for at in self.inside[number] if at in self.gold_of and self._name(at) == main]
        wrong = []
        for at in shown:
            want = self.matching.gold[self.gold_of[at]][1].stance
            if (want == "denies") != (self._stance(self.matching.found[at]) == "denies"):
                wrong.append(self.matching.found[at].document)
        if wrong:
            yield "denial", f"{main}: read the other way in {', '.join(sorted(wrong))}"
        elif self.homes[main] == number:
            due = [member for member in self.by_name[main].members if member.stance == "denies"]
            if due and not any(self._stance(self.matching.found[at]) == "denies" for at in shown):
                yield "denial", f"{main}: the denial in {due[0].document} is not there"

    def _count(self, number: int, claim: Claim, main: str) -> Iterator[tuple[str, str]]:
        if self.homes[main] != number:
            yield "count", f"{main}: most of it is on another page"
            return
        given = self.origins.get(main)
        if given is None:
            return
        counts = [claim.origins.count, claim.origins_against.count]
        if number in self.flipped:
            counts.reverse()
        for name, count, side in zip(
            ("support", "denial"), counts, (given.support, given.denial), strict=True
        ):
            if not side.low <= count <= side.high:
                yield "count", f"{main}: {count} for {side.low}–{side.high} ({name})"
