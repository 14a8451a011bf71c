"""The main clause of a proposition, read from left to right for what sets its factuality."""

from functools import lru_cache
from typing import NamedTuple

from sayso.read.certainty.clause_words import (
    Clause,
    contrasts,
    counts,
    describes,
    find,
    is_filler,
    is_inner,
    is_judged,
    is_plain_verb,
    leaves,
    measure,
    measures,
    predicate,
    starts_group,
)
from sayso.read.certainty.rules import NEGATION, OPEN, POSSIBLE, Effect, Rule, Rules
from sayso.read.cues.words import QUOTES, Words

DEPTH = 6  # predicates that may govern one another: "is likely to fail to manage to ..."


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
    while clause.among(index, "openers") and not _preface(clause, index):
        index += 1
    index += _preface(clause, index)
    if clause.among(index, "wonders"):
        return None
    if opens_condition(clause.words, index, clause.rules):
        clause.conditional = clause.fronted = True
        comma = find(clause, index, ",")
        return None if comma is None else comma + 1
    index = _behind_duration(clause, index)
    if clause.among(index, "subordinators") and not measures(clause, index):
        comma = find(clause, index, ",")
        return index + 1 if comma is None else comma + 1
    return _behind_what(clause, index)


def _behind_duration(clause: Clause, index: int) -> int:
    """The place of the "after" that a duration leads up to ("a year | after the flood"), or `index`.

    What it opens ends at a comma: without one the duration is no beginning of its own.
    """
    leads, place = ("determiners", "comparatives", "counts", "measured_leads", "durations"), index
    while any(clause.among(place, name) for name in leads) or clause.words.at(place).isdigit():
        place += 1
    begun = place > index and clause.among(place - 1, "durations")
    if not begun or not clause.among(place, "time_joins"):
        return index
    return index if find(clause, place, ",") is None else place


def _preface(clause: Clause, index: int) -> int:
    """How many words before the clause lead up to it: "Nor is that all:", "Nobody doubts that"; or 0."""
    for name, marks in (("prefaces", (":", ",", "–", "—")), ("grantings", ())):
        begun = _by_first_word(clause.rules.words[name])
        for words in begun.get(clause.words.at(index), ()):
            end = index + len(words)
            if clause.words.tokens[index:end] == words and (not marks or clause.words.at(end) in marks):
                return len(words) + bool(marks)
    return 0


@lru_cache(maxsize=16)
def _by_first_word(phrases: frozenset[str]) -> dict[str, list[list[str]]]:
    """The words of each phrase by the first of them, the longest phrase first."""
    found: dict[str, list[list[str]]] = {}
    for words in sorted(map(str.split, phrases), key=lambda row: (-len(row), row)):
        found.setdefault(words[0], []).append(words)
    return found


def _behind_what(clause: Clause, index: int) -> int:
    """Behind "contrary to what has been claimed,": a clause of others, which is no part of this one."""
    regardless = f"{clause.words.at(index)} {clause.words.at(index + 1)}" in clause.rules.words["regardless"]
    if not (regardless or clause.among(index, "prepositions") or clause.among(index, "fronting")):
        return index
    comma = find(clause, index, ",")
    inside = clause.words.tokens[index:comma] if comma is not None else []
    return comma + 1 if comma is not None and (regardless or "what" in inside) else index


def opens_condition(words: Words, index: int, rules: Rules) -> bool:
    """Whether "if", or an inversion ("should they come,", "had they known,"), stands here."""
    token, after = words.at(index), words.at(index + 1)
    if token not in rules.words["inversions"]:
        return token in rules.words["conditions"]
    subject = after in rules.words["subjects"] or after in rules.words["determiners"]
    return subject or words.capital(index + 1)


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
        behind = _skipped(clause, index, start)
        if behind is not None:
            index = behind
            continue
        if index > start and leaves(clause, index):
            break
        if is_plain_verb(clause, index):
            clause.verb = True
            negated = negated != _has_no_object(clause, index)
            break
        if starts_group(clause, index) or predicate(clause, index) is not None:
            _group(clause, index, negated, start, depth)
            return
        negated = negated or _negates(clause, index, start)
        index += 1
    if negated:
        clause.effects.append(NEGATION)


def _skipped(clause: Clause, index: int, start: int) -> int | None:
    """The word behind what says nothing of the verb; None where no such thing stands. Adverbs are noted."""
    if measured := measure(clause, index):
        return index + measured + 1
    if contrasts(clause, index):
        return find(clause, index + 1, ",") or len(clause.words.tokens)
    if (adverb := clause.rules.adverb_at(clause.words, index)) and not is_judged(clause, index):
        clause.effects.append(adverb.effect)
        return index + 1
    if index > start and clause.among(index, "relatives"):
        return _behind_relative(clause, index)
    return index + 1 if index > start and describes(clause, index) else None


def _behind_relative(clause: Clause, index: int) -> int:
    """The word behind the first verb group of a relative clause, or behind its comma.

    One that a comma sets off ends at the next: "the clerk, who saw nothing, | left".
    """
    comma = find(clause, index + 2, ",") if clause.words.at(index - 1) == "," else None
    if comma is not None:
        return comma + 1
    if _bare_verb(clause, index):
        return index + 2
    found = False
    for place in range(index + 1, len(clause.words.tokens)):
        if clause.words.tokens[place] == "," and place > index + 1:
            return place + 1
        group = starts_group(clause, place)
        if found and not group:
            return place + 1
        if not found and not group and is_plain_verb(clause, place):
            return (
                place + 1 + _object_negated(clause, place + 1)
            )  # "those who saw nothing | would be punished"
        found = found or group
    return len(clause.words.tokens)


def _bare_verb(clause: Clause, index: int) -> bool:
    """Whether a present form that no ending tells stands behind a relative: "which circulate | in the town".

    "Which farmers | did not get" and "which farmers in the north did not get" have a subject there.
    """
    place, token = index + 1, clause.words.at(index + 1)
    known = ("subjects", "determiners", "negative_nouns", "be", "have", "do", "negators", "prepositions")
    if not token.isalpha() or clause.words.capital(place) or any(clause.among(place, n) for n in known):
        return False
    if starts_group(clause, place) or is_plain_verb(clause, place) or clause.words.at(index) == "whom":
        return False
    if token.endswith("s") and clause.words.at(index) != "who":
        return False
    return clause.among(place + 1, "prepositions") or clause.among(place + 1, "determiners")


def _negates(clause: Clause, index: int, start: int) -> bool:
    """Whether a word before the verb puts the clause in the negative: "nobody", "few" at its front."""
    few = index == start and clause.among(index, "negative_subjects")
    none = clause.among(index, "negative_nouns") and not _excepts(clause, index)
    return few or (none and not is_inner(clause, index, start))


def _has_no_object(clause: Clause, index: int) -> bool:
    """Whether "no" stands behind a plain verb: "bore no stamp", "saw nobody", not "lost no fewer than"."""
    return _object_negated(clause, index + 1) and not counts(clause, index + 1)


def _group(clause: Clause, index: int, negated: bool, start: int, depth: int) -> None:
    """Reads auxiliaries, negation and adverbs up to the head, then what the head governs."""
    modal: Rule | None = None
    tokens = clause.words.tokens
    clause.verb = True
    clause.group = index if clause.group is None else clause.group
    while index < len(tokens):
        token = tokens[index]
        if counts(clause, index):
            index += 2
            continue
        if f"{token} {clause.words.at(index + 1)}" in clause.rules.words["negating_phrases"]:
            negated = not negated
            index += 2
            continue
        adverb = clause.rules.adverb_at(clause.words, index)
        if adverb and predicate(clause, index) is None:
            clause.effects.append(adverb.effect)
        elif token in clause.rules.modals:
            longer = clause.rules.modals.get(f"{token} {clause.words.at(index + 1)}")
            modal = modal or longer or clause.rules.modals[token]
        elif not (
            any(clause.among(index, name) for name in ("be", "have", "do", "negators"))
            or (is_filler(clause, index) and predicate(clause, index) is None)
        ):
            break
        negative = clause.among(index, "negators") or (clause.among(index, "contractions") and token != "n't")
        negated = negated != negative
        index += 1
    if modal is not None and _is_perceived(clause, index):
        modal = None
    clause.modal = clause.modal or modal is not None
    _head(clause, index, modal, negated, start, depth)


def _is_perceived(clause: Clause, index: int) -> bool:
    """ "Shots can be heard": they are heard."""
    can = clause.words.at(index - 2) in clause.rules.words["able"]
    return can and clause.words.at(index - 1) == "be" and clause.among(index, "perceived")


def _head(clause: Clause, index: int, modal: Rule | None, negated: bool, start: int, depth: int) -> None:
    rule = predicate(clause, index)
    place = index
    if rule is None and clause.group is not None and clause.group < index:
        rule = _alone(clause, index)
    if rule is None:
        place, determined = _noun_place(clause, index)
        rule = predicate(clause, place) if place > index else None
        existential = clause.words.at(start) in ("it", "there") or determined
        rule = rule if rule is not None and rule.kind == "noun" and existential else None
        negated = negated or (rule is not None and determined)
    if negated and rule is None and _left_open(clause, index, modal):
        clause.effects.append(POSSIBLE)
        return
    denied = rule is None and (negated or _object_negated(clause, index) or _has_none(clause, index))
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
    """ "there was no bread", "has no plan"; "it is nothing but a lie" says what it is."""
    return clause.words.at(index) in ("no", "nothing", "nobody", "none") and not _excepts(clause, index)


def _has_none(clause: Clause, index: int) -> bool:
    """Whether "no" stands behind the participle of a group: "had made no such statement"."""
    led = clause.among(index - 1, "have") and clause.words.at(index).isalpha()
    return led and _has_no_object(clause, index)


def _excepts(clause: Clause, index: int) -> bool:
    """ "Nothing | but a lie", "nothing less than treason": that is what it is."""
    return clause.words.at(index) == "nothing" and clause.among(index + 1, "excepting")


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
