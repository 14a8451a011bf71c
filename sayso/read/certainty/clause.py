"""The main clause of a proposition, read from left to right for what sets its factuality."""

from dataclasses import dataclass, field
from typing import NamedTuple

from sayso.read.certainty.rules import NEGATION, OPEN, POSSIBLE, Effect, Rule, Rules
from sayso.read.cues.words import QUOTES, Words

DEPTH = 6  # predicates that may govern one another: "is likely to fail to manage to ..."


@dataclass(slots=True)
class Clause:
    """A clause that is being read: `effects` from the outermost to the innermost."""

    words: Words
    rules: Rules
    effects: list[Effect] = field(default_factory=list)
    conditional: bool = False
    fronted: bool = False
    modal: bool = False
    verb: bool = False
    group: int | None = None

    def among(self, index: int, name: str) -> bool:
        """Whether the word at an index is in a named set of the grammar."""
        return self.words.at(index) in self.rules.words[name]


class MainVerb(NamedTuple):
    """Where a main clause starts, where its verb group does, and whether a condition governs it."""

    start: int
    group: int
    conditional: bool


def main_verb(words: Words, rules: Rules) -> MainVerb | None:
    """The finite verb group of the main clause; None for questions, "whether" and a plain past form."""
    clause = Clause(words, rules)
    start = _opening(clause)
    if start is None:
        return None
    _read(clause, start, 0)
    if clause.group is None:
        return None
    return MainVerb(start, clause.group, clause.conditional or _condition_behind(clause, start))


def clause_effects(words: Words, rules: Rules) -> list[Effect]:
    """What governs the main predicate of the clause, from the outermost in; [] for a plain one."""
    clause = Clause(words, rules)
    start = _opening(clause)
    if start is None or _asks(words):
        return [OPEN]
    _read(clause, start, DEPTH)
    clause.conditional = clause.conditional or _condition_behind(clause, start)
    if clause.conditional and (clause.modal or clause.fronted or not clause.verb):
        clause.effects.insert(0, POSSIBLE)
    return clause.effects


def _asks(words: Words) -> bool:
    last = next((token for token in reversed(words.tokens) if token not in QUOTES), "")
    return last == "?"


def _opening(clause: Clause) -> int | None:
    """Where the main clause begins, behind "that" and an "if" clause; None for "whether"."""
    index = 0
    while clause.among(index, "openers"):
        index += 1
    if clause.among(index, "wonders"):
        return None
    if opens_condition(clause.words, index, clause.rules):
        clause.conditional = clause.fronted = True
        comma = _find(clause, index, ",")
        return None if comma is None else comma + 1
    if clause.among(index, "subordinators") and not _measures(clause, index):
        comma = _find(clause, index, ",")
        return index + 1 if comma is None else comma + 1
    return _behind_what(clause, index)


def _behind_what(clause: Clause, index: int) -> int:
    """Behind "contrary to what has been claimed,": a clause of others, which is no part of this one."""
    if not (clause.among(index, "prepositions") or clause.among(index, "fronting")):
        return index
    comma = _find(clause, index, ",")
    inside = clause.words.tokens[index:comma] if comma is not None else []
    return comma + 1 if comma is not None and "what" in inside else index


def opens_condition(words: Words, index: int, rules: Rules) -> bool:
    """Whether "if", or an inversion ("should they come,", "had they known,"), stands here."""
    token, after = words.at(index), words.at(index + 1)
    if token not in rules.words["inversions"]:
        return token in rules.words["conditions"]
    subject = after in rules.words["subjects"] or after in rules.words["determiners"]
    return subject or words.capital(index + 1)


def _find(clause: Clause, start: int, token: str) -> int | None:
    return next((i for i in range(start, len(clause.words.tokens)) if clause.words.tokens[i] == token), None)


def _condition_behind(clause: Clause, start: int) -> bool:
    tokens = clause.words.tokens
    return any(
        clause.among(index, "conditions")
        and tokens[index - 1] not in ("even", "as", "know", "knew", "ask", "asked")
        for index in range(max(1, start), len(tokens))
    )


def _read(clause: Clause, start: int, depth: int) -> None:
    """Finds the finite verb group of the clause from `start` on and reads it."""
    negated = False
    index = start + (clause.words.at(start) == "to")
    while index < len(clause.words.tokens):
        if measured := _measure(clause, index):
            index += measured
        elif _contrasts(clause, index):
            index = _find(clause, index + 1, ",") or len(clause.words.tokens)
            continue
        elif (adverb := clause.rules.adverb_at(clause.words, index)) and not _judged(clause, index):
            clause.effects.append(adverb.effect)
        elif index > start and clause.among(index, "relatives"):
            index = _behind_relative(clause, index)
            continue
        elif index > start and _leaves(clause, index):
            break
        elif _plain_verb(clause, index):
            clause.verb = True
            break
        elif _starts_group(clause, index) or _predicate(clause, index) is not None:
            _group(clause, index, negated, start, depth)
            return
        few = index == start and clause.among(index, "negative_subjects")
        negated = negated or few or clause.among(index, "negative_nouns")
        index += 1
    if negated:
        clause.effects.append(NEGATION)


def _measure(clause: Clause, index: int) -> int:
    """How many words behind this one are a measure with it: "not fewer", "as many as"; 0 for none."""
    return 1 if _counts(clause, index) else 2 if _measures(clause, index) else 0


def _counts(clause: Clause, index: int) -> bool:
    """ "not fewer than 50", "no more than", "not only": a measure or an addition, not a negation."""
    if clause.words.at(index) not in ("not", "no"):
        return False
    compared = clause.among(index + 1, "comparatives") and clause.words.at(index + 2) == "than"
    return compared or clause.among(index + 1, "additions")


def _measures(clause: Clause, index: int) -> bool:
    """ "As many as 9,000": a measure, and no clause that "as" opens."""
    tokens = clause.words.tokens
    return tokens[index : index + 1] == tokens[index + 2 : index + 3] == ["as"] and clause.words.is_word(
        index + 1
    )


def _judged(clause: Clause, index: int) -> bool:
    """ "considers it likely that": the judgement of another, not how sure the clause is."""
    return clause.words.at(index - 1) in ("it", "as") and clause.words.at(index + 1) in ("that", "to", "")


def _contrasts(clause: Clause, index: int) -> bool:
    """ "weeks, not months": negates the second of two, not the clause."""
    verbal = any(clause.among(index + 1, name) for name in ("be", "have", "do"))
    return clause.words.at(index) == "not" and clause.words.at(index - 1) == "," and not verbal


def _leaves(clause: Clause, index: int) -> bool:
    return any(clause.among(index, name) for name in ("subordinators", "conditions", "wonders", "stops"))


def _plain_verb(clause: Clause, index: int) -> bool:
    """A past form that governs nothing: the clause is plain from here on."""
    token = clause.words.tokens[index]
    past = clause.among(index, "pasts") or (token.endswith("ed") and len(token) > 4)
    modifies = clause.among(index - 1, "determiners") or clause.words.hyphenated(index)
    return past and not modifies and _predicate(clause, index) is None and index > 0


def _starts_group(clause: Clause, index: int) -> bool:
    token = clause.words.tokens[index]
    if token in clause.rules.modals:
        month = token == "may" and clause.words.capital(index) and index > 0
        noun = month or clause.among(index - 1, "determiners")
        return not noun
    return any(clause.among(index, name) for name in ("be", "have", "do", "negators"))


def _behind_relative(clause: Clause, index: int) -> int:
    """The word behind the first verb group of a relative clause, or behind its comma."""
    found = False
    for place in range(index + 1, len(clause.words.tokens)):
        if clause.words.tokens[place] == "," and place > index + 1:
            return place + 1
        group = _starts_group(clause, place)
        if found and not group:
            return place + 1
        if not found and not group and _plain_verb(clause, place):
            return place + 1  # "those who left | would be punished"
        found = found or group
    return len(clause.words.tokens)


def _group(clause: Clause, index: int, negated: bool, start: int, depth: int) -> None:
    """Reads auxiliaries, negation and adverbs up to the head, then what the head governs."""
    modal: Rule | None = None
    tokens = clause.words.tokens
    clause.verb = True
    clause.group = index if clause.group is None else clause.group
    while index < len(tokens):
        token = tokens[index]
        if _counts(clause, index):
            index += 2
            continue
        if f"{token} {clause.words.at(index + 1)}" in clause.rules.words["negating_phrases"]:
            negated = not negated
            index += 2
            continue
        adverb = clause.rules.adverb_at(clause.words, index)
        if adverb and _predicate(clause, index) is None:
            clause.effects.append(adverb.effect)
        elif token in clause.rules.modals:
            longer = clause.rules.modals.get(f"{token} {clause.words.at(index + 1)}")
            modal = modal or longer or clause.rules.modals[token]
        elif not (
            any(clause.among(index, name) for name in ("be", "have", "do", "negators"))
            or (_filler(clause, index) and _predicate(clause, index) is None)
        ):
            break
        negative = clause.among(index, "negators") or (clause.among(index, "contractions") and token != "n't")
        negated = negated != negative
        index += 1
    clause.modal = clause.modal or modal is not None
    _head(clause, index, modal, negated, start, depth)


def _filler(clause: Clause, index: int) -> bool:
    token = clause.words.tokens[index]
    manner = token.endswith("ly") and len(token) > 4 and token not in clause.rules.predicates
    return manner or clause.among(index, "fillers")


def _head(clause: Clause, index: int, modal: Rule | None, negated: bool, start: int, depth: int) -> None:
    rule = _predicate(clause, index)
    place = index
    if rule is None and clause.group is not None and clause.group < index:
        rule = _alone(clause, index)
    if rule is None:
        place, determined = _noun_place(clause, index)
        rule = _predicate(clause, place) if place > index else None
        existential = clause.words.at(start) in ("it", "there") or determined
        rule = rule if rule is not None and rule.kind == "noun" and existential else None
        negated = negated or (rule is not None and determined)
    if negated and rule is None and _left_open(clause, index, modal):
        clause.effects.append(POSSIBLE)
        return
    denied = rule is None and (negated or _object_negated(clause, index))
    if modal is not None:
        clause.effects.append(modal.negated if denied else modal.effect)
    if rule is None:
        if modal is None and denied:
            clause.effects.append(NEGATION)
        return
    clause.effects.append(rule.negated if negated else rule.effect)
    if depth:
        _inside(clause, place, depth)


def _left_open(clause: Clause, index: int, modal: Rule | None) -> bool:
    """ "Sabotage has not been ruled out", "cannot be excluded": it is possible."""
    words = clause.rules.words
    phrase = f"{clause.words.at(index)} {clause.words.at(index + 1)}"
    passive = clause.among(index - 1, "be")
    return passive and (
        phrase in words["ruled_out"] or (modal is not None and clause.among(index, "excluded"))
    )


def _object_negated(clause: Clause, index: int) -> bool:
    """ "there was no bread", "has no plan"."""
    return clause.words.at(index) in ("no", "nothing", "nobody", "none")


def _alone(clause: Clause, index: int) -> Rule | None:
    """ "Shortages are possible", "a deal is likely by May": the judgement is the predicate itself."""
    if not clause.among(index, "standing") or clause.among(index - 1, "determiners"):
        return None
    ends = not clause.words.at(index + 1) or any(
        clause.among(index + 1, name) for name in ("stops", "prepositions", "subordinators")
    )
    token = clause.words.at(index + 1)
    rules = clause.rules.predicates.get(clause.words.at(index), ())
    return next(iter(rules), None) if ends or token in (",", *QUOTES) else None


def _noun_place(clause: Clause, index: int) -> tuple[int, bool]:
    """The noun behind a form of "be" and determiners, and whether "no" is one of them."""
    negative = False
    place = index
    while clause.among(place, "determiners") and place < index + 3:
        negative = negative or clause.words.at(place) == "no"
        place += 1
    return place, negative


def _predicate(clause: Clause, index: int) -> Rule | None:
    """The rule of the word at an index, if what it governs stands behind it."""
    token = clause.words.at(index)
    for rule in clause.rules.predicates.get(token, ()):
        if clause.among(index - 1, "determiners") and rule.kind != "noun":
            continue
        after = index + 1
        if rule.particle:
            if clause.words.at(after) != rule.particle:
                continue
            after += 1
        while _filler(clause, after) if after < len(clause.words.tokens) else False:
            after += 1
        if _governed(clause, rule, after):
            return rule
    return None


def _governed(clause: Clause, rule: Rule, after: int) -> bool:
    token = clause.words.at(after)
    if token == "to":
        return (
            "inf" in rule.governs
            and clause.words.is_word(after + 1)
            and not clause.words.capital(after + 1)
            and not clause.among(after + 1, "determiners")
        )
    if token.endswith("ing") and len(token) > 5:
        return "ing" in rule.governs
    impersonal = "it" in clause.words.tokens[max(0, after - 8) : after] or rule.kind == "noun"
    if token == "that":
        return "that" in rule.governs and impersonal
    asks = clause.among(after, "wonders") or (impersonal and clause.among(after, "questions"))
    return asks and "wh" in rule.governs


def _inside(clause: Clause, index: int, depth: int) -> None:
    """Reads on behind a predicate: the infinitive it governs, or the clause behind "that"."""
    tokens = clause.words.tokens
    after = next(
        (i for i in range(index + 1, min(index + 5, len(tokens))) if tokens[i] in ("to", "that")), None
    )
    if after is None:
        return
    if tokens[after] == "that":
        _read(clause, after + 1, depth - 1)
        return
    negated = tokens[after + 1 : after + 2] == ["not"] or tokens[after - 1] == "not"
    _group(clause, after + 1 + (tokens[after + 1 : after + 2] == ["not"]), negated, after, depth - 1)
