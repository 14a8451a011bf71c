"""The rule-based finder of attributions: cue lexicon and quotation marks; baseline and fall-back.

No parse: a source is the noun phrase beside the cue, content the clause or quotation that the
cue's kind names. What it cannot tell it leaves out.
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model import Span, Spans
from sayso.read.cues.finding import CueMatch, find_cues
from sayso.read.relation import Relation
from sayso.read.rules.content import behind_hearer, clause_end, content_span, is_only, quotation_before
from sayso.read.rules.place import Place, is_name, place_of
from sayso.read.rules.said import content_of, left_start
from sayso.read.rules.source import (
    Piece,
    main_subject,
    phrase_after,
    possessor,
    shared_subject,
    subject_before,
)
from sayso.read.rules.view import OUTSIDE, View, view_of

P_STRONG, P_WEAK = 0.7, 0.5


def find_by_rules(text: str, sentences: Sequence[Span], language: str = "en") -> list[Relation]:
    """Relations of each sentence by its lexicon cues, in reading order; [] where there are none."""
    found: list[Relation] = []
    for sentence in sentences:
        cues = find_cues(text, sentence, language)
        relations = (relation_by_rules(text, sentence, match, cues, language) for match in cues)
        found += [relation for relation in relations if relation is not None]
    return found


def relation_by_rules(
    text: str, sentence: Span, match: CueMatch, cues: Sequence[CueMatch], language: str = "en"
) -> Relation | None:
    """The relation of one lexicon cue among the `cues` of its sentence; None where it cannot be told.

    `cues` in order. The work for one cue is bounded, whatever the length of the sentence.
    """
    place = place_of(view_of(text, sentence, language), match, cues)
    if is_name(place.view, place.first):
        return None
    if match.reading.voice != "source":
        return _without_source(place)
    if place.pos == "preposition":
        return _by_preposition(place)
    if place.pos == "noun":
        return _by_noun(place)
    return _by_verb(place)


def _without_source(place: Place) -> Relation | None:
    """Hearsay and the author's inference: all of the clause around the cue is its content."""
    view, cue = place.view, place.match.span
    first, end = place.first, place.end
    if place.pos in ("verb", "passive", "adjective") and view.among(end, "to"):
        end, cue = end + 1, Span(cue.start, view.words.spans[end].end)
    start = _clause_start(place)
    stop = clause_end(view, end, place.high, place.outer) if end < place.high else end
    pieces = (
        [] if is_only(view, start, first, ("expletives", "leads")) else [content_span(view, start, first)]
    )
    pieces.append(content_span(view, end, stop))
    content = tuple(span for span in pieces if span.start < span.end)
    if not content:
        return None
    return Relation(cue=(cue,), content=content, voice=place.match.reading.voice, p_relation=P_WEAK)


def _clause_start(place: Place) -> int:
    """The word at which the clause of a cue begins: behind another cue's "that", a mark, a coordinator."""
    view = place.view
    for i in range(place.first - 1, max(place.floor, place.first - 60) - 1, -1):
        if view.level(i) != view.level(place.first) or view.at(i) in (";", "—", "–"):
            return i + 1
        if view.at(i) == "," and view.among(i + 1, "clause_coordinators"):
            return i + 2
        if view.among(i, "that", "relatives") and not _is_aside(view, i, place.first):
            return i + 1
    return place.floor


def _is_aside(view: View, relative: int, cue: int) -> bool:
    """ "The company, | which has paid nothing, | is likely to close": a clause between two commas."""
    return view.at(relative - 1) == "," == view.at(cue - 1) and not view.among(relative, "that")


def _by_preposition(place: Place) -> Relation | None:
    view = place.view
    source = _named_inside(place) or _bounded(view, phrase_after(view, place.end, place.high), place)
    if source is None:
        return None
    behind = max(place.end, source[1])
    if is_only(view, place.low, place.first, ("leads", "that", "coordinators")) or place.first == place.floor:
        first = behind + (view.at(behind) == ",")
        pieces = [(first, clause_end(view, first, place.high, place.outer))]
    else:
        start = left_start(place, place.first)
        pieces = [(start, place.first)]
        if view.at(behind) == "," and not view.among(behind + 1, "clause_coordinators") and not any(
            view.finite(i) for i in range(start, place.first)):  # fmt: skip
            pieces.append((behind, clause_end(view, behind, place.high, place.outer)))
    return _relation(place, source, tuple(content_span(view, a, b) for a, b in pieces if a < b))


def _bounded(view: View, source: Piece | None, place: Place) -> Piece | None:
    """The source of "According to X, …": up to the comma behind which a clause begins."""
    if source is None or not is_only(view, place.low, place.first, ("leads", "that", "coordinators")):
        return source
    commas = [i for i in range(*source) if view.at(i) == ","]
    for comma in reversed([*commas, source[1]]):
        rest = range(comma + 1, min(place.high, comma + 40))
        if view.at(comma) == "," and any(view.finite(i) for i in rest):
            return source[0], comma
    return source


def _named_inside(place: Place) -> Piece | None:
    """ "in his view": the words that stand for the lexicon's gap."""
    pattern = place.match.reading.lemma.split()
    if "~" not in pattern:
        return None
    first = place.first + pattern.index("~")
    end = place.end - (len(pattern) - pattern.index("~") - 1)
    return (first, end) if first < end else None


def _by_noun(place: Place) -> Relation | None:
    view = place.view
    source = possessor(view, place.first, place.floor)
    start = place.end
    if source is None and _is_occasion(place):
        return None
    if source is None and view.among(start, "noun_agents"):
        source = phrase_after(view, start + 1, place.high)
        start = source[1] if source else start
    if not view.among(start, "openers", "of"):
        start = next(
            (i for i in range(start, min(start + 8, place.high)) if view.among(i, "that")), place.high
        )
    end = clause_end(view, start, place.high, place.outer) if start < place.high else start
    end = _before_main_verb(place, start, end)
    content = content_span(view, start, end)
    if content.start >= content.end:
        return None
    if source is None:
        return Relation(cue=(place.match.span,), content=(content,), voice="hearsay", p_relation=P_WEAK)
    return _relation(place, source, (content,))


def _is_occasion(place: Place) -> bool:
    """ "said in a statement that": the noun tells how another cue was said, and is none itself."""
    view = place.view
    if not view.among(place.first, "occasions") or not place.heads:
        return False
    between = range(place.heads[-1][1], place.first)
    return any(view.among(i, "prepositions") for i in between) and not any(
        view.finite(i) or view.at(i) == ";" for i in between)  # fmt: skip


def _before_main_verb(place: Place, start: int, end: int) -> int:
    """Where the noun is the subject, its clause ends before the second finite verb."""
    view = place.view
    if any(view.finite(i) for i in range(max(place.floor, place.first - 60), place.first)):
        return end
    verbs = [i for i in range(start + 1, min(end, start + 60)) if view.finite(i) and not view.finite(i - 1)]
    return verbs[1] if len(verbs) > 1 else end


def _by_verb(place: Place) -> Relation | None:
    view = place.view
    if view.among(place.end - 1, "agents"):
        return _by_agent(place, place.end)
    if view.among(place.end, "agents") and _is_passive(view, place):
        return _by_agent(place, place.end + 1)
    if view.ends(place.first, "participle_endings") and is_only(view, place.low, place.first, ("leads",)):
        return _fronted(place)
    start = _behind(place)
    goes_on = _goes_on(place, start)
    source = _source(place, goes_on)
    if source is None:
        return None
    if source[0] >= place.end:
        start = source[1]
    content = content_of(place, source, start, goes_on and source[0] < place.first)
    if content is None:
        return None
    return _relation(place, source, content)


def _fronted(place: Place) -> Relation | None:
    """ "Noting that Z, X said …": the source is the subject behind the comma that ends the content."""
    view = place.view
    start = _behind(place)
    for comma in (i for i in range(start + 1, min(place.high, start + 60)) if view.at(i) == ","):
        verb = next((i for i in range(comma + 1, min(place.high, comma + 15)) if view.finite(i)), -1)
        source = subject_before(view, verb, comma + 1) if verb > 0 else None
        if source is not None and source[0] == comma + 1 and view.level(comma) == view.level(place.first):
            return _relation(place, source, (content_span(view, start, comma),))
    return None


def _is_passive(view: View, place: Place) -> bool:
    return any(view.among(i, "be") for i in range(place.first, place.end)) or view.ends(
        place.end - 1, "past_endings"
    )


def _by_agent(place: Place, start: int) -> Relation | None:
    """ "The plan was denounced by X", "Traders were told by X that Z"."""
    view = place.view
    source = phrase_after(view, start, place.high)
    if source is None:
        return None
    end = _opened(view, source[1], place.high)
    cue = Span(place.match.span.start, view.words.spans[start - 1].end)
    if end < place.high:
        content = content_span(view, end, clause_end(view, end, place.high, place.outer))
    else:
        content = content_span(view, _clause_start(place), place.first)
        if content.start >= content.end:
            return None
    return Relation(source=(view.part(*source),), cue=(cue,), content=(content,), p_relation=P_WEAK)


def _opened(view: View, start: int, high: int) -> int:
    near = range(start, min(start + 3, high))
    return next((i for i in near if view.among(i, "openers")), high)


def _behind(place: Place) -> int:
    """The word behind the cue, its hearer and its circumstances."""
    addressed = place.match.reading.lemma in place.view.classes["addressed"]
    return behind_hearer(place.view, place.end, place.high, addressed)


def _goes_on(place: Place, start: int) -> bool:
    """Whether what is said follows the cue: a clause, a phrase, or a quotation behind a comma."""
    view = place.view
    if start >= place.high or view.stops(start) or view.at(start) in (")", ";", "—", "–"):
        return False
    if view.at(start) == ",":
        after = start + 1 + view.among(start + 1, "leads")
        after += view.at(after) == ","
        return view.opens(start + 1) or (after > start + 1 and view.among(after, "that"))
    return True


def _source(place: Place, goes_on: bool) -> Piece | None:
    view, first = place.view, place.first
    participle = view.ends(first, "participle_endings")
    quoted = quotation_before(view, first) != OUTSIDE
    if (quoted and not participle) or (view.at(first - 1) == "," and _inverts(place)):
        return phrase_after(view, place.end, place.high)
    if first == place.low and not goes_on:
        return None
    shared = view.among(first - 1, "coordinators") or (
        participle and (view.at(first - 1) == "," or quoted or first == place.low)
    ) or view.among(first - 1, "to")  # fmt: skip
    found = None if shared else subject_before(view, first, place.floor)
    if found is None and (shared or first > place.low):
        found = shared_subject(view, first, place.heads)
    return found or (main_subject(view, first) if shared and first > 0 else None)


def _inverts(place: Place) -> bool:
    """ "The bridge fell, said Ilo Marsk, a trader." has no verb behind the name; an apposition has."""
    view = place.view
    if place.match.reading.lemma not in view.classes["tags"]:
        return False
    if view.among(place.end, "calendar", "prepositions", "that") or view.ends(
        place.first, "participle_endings"
    ):
        return False
    if not view.capital(place.end) and not view.among(place.end, "determiners", "pronouns"):
        return False
    if not any(view.finite(i) for i in range(max(place.low, place.first - 60), place.first)):
        return False
    found = phrase_after(view, place.end, place.high)
    if found is None or found[0] != place.end or any(view.finite(i) for i in range(*found)):
        return False
    return view.stops(found[1]) or view.at(found[1]) == "," or not view.finite(found[1])


def _relation(place: Place, source: Piece, content: Spans) -> Relation | None:
    view, cue = place.view, place.match.span
    printed = view.part(*source)
    if view.text[printed.end - 2 : printed.end] in ("'s", "’s") and source[1] - source[0] >= 1:
        printed = Span(printed.start, printed.end - 2)
    kept = tuple(span for span in content if span.start < span.end and not span.overlaps(cue))
    if printed.start >= printed.end:
        return None  # between two dashes nobody is named
    if not kept and place.match.reading.act != "decline":
        return None
    if any(span.overlaps(printed) for span in kept) or printed.overlaps(cue):
        return None
    p = P_STRONG if place.match.reading.strength == "strong" else P_WEAK
    return Relation(source=(printed,), cue=(cue,), content=kept, p_relation=p)
