"""Who answers whom: the accused behind an accusation, and whoever was asked behind a question."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Literal

from sayso.lang import load
from sayso.model import Span, words_at
from sayso.read.cues.inflection import verb_forms
from sayso.read.layout.quotations import quotations
from sayso.read.relation import Relation
from sayso.read.sources.mention import Mention
from sayso.read.sources.phrases import POSSESSIVE
from sayso.read.sources.scan import Place
from sayso.read.sources.words import source_words
from sayso.read.turns.verdicts import does_reject

MOVES_BACK = 8  # moves that are looked at for one answer
SENTENCES_BACK = 1
INSIDE = 6  # mentions in an allegation that are looked at
ACTOR_CHARS = 40  # how far before its verb whoever acts may stand
ASKED_CHARS = 200  # of what is asked or alleged that are looked through
ASKED_BY_CHARS = 12  # between whoever is asked and the subject of the question
GAP_CHARS = 3  # between a verb and whom it concerns
FRONT_CHARS = 12  # in which the word before a verb is looked for
PARTED = re.compile(r"[.;:!?\n“”\"]")

Kind = Literal["accusing", "claiming", "asking", "bidding", "telling", "calling", "doing"]
KINDS: tuple[Kind, ...] = ("accusing", "asking", "bidding", "telling", "calling", "doing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """Somebody turns to or against others: "the union | accused | the company" of lying.

    `start`, `end`: the verb, or all that is alleged; `actor`: None where none is printed; `others`: the
    places of who may answer, the likeliest first; `of_it`: it speaks of "it" ("asked Undrey whether it had");
    `gender`: of whom is asked whether he, or she, knows.
    """

    start: int
    end: int
    kind: Kind
    actor: Span | None
    others: tuple[Span, ...]
    of_it: bool = False
    gender: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """What a verb does, and what parts it from whom it concerns: "put | the claims to"; None for nothing."""

    kind: Kind
    tail: re.Pattern[str] | None = None


def answer_to(text: str, cue: str, content: str, kind: Kind, *, beside: bool, language: str) -> bool:
    """Whether a cue and what is said answer a move of this kind.

    "Deny it" answers an accusation, "did not reply" whatever was asked or told, and "said he did" what was
    asked; whoever was arrested admits or denies, or tells what was done to him. `beside`: the cue stands
    right beside who says it ("He said", not "He then adjourned and said").
    """
    said = {*cue.lower().split()}
    if kind == "doing":
        return bool(said & _forms("denying", language)) or _is_own_fate(content, language)
    if kind in ("accusing", "claiming"):
        return bool(said & _forms("denying", language)) and (
            kind == "accusing" or _takes_up(content, language)
        )
    if kind == "calling" or not beside or said & {*load(language, "exchanges")["going_on"]}:
        return False
    if said & _forms("answering", language):
        return True
    if kind == "telling" or not said & _forms("saying", language):
        return False
    return kind == "asking" or _is_elliptic(content, language)


def _takes_up(content: str, language: str) -> bool:
    """Whether what is denied is the allegation itself: "it", "the charge", "any wrongdoing"."""
    known = load(language, "exchanges")
    words = [word.strip(",.;:").lower() for word in content.split()]
    if not words or len(words) == 1:
        return not words or words[0] in {*known["taken_up"], *known["allegations"]}
    return not {*words[:4]}.isdisjoint(known["allegations"])


def _is_elliptic(content: str, language: str) -> bool:
    """Whether somebody only says that he does, or that he does not: "it would", "they would not withdraw"."""
    known = load(language, "exchanges")
    words = [word.strip(',.;:“”"').replace("’", "'").lower() for word in content.split()]
    words = words[words[:1] == ["that"] :]
    if len(words) < 2 or words[0] not in source_words(language).pronouns or words[1] not in known["elliptic"]:
        return False
    return len(words) == 2 or words[2] in known["refusing"] or words[1].endswith("n't")


def _is_own_fate(content: str, language: str) -> bool:
    """Whether somebody tells what was done to him, or that he did nothing: "they had been beaten"."""
    return _own_fate(language).match(content.lstrip(' “"')) is not None


class Exchanges:
    """The moves of a text in their order, to be asked who may answer. Near-linear to make."""

    def __init__(
        self, text: str, relations: Sequence[Relation], places: Sequence[Place],
        sentences: Sequence[Span], language: str,
    ) -> None:  # fmt: skip
        self.text, self.language = text, language
        self.sentences = [span.start for span in sentences]
        self.places, self.starts = places, [place.span.start for place in places]
        self.quoted = quotations(text)
        found = chain(self._with_verbs(), self._claims(relations))
        self.moves = sorted(found, key=lambda move: (move.start, move.kind == "claiming"))
        self.move_starts = [move.start for move in self.moves]
        doings = [move for move in self.moves if move.kind == "doing"]
        self.done_to = {span: move.actor for move in doings for span in move.others}

    def before(self, at: int) -> Iterator[Move]:
        """The moves in the sentence of `at` and in the one before it, the latest first."""
        here, last, home = self._sentence(at), bisect_left(self.move_starts, at), self._quotation(at)
        for move in reversed(self.moves[max(0, last - MOVES_BACK) : last]):
            if here - self._sentence(move.start) > SENTENCES_BACK:
                return
            if self._quotation(move.start) in (-1, home):
                yield move

    def _quotation(self, at: int) -> int:
        """The number of the quotation around a place; -1 for none."""
        index = bisect_right(self.quoted, at, key=lambda span: span.start) - 1
        return index if index >= 0 and at < self.quoted[index].end else -1

    def answered(self, place: Span, relation: Relation, at: int) -> Iterator[Move]:
        """The moves that a pronoun's statement may answer; `at`: where that begins, with its quotation."""
        cue, content = words_at(self.text, relation.cue), words_at(self.text, relation.content)
        beside = bool(relation.cue) and self._is_beside(place, relation.cue[0])
        for move in self.before(at):
            outside = move.kind != "claiming" or move.end <= at
            answers = answer_to(self.text, cue, content, move.kind, beside=beside, language=self.language)
            if (outside and answers) or self._is_subject(move, place):
                yield move

    def _is_subject(self, move: Move, place: Span) -> bool:
        """Whether a pronoun opens what somebody is asked: "asked Holt | whether | he | knew"."""
        gap = Span(move.others[0].end, place.start) if move.kind == "asking" and move.others else None
        near = gap is not None and move.end < gap.start < gap.end <= gap.start + ASKED_BY_CHARS
        between = self.text[slice(*gap)] if gap and near else ""
        return len(between.split()) == 1 and not PARTED.search(between)

    def callers(self, mention: Mention, at: int) -> Iterator[Span]:
        """Who asked, told or called somebody right before: none of them is "the witness" at `at`."""
        if mention.head in load(self.language, "exchanges")["roles"]:
            yield from (move.actor for move in self.before(at) if move.actor and move.kind != "claiming")

    def _is_beside(self, place: Span, cue: Span) -> bool:
        first, last = sorted((place, cue))
        return not self.text[first.end : last.start].strip()

    def _sentence(self, at: int) -> int:
        return max(bisect_right(self.sentences, at) - 1, 0)

    def _claims(self, relations: Sequence[Relation]) -> Iterator[Move]:
        """What is said of somebody: "police say | the students | stole a car"."""
        others = frozenset().union(
            *(_forms(name, self.language) for name in ("asking", "accusing", "denying"))
        )
        for relation in relations:
            if relation.voice != "source" or not (relation.cue and relation.source and relation.content):
                continue
            start, told = relation.cue[0].start, relation.content[0]
            if any(does_reject(self.text[slice(*span)], self.language) for span in relation.cue):
                continue  # "the Courier's report is wrong, the army said" is a claim of nobody
            if told.start < start or others & {*words_at(self.text, relation.cue).lower().split()}:
                continue
            first = bisect_left(self.starts, told.start)
            inside = [
                place.span for place in self.places[first : first + INSIDE] if place.span.end <= told.end
            ]
            actor = Span(relation.source[0].start, max(part.end for part in relation.source))
            yield Move(start=start, end=told.end, kind="claiming", actor=actor, others=tuple(inside))

    def _with_verbs(self) -> Iterator[Move]:
        """What is done to somebody by one of the known verbs, also in the passive."""
        ways = _ways(self.language)
        for match in _verbs(self.language).finditer(self.text):
            verb, found = Span(*match.span()), ways[match[0]]
            if self._is_other_word(verb.start):
                continue
            move = self._passive(verb, found[0].kind) or self._active(verb, found)
            if move:
                yield move

    def _is_other_word(self, start: int) -> bool:
        """Whether it only ends a word, or is a noun behind an article: "asked the boy a | question"."""
        if start and not self.text[start - 1].isspace():
            return True
        before = self.text[max(0, start - FRONT_CHARS) : start].lower().split()[-1:]
        return not source_words(self.language).determiners.isdisjoint(before)

    def _active(self, verb: Span, ways: Sequence[Way]) -> Move | None:
        """ "Brod accused Kole", "the Courier put the claims to the ministry", "counsel asked why"."""
        for way in ways:
            tail = way.tail.match(self.text, verb.end) if way.tail else None
            other = None if way.tail and not tail else self._at(tail.end() if tail else verb.end)
            if other:
                kind = self._kind(way.kind, other.end)
                return self._move(verb, kind, self._ahead(verb.start), other)
        alone = ways[0].kind in ("asking", "calling")
        return self._move(verb, ways[0].kind, self._ahead(verb.start), None) if alone else None

    def _passive(self, verb: Span, kind: Kind) -> Move | None:
        """ "Marran was asked by the judge": Marran answers; None for an active verb."""
        if self.text[slice(*verb)] not in _participles(self.language):
            return None
        lead = _passive_lead(self.language).search(self.text, max(0, verb.start - ACTOR_CHARS), verb.start)
        subject = self._ahead(lead.start()) if lead else None
        if subject is None:
            return None
        by = _agent(self.language).match(self.text, verb.end)
        return self._move(verb, self._kind(kind, verb.end), self._at(by.end()) if by else None, subject)

    def _move(self, verb: Span, kind: Kind, actor: Span | None, other: Span | None) -> Move:
        return Move(
            start=verb.start, end=verb.end, kind=kind, actor=actor, others=(other,) if other else (),
            of_it=self._is_of_it(verb), gender=self._gender(verb) if kind == "asking" else "",
        )  # fmt: skip

    def _words_behind(self, verb: Span) -> Iterator[str]:
        """The words of what is asked or alleged, in lower case."""
        sentence = self._sentence(verb.start) + 1
        last = self.sentences[sentence] if sentence < len(self.sentences) else len(self.text)
        behind = self.text[verb.end : min(last, verb.end + ASKED_CHARS)]
        return (word.strip(",.;:?!").lower() for word in behind.split())

    def _is_of_it(self, verb: Span) -> bool:
        """Whether what is asked, or alleged, speaks of "it" and of no "he"."""
        pronouns = source_words(self.language).pronouns
        picks = {pronouns[word].picks for word in self._words_behind(verb) if word in pronouns}
        return "body" in picks and "person" not in picks

    def _gender(self, verb: Span) -> str:
        """The gender of the first subject of a question: m for "asked Holt whether he knew"; "" for none."""
        subjects, pronouns = (
            load(self.language, "exchanges")["subjects"],
            source_words(self.language).pronouns,
        )
        return next((pronouns[word].gender for word in self._words_behind(verb) if word in subjects), "")

    def _kind(self, kind: Kind, behind: int) -> Kind:
        """The kind of a verb: "asked X | to go" bids."""
        after = self.text[behind : behind + 8].lower().split()[:1]
        return "bidding" if kind == "asking" and after == load(self.language, "exchanges")["to"] else kind

    def _at(self, behind: int) -> Span | None:
        """The mention that begins right behind a word, unless it only owns what follows: "Osk’s word"."""
        index = bisect_left(self.starts, behind)
        near = index < len(self.places) and self.starts[index] - behind <= GAP_CHARS
        if not near or self.text[behind : self.starts[index]].strip():
            return None
        span = self.places[index].span
        return None if self.text[slice(*span)].endswith(POSSESSIVE) else span

    def _ahead(self, start: int) -> Span | None:
        """The mention in the same sentence that ends before a verb, with no pronoun between the two."""
        index = bisect_left(self.starts, start) - 1
        if index < 0:
            return None
        span = self.places[index].span
        if not 0 <= start - span.end <= ACTOR_CHARS:
            return None
        between = self.text[span.end : start]
        pronouns = source_words(self.language).pronouns
        words = [pronouns[word] for word in between.lower().split() if word in pronouns]
        parted = PARTED.search(between) or any(word.picks != "before" for word in words)
        return None if parted else span


@cache
def _forms(name: str, language: str) -> frozenset[str]:
    grammar = load(language, "cues_grammar")
    return frozenset(
        form for lemma in load(language, "exchanges")[name] for form in verb_forms(lemma, grammar)
    )


@cache
def _ways(language: str) -> dict[str, tuple[Way, ...]]:
    """Each form of a verb with its ways, those without words between verb and mention first."""
    known, grammar = load(language, "exchanges"), load(language, "cues_grammar")
    plain = [(verb, Way(kind=kind)) for kind in KINDS for verb in known[kind]]
    parted = [_parted(entry, kind) for kind in KINDS for entry in known.get(f"{kind}_with", ())]
    found: dict[str, tuple[Way, ...]] = {}
    for verb, way in (*plain, *parted):
        for form in verb_forms(verb, grammar):
            found[form] = (*found.get(form, ()), way)
    return found


def _parted(entry: str, kind: Kind) -> tuple[str, Way]:
    """The verb of "put … to", and what parts it from whom it concerns."""
    verb, *rest = entry.split()
    words = r"\s+".join(r"[^.;:!?\n“”\"]{2,60}?" if word == "…" else re.escape(word) for word in rest)
    return verb, Way(kind=kind, tail=re.compile(rf"\s+{words}\b", re.IGNORECASE))


@cache
def _participles(language: str) -> frozenset[str]:
    """The forms that make a passive: "accused", "written"."""
    grammar, verbs = (
        load(language, "cues_grammar"),
        [verb for kind in KINDS for verb in load(language, "exchanges")[kind]],
    )
    forms = (pair for verb in verbs for pair in verb_forms(verb, grammar).items())
    return frozenset(form for form, kind in forms if kind in ("past", "part"))


@cache
def _own_fate(language: str) -> re.Pattern[str]:
    """Matches "that they had been beaten", "he was innocent"."""
    known, grammar = load(language, "exchanges"), load(language, "cues_grammar")
    suffered = [
        form
        for verb in (*known["doing"], *known["suffering"])
        for form, kind in verb_forms(verb, grammar).items()
        if kind in ("past", "part")
    ]
    who = "|".join(map(re.escape, known["of_themselves"]))
    had = "|".join(map(re.escape, known["suffered"]))
    be = "|".join(map(re.escape, grammar["be"]))
    what = "|".join(map(re.escape, sorted((*suffered, *known["innocent"]), key=len, reverse=True)))
    return re.compile(
        rf"(?:that\s+)?(?:{who})\s+(?:(?:{had})\s+){{0,2}}(?:{be})\s+(?:\w+\s+)?(?:{what})\b", re.IGNORECASE
    )


@cache
def _verbs(language: str) -> re.Pattern[str]:
    """Matches the end of a word that is such a verb, or ends like one; a first letter decides quickly."""
    by_letter: dict[str, list[str]] = {}
    for form in sorted(_ways(language), key=len, reverse=True):
        by_letter.setdefault(form[0], []).append(re.escape(form[1:]))
    return re.compile("|".join(rf"{letter}(?:{'|'.join(rest)})\b" for letter, rest in by_letter.items()))


@cache
def _passive_lead(language: str) -> re.Pattern[str]:
    """Matches a form of "be" at the end, with a word that may stand behind it: "was later"."""
    be = "|".join(map(re.escape, load(language, "cues_grammar")["be"]))
    return re.compile(rf"(?<![\w'])(?:{be})\s+(?:\w+\s+)?\Z", re.IGNORECASE)


@cache
def _agent(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{'|'.join(load(language, 'exchanges')['by'])})\b", re.IGNORECASE)
