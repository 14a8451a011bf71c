"""The reader: one document in, its statements out; knows the order of the steps of reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from operator import itemgetter

from sayso.lang import abbreviations
from sayso.model import Document, Span, Spans, Statement, strip, touches, without, words_at
from sayso.read.assembly import Findings, assemble
from sayso.read.authors import own_voice
from sayso.read.chains import chain, nest
from sayso.read.cues.finding import CueReading, find_cues, may_attribute, read_cue
from sayso.read.cues.naming import with_plain_names
from sayso.read.kept import one_reading
from sayso.read.layout.furniture import credit_tails, datelines, furniture
from sayso.read.layout.headings import headings, lines_without_stop
from sayso.read.layout.issued import with_issued
from sayso.read.layout.plain import plain_of
from sayso.read.layout.quotes import with_continued
from sayso.read.made_of import made_of
from sayso.read.mending.agents import with_whole_sources
from sayso.read.mending.bidden import is_empty, without_bidden
from sayso.read.mending.colon_heads import colon_head, with_colon_heads
from sayso.read.mending.completion import Attribution, complete, has_speaker, only_owed
from sayso.read.mending.content_edges import with_negation
from sayso.read.mending.content_starts import without_date
from sayso.read.mending.deeds import only_done
from sayso.read.mending.described import within_sources
from sayso.read.mending.described_tellers import with_described_tellers
from sayso.read.mending.edges import with_whole_parts
from sayso.read.mending.fronted import with_fronted, with_fronted_participles
from sayso.read.mending.gone_on import with_gone_on
from sayso.read.mending.had_from import with_had_from
from sayso.read.mending.learned_from import with_who_told
from sayso.read.mending.looking_back import looks_back
from sayso.read.mending.means import without_means
from sayso.read.mending.misquoted import with_misquoted
from sayso.read.mending.no_words import says_nothing
from sayso.read.mending.numbers import with_whole_numbers
from sayso.read.mending.only_named import only_named
from sayso.read.mending.own_sources import with_own_sources
from sayso.read.mending.pointing import with_pointers
from sayso.read.mending.relayed import with_relayed
from sayso.read.mending.requoted import with_quoters, with_requoted
from sayso.read.mending.source_pieces import with_one_source
from sayso.read.mending.told_twice import without_told_twice
from sayso.read.mending.unsaid import without_unsaid
from sayso.read.nested.finding import with_nested
from sayso.read.relation import Relation
from sayso.read.rules.finding import find_by_rules
from sayso.read.sources.media import is_outlet, split_medium
from sayso.read.sources.resolution import resolve
from sayso.read.tagging.decoding import trim
from sayso.read.tagging.network import Network
from sayso.read.tagging.tagger import tag
from sayso.read.times.finding import find_times
from sayso.read.turns.asides import with_hosts_of_asides
from sayso.read.turns.finding import with_turns, with_turns_around
from sayso.read.turns.handed_on import with_handed_on
from sayso.reference.gazetteer import Gazetteer
from sayso.text import overlapping, paragraphs, row_of_spans, sentences

READING = "en-1"
ENDS_CUT = ("'", "’")
CLOSES = frozenset(('"', "”", "»"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Reads documents of one language; `network` None means the rule-based finder. Thread-safe."""

    network: Network | None
    gazetteer: Gazetteer
    language: str = "en"

    @property
    def reading(self) -> str:
        """Which version of the reader made a statement: "en-1+3fa9c2"; the rule-based one says so.

        The digits change with the weights, the words of the language and the names that it knows, the
        number before them with the code.
        """
        name = READING if self.network else f"{READING}-rules"
        return f"{name}+{made_of(self.language, self.network.model if self.network else None)}"

    def read(self, document: Document) -> tuple[Statement, ...]:
        """The statements of a document, in reading order; () where its text holds no sentence.

        Hidden characters and capitals do not keep it from being read: spans are those of the text.
        """
        with one_reading():
            plain = plain_of(document, self.gazetteer, self.language)
            return plain.printed(self._read(plain.shadow)) if plain else self._read(document)

    def _read(self, document: Document) -> tuple[Statement, ...]:
        text = document.text
        spans = self.sentences(document)
        if not spans:
            return ()
        found = with_issued(
            text, spans, self.attributions(text, spans), document.publisher or "", self.language
        )
        return self._assembled(document, spans, found)

    def given(self, document: Document, relations: Sequence[Relation]) -> tuple[Statement, ...]:
        """The statements that these relations make, in their order, without a look for others.

        What a person points at is read like what a finder finds: whom a source stands for, what a cue does,
        the propositions of a content with their certainty and times, which statement stands inside which.
        `relations` are spans of the document's text; () for none, or for a text without sentences.
        """
        with one_reading():
            return self._given(document, relations)

    def _given(self, document: Document, relations: Sequence[Relation]) -> tuple[Statement, ...]:
        plain = plain_of(document, self.gazetteer, self.language)
        shadow = plain.shadow if plain else document
        spans = self.sentences(shadow)
        seen = [plain.hidden(relation) for relation in relations] if plain else list(relations)
        read = [Attribution(relation=r, cue=_cue_of(shadow.text, r, self.language)) for r in seen]
        order = sorted(range(len(read)), key=lambda number: _place(read[number]))
        if not spans or not read:
            return ()
        found = self._assembled(shadow, spans, [read[number] for number in order])
        found = plain.printed(found) if plain else found
        return tuple(statement for _, statement in sorted(zip(order, found, strict=True), key=itemgetter(0)))

    def _assembled(
        self, document: Document, spans: Sequence[Span], attributions: Sequence[Attribution]
    ) -> tuple[Statement, ...]:
        text = document.text
        relations = [_whole(a.relation) for a in attributions]
        sources = resolve(text, relations, spans, document.publisher, self.gazetteer, self.language)
        parents = nest([_enclosing(r) for r in relations], spans, text)
        chains = [chain(n, parents, sources, document.publisher) for n in range(len(relations))]
        anchor = date.fromisoformat(document.published) if document.published else None
        return assemble(
            Findings(
                document=document, sentences=spans, attributions=attributions, sources=sources,
                parents=parents, chains=chains, times=find_times(text, anchor, self.language),
                reading=self.reading, language=self.language,
            )
        )  # fmt: skip

    def sentences(self, document: Document) -> list[Span]:
        """The sentences in the language that are no furniture, without datelines and picture credits."""
        text = document.text
        found = paragraphs(text)
        left_out = (
            sorted(document.furniture),
            sorted(document.foreign),
            furniture(text, found, self.language),
            [h for h in headings(text, found) if not self._speaks_at_head(text, h)],
        )
        edges = (datelines(text, found, self.language), credit_tails(text, found, self.language))
        kept = [_without(text, p, [edge for some in edges for edge in overlapping(some, p)])
                for p in found if not any(overlapping(some, p) for some in left_out)]  # fmt: skip
        return [s for p in kept for s in sentences(text, abbreviations(self.language), p)
                if any(c.isalnum() for c in text[s.start : s.end])]  # fmt: skip

    def _speaks_at_head(self, text: str, line: Span) -> bool:
        """Whether a heading may tell who says something: by a cue, or by a mark with a name."""
        marked = colon_head(text, line, self.language) is not None
        return marked or bool(find_cues(text, line, self.language))

    def attributions(self, text: str, spans: Sequence[Span]) -> list[Attribution]:
        """All attributions, the author's own voice included, in reading order."""
        whole = with_whole_parts(text, self.relations(text, spans), self.language)
        single = with_one_source(text, spans, whole, self.language)
        named = [r for r in single if _is_named(text, r) and not is_outlet(text, r, self.language)]
        relations = [self._with_medium(text, r) for r in named]
        found = complete(text, spans, relations, self.language)
        found = with_described_tellers(text, spans, found, self.language)
        found = with_gone_on(text, spans, found, self.language)
        found = without_told_twice(text, without_means(text, found, self.language))
        found = with_continued(text, paragraphs(text), found)
        found = with_requoted(text, spans, found, self.language)
        found = with_misquoted(text, spans, found, self.language)
        found = with_own_sources(text, spans, found, self.gazetteer, self.language)
        found = with_relayed(text, spans, found, self.language)
        found = with_pointers(text, spans, found, self.language)
        found = with_whole_sources(text, spans, found, self.language)
        found = with_colon_heads(text, spans, found, self.language)
        found = with_fronted_participles(text, spans, with_fronted(text, found))
        found = with_turns(text, spans, found, self.language)
        found = with_nested(text, spans, found, self.gazetteer, self.language)
        found = with_turns_around(text, spans, found, self.language)
        found = with_who_told(text, with_had_from(text, spans, found, self.language), self.language)
        found = with_handed_on(text, spans, found, self.gazetteer, self.language)
        found = with_quoters(text, spans, found, self.language)
        found = within_sources(text, without_bidden(text, found))
        found = without_unsaid(text, spans, found, self.language)
        found = [replace(a, relation=self._begun(text, a.relation)) for a in found]
        found = [a for a in found if self._is_said(text, a.relation) and not is_empty(_tidy(text, a))]
        found = with_hosts_of_asides(text, spans, found, self.language)
        own = own_voice(text, spans, found)
        return sorted((_tidy(text, a) for a in [*found, *own]), key=_place)

    def _begun(self, text: str, relation: Relation) -> Relation:
        """With the "not" that its content begins with, with whole numbers, and without when it was said."""
        dated = without_date(text, relation, self.language)
        return with_negation(text, with_whole_numbers(text, dated, self.language))

    def _is_said(self, text: str, relation: Relation) -> bool:
        idle = (only_owed, only_done, only_named, looks_back, says_nothing)
        spoken = has_speaker(text, relation, self.language)
        return spoken and not any(empty(text, relation, self.language) for empty in idle)

    def relations(self, text: str, spans: Sequence[Span]) -> list[Relation]:
        """What the finder sees in the sentences that may attribute at all."""
        if self.network is None:
            return find_by_rules(text, spans, self.language)
        shown = with_plain_names(text, self.language)
        return tag(shown, self.runs(text, spans), self.network, self._lexicon_cues)

    def runs(self, text: str, spans: Sequence[Span]) -> list[list[Span]]:
        """Runs of neighbouring sentences of which each may attribute; a line without a stop is its own."""
        ends = {line.end for line in lines_without_stop(text, paragraphs(text))}
        found: list[list[Span]] = []
        open_run = False
        for span in spans:
            if not may_attribute(text, span, self.language):
                open_run = False
                continue
            alone = span.end in ends
            if alone or not open_run:
                found.append([])
            found[-1].append(span)
            open_run = not alone
        return found

    def _lexicon_cues(self, text: str, within: Span) -> list[Span]:
        return [match.span for match in find_cues(text, within, self.language)]

    def _is_body(self, name: str) -> bool:
        return self.gazetteer.lookup(name) is not None

    def _with_medium(self, text: str, relation: Relation) -> Relation:
        source, medium = split_medium(text, relation.source, self.language, self._is_body)
        return replace(relation, source=source, medium=relation.medium or medium)


def _cue_of(text: str, relation: Relation, language: str) -> CueReading | None:
    return read_cue(words_at(text, relation.cue), language) if relation.cue else None


def _whole(relation: Relation) -> Relation:
    """The relation around all that it announces."""
    return replace(relation, content=relation.holds) if relation.holds else relation


def _enclosing(relation: Relation) -> Relation:
    """The author's own words enclose nothing: everybody stands inside them anyway."""
    return replace(relation, content=()) if relation.voice == "author" else relation


def _is_named(text: str, relation: Relation) -> bool:
    """Whether a printed source has a letter or a digit: a mark, or a picture, is nobody."""
    return not relation.source or any(c.isalnum() for a, b in relation.source for c in text[a:b])


def _tidy(text: str, attribution: Attribution) -> Attribution:
    """Parts in order that hold words and lie apart: a mark alone says nothing, and a cue is no content."""
    relation = attribution.relation
    content: Sequence[Span] = row_of_spans(relation.content)
    for part in (relation.cue, relation.source):
        if touches(content, part):
            content = [trim(text, span) for span in without(content, part)]
    content = [_behind_mark(text, span) for span in content]
    tidy = replace(relation, source=_worded(text, relation.source), content=_worded(text, content))
    return replace(attribution, relation=tidy)


def _behind_mark(text: str, span: Span) -> Span:
    """A span without the mark that closes what stands before it: "…” | He is well"."""
    start = span.start
    closes = text[start : start + 1] in CLOSES and text[start + 1 : start + 2].isspace()
    return strip(text, Span(start + 1, span.end)) if closes and start + 1 < span.end else span


def _worded(text: str, spans: Sequence[Span]) -> Spans:
    """The spans that hold a word, and not only the end of one ("s" of "the general's"), without spaces."""
    words = (strip(text, span) for span in spans if any(map(str.isalnum, text[span.start : span.end])))
    return tuple(
        span
        for span in words
        if span.end - span.start > 1 or text[span.start - 1 : span.start] not in ENDS_CUT
    )


def _without(text: str, paragraph: Span, edges: Sequence[Span]) -> Span:
    """`paragraph` without what stands at its edges: a dateline before, a picture credit behind."""
    start, end = paragraph
    for edge in edges:
        if edge.start <= start < edge.end:
            start = edge.end
        elif start < edge.start < end <= edge.end:
            end = edge.start
    return strip(text, Span(start, max(start, end)))


def _place(attribution: Attribution) -> tuple[int, int]:
    """Where a statement is sorted in: at its cue, or where its content begins."""
    relation = attribution.relation
    spans = relation.cue or relation.content or relation.source
    return (spans[0].start, -spans[-1].end)
