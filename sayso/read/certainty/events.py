"""The factuality of one event word in a sentence, as a reader takes it who trusts the author."""

from dataclasses import dataclass, field
from math import prod

from sayso.lang.loading import load
from sayso.model import Span
from sayso.read.certainty.rules import Rule, Rules, rules_of
from sayso.read.cues.lexicon import Entry, Lexicon, lexicon_of
from sayso.read.cues.words import QUOTES, Words

DEPTH = 6  # governors of governors
REACH = 16  # words to the left within one clause
OBJECT = 6  # words between "urged" and "to"
HIGHEST = 3.0


@dataclass(slots=True)
class _Walk:
    """A walk from an event to the left: `keys` are the operators met, from the inside out."""

    words: Words
    rules: Rules
    lexicon: Lexicon
    keys: list[str] = field(default_factory=list)
    modal: bool = False

    def among(self, index: int, name: str) -> bool:
        """Whether the word at an index is in a named set of the grammar."""
        return self.words.at(index) in self.rules.words[name]

    def auxiliary(self, index: int) -> bool:
        """Whether a form of be, have or do stands here."""
        return any(self.among(index, name) for name in ("be", "have", "do"))


def event_factuality(text: str, sentence: Span, event: Span, language: str = "en") -> float:
    """How far the event happened or will happen, in -3 (surely not) … 3 (surely), 0 open.

    `event` is the event's word (or words, the first counts) inside `sentence`. Every governor to
    its left (negation, modal, "fail to", "said that", "if") multiplies the value by its factor.
    The scale is that of the unified factuality sets (Stanovsky et al. 2017). 3.0 where nothing
    governs, also for an empty event.
    """
    rules = rules_of(language)
    words = Words.of(text, sentence)
    index = next((i for i, span in enumerate(words.spans) if span.end > event.start), len(words.tokens) - 1)
    keys = event_operators(words, index, language)
    return max(-HIGHEST, min(HIGHEST, HIGHEST * prod(factor(key, rules, language) for key in keys)))


def factor(key: str, rules: Rules, language: str) -> float:
    """The factor of an operator: of the grammar's, or of a class (with "-": under a negation)."""
    if key in rules.author:
        return float(rules.author[key])
    return _factors(language)[key]


def _factors(language: str) -> dict[str, float]:
    plain = {each["class"]: float(each["author"]) for each in load(language, "factuality")}
    return plain | {
        each["class"] + "-": float(each["author_negated"]) for each in load(language, "factuality")
    }


def event_operators(words: Words, index: int, language: str = "en") -> list[str]:
    """The names of what governs the word at `index`, from the inside out; [] for nothing."""
    walk = _Walk(words, rules_of(language), lexicon_of(language))
    head: int | None = index
    governor = ""
    for _ in range(DEPTH):
        if head is None:
            break
        head, governor = _climb(walk, head, governor)
    if governor:
        walk.keys.append(governor)
    _sentence(walk, index)
    return walk.keys


def _climb(walk: _Walk, head: int, governor: str) -> tuple[int | None, str]:
    """Reads the group of a head; returns the next governing head with its name, or None."""
    edge, negated, modal = _group(walk, head)
    if governor:
        walk.keys.append(_name(governor, negated, walk))
    if modal is not None:
        walk.modal = True
        walk.keys.append(modal.name + ("-" if negated and not governor else ""))
    elif negated and not governor:
        walk.keys.append("negation")
    if edge < 0:
        return None, ""
    if walk.words.at(edge) == "to":
        return _infinitive(walk, edge)
    if modal is None and edge == head - 1:
        nominal = _nominal(walk, head)
        if nominal is not None:
            return nominal
    return _clause(walk, edge, finite=edge < head - 1)


def _name(governor: str, negated: bool, walk: _Walk) -> str:
    if not negated:
        return governor
    return governor + "-" if governor not in walk.rules.author else "unsaid"


def _group(walk: _Walk, head: int) -> tuple[int, bool, Rule | None]:
    """The word before the verb group of a head, whether it is negated, and its modal."""
    index, negated = head - 1, False
    modal: Rule | None = None
    while index >= 0:
        token = walk.words.tokens[index]
        if token in walk.rules.adverbs:
            walk.keys.append(walk.rules.adverbs[token].name)
        elif token in walk.rules.modals and not (token == "may" and walk.words.capital(index) and index):
            modal = walk.rules.modals[token]
        elif not (walk.auxiliary(index) or walk.among(index, "negators") or _manner(walk, index)):
            break
        negative = walk.among(index, "negators") or (walk.among(index, "contractions") and token != "n't")
        negated = negated != negative
        index -= 1
    return index, negated, modal


def _manner(walk: _Walk, index: int) -> bool:
    token = walk.words.at(index)
    return walk.among(index, "fillers") or (token.endswith("ly") and len(token) > 4)


def _infinitive(walk: _Walk, place: int) -> tuple[int | None, str]:
    """What governs "to": the predicate before it, or one with an object between."""
    before = place - 1
    while _manner(walk, before) or walk.words.at(before) == "not":
        before -= 1
    rule = _rule(walk, before, "inf")
    if rule is not None:
        return before, rule.name
    for index in range(before - 1, max(-1, before - OBJECT), -1):
        if walk.among(index, "stops") or walk.words.at(index) in QUOTES:
            break
        rule = _rule(walk, index, "object-inf")
        if rule is not None:
            return index, rule.name
        if walk.auxiliary(index) or walk.words.at(index) in walk.rules.modals:
            break
    walk.keys.append("infinitive")
    return None, ""


def _rule(walk: _Walk, index: int, governs: str) -> Rule | None:
    for rule in walk.rules.predicates.get(walk.words.at(index), ()):
        if governs in rule.governs and not rule.particle:
            return rule
    return None


def _nominal(walk: _Walk, head: int) -> tuple[int | None, str] | None:
    """What governs a noun or an -ing form: "prevent a war", "risk of war", "without going"."""
    ing = walk.words.at(head).endswith("ing")
    rule = _rule(walk, head - 1, "ing" if ing else "np")
    if rule is not None:
        return head - 1, rule.name
    for index in range(head - 1, max(-1, head - 5), -1):
        token = walk.words.at(index)
        if token == "no":
            walk.keys.append("no noun")
            return None
        if token == "without":
            walk.keys.append("without")
            return None, ""
        if walk.among(index, "prepositions") or walk.among(index, "determiners"):
            return _governed(walk, index, ing)
        if walk.among(index, "stops") or token in QUOTES or token == "," or walk.auxiliary(index):
            return None
    return None


def _governed(walk: _Walk, edge: int, ing: bool) -> tuple[int | None, str] | None:
    """The predicate before a noun phrase that begins at `edge` with a preposition or determiner."""
    index = edge - 1
    while walk.among(index, "determiners") or walk.among(index, "prepositions"):
        index -= 1
    rule = _rule(walk, index, "np")
    if rule is not None and not (
        rule.kind == "noun" and walk.among(edge, "determiners") and index == edge - 1
    ):
        return index, rule.name
    if ing and walk.words.at(edge) == "from":
        for place in range(index, max(-1, index - OBJECT), -1):
            rule = _rule(walk, place, "object-ing")
            if rule is not None:
                return place, rule.name
    return None


def _clause(walk: _Walk, edge: int, finite: bool) -> tuple[int | None, str]:
    """Walks over the subject to what the clause hangs on: "said that", "if", nothing."""
    for index in range(edge, max(-1, edge - REACH), -1):
        token = walk.words.tokens[index]
        if walk.among(index, "conditions"):
            walk.keys.append("condition")
            return None, ""
        if walk.among(index, "wonders"):
            walk.keys.append("ask")
            return None, ""
        if token == "that":
            return _before_that(walk, index)
        if walk.among(index, "stops") or token == ",":
            return None, ""
        if token in ("nobody", "none", "no", "neither", "nothing"):
            walk.keys.append("no noun")
        if index < edge or not finite:
            found = _says(walk, index, edge)
            if found:
                return index, found
        if not finite and (token in walk.rules.modals or token == "to") and index < edge:
            walk.keys.append("object")
            return index + 1, ""
    return None, ""


def _before_that(walk: _Walk, place: int) -> tuple[int | None, str]:
    for index in range(place - 1, max(-1, place - 9), -1):
        if walk.among(index, "stops"):
            break
        rule = _rule(walk, index, "that")
        if rule is not None:
            return index, rule.name
        entry = _cue(walk, index)
        if entry is not None:
            return index, _act(entry)
    return None, ""


def _says(walk: _Walk, index: int, edge: int) -> str:
    """The act of a verb of saying or thinking that stands before a clause without "that"."""
    entry = _cue(walk, index)
    if entry is None or entry.pos != "verb" or index == edge or walk.among(index - 1, "determiners"):
        return ""
    return _act(entry) if "that" in entry.reading.complement else ""


def _cue(walk: _Walk, index: int) -> Entry | None:
    entries = walk.lexicon.by_word.get(walk.words.at(index), ())
    usable = (entry for entry in entries if len(entry.pattern) == 1 and not entry.only_negated)
    return next((entry for entry in usable if entry.pos in ("verb", "noun", "adjective")), None)


def _act(entry: Entry) -> str:
    return "doubt" if entry.reading.act == "believe" and entry.reading.negates else entry.reading.act


def _sentence(walk: _Walk, index: int) -> None:
    """What the whole sentence does: a question, or a condition behind a modal."""
    tokens = walk.words.tokens
    if tokens and tokens[-1] == "?":
        walk.keys.append("question")
    if walk.modal and "condition" not in walk.keys and "if" in tokens[index:]:
        walk.keys.append("conditional")
