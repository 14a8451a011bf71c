"""Which statement stands inside which, and through whom a statement reached the publisher."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from sayso.lang import load
from sayso.model import Source, Span, Spans, covers, touches
from sayso.read.relation import Relation

MOST_IN_A_SENTENCE = 40
FARTHEST_RELATIVE = 30  # code points between who is cited and the verb with which he cites
FARTHEST_HEARER = 60  # code points between a cue and its content
MOSTLY = 0.8  # share of a content that must lie inside the enclosing one


def nest(
    relations: Sequence[Relation], sentences: Sequence[Span], text: str, language: str = "en"
) -> tuple[int | None, ...]:
    """For each relation the index of the one around it, or None; () for no relations.

    The one around is the smallest whose content has the other's cue, its source where one is
    printed, and most of its content or its start. Of two that hold each other the longer is around, then the
    earlier; so nothing is inside itself by any detour. What "according to X" says covers the
    clause that it hangs on (MPQA nested sources). Whoever is passed on ("X, citing Y, said that Z")
    stands inside the one who passes on the same words, although his cue stands beside them.
    """
    clauses = [_clause_of(relation, sentences, text, language) for relation in relations]
    contents = _cut(relations, clauses)
    scopes = [(clause,) if clause else content for clause, content in zip(clauses, contents, strict=True)]
    ranks = [(_length(scope), -n) for n, scope in enumerate(scopes)]
    order = sorted(range(len(relations)), key=lambda n: _first(scopes[n]))
    starts = [_first(scopes[n]) for n in order]
    ends = [_last(relation, scope) for relation, scope in zip(relations, scopes, strict=True)]
    found: list[int | None] = []
    for number, relation in enumerate(relations):  # the order of ranks is strict: nesting has no loop
        at = _anchor(relation)
        near = (order[i] for i in _near(starts, at, len(relations)))
        fitting = [
            n
            for n in near
            if ends[n] >= at
            and n != number
            and ranks[n] > ranks[number]
            and _around(_reach(relations[n], scopes[n], relation), relation, contents[number])
        ]
        found.append(min(fitting, key=lambda n: ranks[n], default=None))
    return _passed_on(
        _relayed(found, relations, sentences, text, language), relations, sentences, text, language
    )


def _relayed(
    found: Sequence[int | None],
    relations: Sequence[Relation],
    sentences: Sequence[Span],
    text: str,
    language: str,
) -> list[int | None]:
    """The places with everybody who told somebody the same words inside that hearer's statement.

    "A told B, who told C, that Z", "Z, said B, who was told so by A": it is B through whom A is heard.
    """
    placed = list(found)
    hearing = load(language, "completion")["hearing"]
    by_words: dict[tuple[int, Spans], list[int]] = {}
    for number, relation in enumerate(relations):
        if relation.cue and relation.source and relation.content:
            by_words.setdefault((_sentence_of(relation, sentences), relation.content), []).append(number)
    for same in by_words.values():
        for number in same[:MOST_IN_A_SENTENCE]:
            words = _words(text, relations[number]).split()
            told = words[-1:] == [hearing["by"]] and not {*words}.isdisjoint(hearing["participles"])
            hearers = (n for n in same if n != number and _hears(text, relations[n], relations[number], told))
            hearer = next(hearers, None)
            if hearer is not None and number not in _ancestors(placed, hearer):
                placed[number] = hearer
    return placed


def _hears(text: str, hearer: Relation, teller: Relation, told: bool) -> bool:
    """Whether one stands where a hearer of the other does: behind the verb, or before "was `told` by"."""
    whom, cue, content = hearer.source[0], teller.cue, teller.content[0]
    if told:
        return 0 <= cue[0].start - whom.end <= FARTHEST_RELATIVE and not touches(hearer.cue, teller.cue)
    before = teller.source[-1].end <= cue[0].start and cue[-1].end <= whom.start
    before = before and "," not in text[cue[-1].end : whom.start]  # "A said, and B denied, that"
    return before and whom.end <= min(content.start, hearer.cue[0].start)


def _passed_on(
    found: Sequence[int | None],
    relations: Sequence[Relation],
    sentences: Sequence[Span],
    text: str,
    language: str,
) -> tuple[int | None, ...]:
    """The places with every passed-on source inside the one of its sentence who passes it on."""
    cues = load(language, "sources")["words"]["passed_on"]
    placed = list(found)
    inner = [n for n, r in enumerate(relations) if r.cue and _words(text, r) in cues]
    by_sentence: dict[int, list[int]] = {}
    for number, relation in enumerate(relations):
        if inner and relation.cue:
            by_sentence.setdefault(_sentence_of(relation, sentences), []).append(number)
    for number in inner:
        near = by_sentence[_sentence_of(relations[number], sentences)][:MOST_IN_A_SENTENCE]
        same = [n for n in near if n != number and _same(relations[n].content, relations[number].content)]
        hosts = [n for n in same if _is_said_of(text, relations[n], relations[number]) or n not in inner]
        if not hosts:
            continue
        host = min(hosts, key=lambda n: _from_cue(relations[n], relations[number], n in inner))
        if number in _ancestors(placed, host):
            placed[host] = placed[number] if placed[host] == number else placed[host]
        if number not in _ancestors(placed, host):
            placed[number] = host
    return tuple(placed)


def _is_said_of(text: str, host: Relation, relation: Relation) -> bool:
    """Whether who is cited cites in turn: "citing the agency, which cited the ministry"."""
    if not (host.source and host.cue) or host.cue[0].start > host.source[-1].start:
        return False
    between = text[host.source[-1].end : relation.cue[0].start]
    return between.startswith(", ") and between.count(",") == 1 and len(between) <= FARTHEST_RELATIVE


def _from_cue(host: Relation, relation: Relation, cited: bool) -> tuple[bool, int]:
    """How far a host is: whoever is cited himself, right before, is nearest."""
    return not cited, abs(_anchor(host) - _anchor(relation))


def _words(text: str, relation: Relation) -> str:
    return " ".join(text[relation.cue[0].start : relation.cue[-1].end].lower().split())


def _sentence_of(relation: Relation, sentences: Sequence[Span]) -> int:
    return bisect_right(sentences, relation.cue[0].start, key=lambda span: span.start) - 1


def _same(left: Spans, right: Spans) -> bool:
    """Whether two contents are the same words, but for what hangs at their edges."""
    shared = _shared(left, right)
    return shared > 0 and shared >= MOSTLY * max(_length(left), _length(right))


def _ancestors(placed: Sequence[int | None], number: int) -> list[int]:
    """`number` and everything around it."""
    chain_of, at = [number], placed[number]
    while at is not None:
        chain_of.append(at)
        at = placed[at]
    return chain_of


def chain(
    number: int,
    parents: Sequence[int | None],
    sources: Sequence[Source],
    publisher: str | None,
) -> tuple[str, ...]:
    """The names from the publisher to the statement's own source.

    An unknown publisher and an absent source (hearsay) add nothing; nobody follows himself, so
    the author's own statement has the publisher alone. () where nobody is known.
    """
    names = [sources[number].name]
    around = parents[number]
    while around is not None:
        names.append(sources[around].name)
        around = parents[around]
    found: list[str] = []
    for name in [publisher or "", *reversed(names)]:
        if name and (not found or found[-1] != name):
            found.append(name)
    return tuple(found)


def _anchor(relation: Relation) -> int:
    spans = relation.cue or relation.source or relation.content
    return spans[0].start if spans else -1


def _near(starts: Sequence[int], at: int, size: int) -> range:
    """Places in the order by start that can hold `at`: a hundred before it."""
    end = bisect_right(starts, at)
    return range(max(0, end - 100), min(end, size))


def _first(spans: Spans) -> int:
    return min((span.start for span in spans), default=-1)


def _last(around: Relation, scope: Spans) -> int:
    """Behind what `_reach` may add to a scope nothing is inside it."""
    return max((span.end for span in (*scope, *around.source)), default=-1)


def _length(spans: Spans) -> int:
    return sum(span.end - span.start for span in spans)


def _around(scope: Spans, relation: Relation, content: Spans) -> bool:
    """Whether the scope has the relation's cue and source, and most of what it says, or the start of it.

    A content may break off too early: who said "X's claim that the camp does not" said all of it.
    """
    said = (*relation.cue, *relation.source)
    if not said and not content:
        return False
    if not covers(scope, said) or (not said and not covers(scope, content)):
        return False
    begins = bool(relation.cue and content) and touches(
        scope, (Span(content[0].start, content[0].start + 1),)
    )
    return begins or _shared(scope, content) >= MOSTLY * _length(content)


def _reach(around: Relation, scope: Spans, relation: Relation) -> Spans:
    """The scope, with whom it was said to, between cue and content: "asked X to announce", says X.

    Where the content opens with the other's cue ("X agreed to announce"), both have one source.
    """
    if not around.cue or not scope or not relation.cue:
        return scope
    own = around.source if relation.cue[0].start == scope[0].start else ()
    gap = Span(around.cue[-1].end, scope[0].start)
    hearer = (gap,) if 0 < gap.end - gap.start < FARTHEST_HEARER else ()
    return (*scope, *own, *hearer)


def _cut(relations: Sequence[Relation], clauses: Sequence[Span | None]) -> list[Spans]:
    """The contents, with none that runs on into a trailing "according to X" that holds for it."""
    order = sorted(range(len(relations)), key=lambda n: _anchor(relations[n]))
    anchors = [_anchor(relations[n]) for n in order]
    contents = [relation.content for relation in relations]
    for relation, clause in zip(relations, clauses, strict=True):
        at = _anchor(relation)
        if clause is None or clause.end > at:
            continue
        for place in range(bisect_left(anchors, clause.start), bisect_left(anchors, clause.end)):
            inner = order[place]
            contents[inner] = tuple(Span(s.start, min(s.end, at)) for s in contents[inner] if s.start < at)
    return contents


def _shared(left: Spans, right: Spans) -> int:
    """How many code points of `right` lie inside `left`."""
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in left for b in right)


def _clause_of(relation: Relation, sentences: Sequence[Span], text: str, language: str) -> Span | None:
    """What "according to X" answers for: its content, widened to the clause; None for other cues."""
    if not relation.content or not relation.cue or len(relation.content) > 1:
        return None
    cue = relation.cue[0]
    words = load(language, "sources")["words"]
    if " ".join(text[cue.start : cue.end].lower().split()) not in words["clausal_cues"]:
        return None
    clause = _clause(relation, sentences, text, words["clause_ends"])
    if clause is None:
        return None
    last = max(span.end for span in relation.content)
    return Span(min(clause.start, _first(relation.content)), max(clause.end, last))


def _clause(relation: Relation, sentences: Sequence[Span], text: str, ends: Sequence[str]) -> Span | None:
    """The clause before a trailing "according to X", or after a leading one; None where unclear."""
    cue, first, last = relation.cue[0], _first(relation.content), max(s.end for s in relation.content)
    index = bisect_right(sentences, cue.start, key=lambda span: span.start) - 1
    if index < 0 or not sentences[index].contains(Span(first, last)):
        return None
    sentence = sentences[index]
    if last <= cue.start:
        before = text[sentence.start : first]
        cuts = [before.rfind(end) + len(end) for end in ends if end in before]
        return Span(sentence.start + max(cuts, default=0), last)
    if first >= cue.end:
        cuts = [at for end in ends if (at := text.find(end, last, sentence.end)) >= 0]
        return Span(first, min(cuts, default=sentence.end))
    return None
