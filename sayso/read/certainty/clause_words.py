"""What the words of a clause are: measures, verbs, predicates, and a "not" that is not of its verb."""

from dataclasses import dataclass, field

from sayso.read.certainty.rules import Effect, Rule, Rules
from sayso.read.cues.words import Words


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


def find(clause: Clause, start: int, token: str) -> int | None:
    """Where a word stands from `start` on; None for nowhere."""
    return next((i for i in range(start, len(clause.words.tokens)) if clause.words.tokens[i] == token), None)


def describes(clause: Clause, index: int) -> bool:
    """Whether "not" is said of a noun before the verb: "girls | not yet sixteen | burned".

    Without a verb behind it there is none but what it negates: "Bridge not open".
    """
    if clause.words.at(index) != "not" or clause.among(index + 1, "determiners"):
        return False  # "In the south not a single shop was open"
    if clause.words.at(index - 1) in clause.rules.modals:
        return False  # "Four could not be started"
    place = index + 1
    while place < len(clause.words.tokens) and is_filler(clause, place):
        place += 1
    ends = ("relatives", "subordinators", "conditions", "wonders", "stops")
    for after in range(place + 1, len(clause.words.tokens)):
        if clause.words.tokens[after] in (",", "to") or any(clause.among(after, name) for name in ends):
            return False
        if starts_group(clause, after) or is_plain_verb(clause, after):
            return True
    return False


def is_inner(clause: Clause, index: int, start: int) -> bool:
    """Whether "no" belongs to a phrase inside the subject: "a boat with no lights", not "in no case"."""
    return index - 1 > start and clause.among(index - 1, "prepositions")


def measure(clause: Clause, index: int) -> int:
    """How many words behind this one are a measure with it: "not fewer", "as many as"; 0 for none."""
    return 1 if counts(clause, index) else 2 if measures(clause, index) else 0


def counts(clause: Clause, index: int) -> bool:
    """ "not fewer than 50", "no more than", "not only": a measure or an addition, not a negation."""
    if clause.words.at(index) not in ("not", "no"):
        return False
    compared = clause.among(index + 1, "comparatives") and clause.words.at(index + 2) == "than"
    return compared or clause.among(index + 1, "additions")


def measures(clause: Clause, index: int) -> bool:
    """ "As many as 9,000": a measure, and no clause that "as" opens."""
    tokens = clause.words.tokens
    return tokens[index : index + 1] == tokens[index + 2 : index + 3] == ["as"] and clause.words.is_word(
        index + 1
    )


def is_judged(clause: Clause, index: int) -> bool:
    """ "considers it likely that": the judgement of another, not how sure the clause is."""
    return clause.words.at(index - 1) in ("it", "as") and clause.words.at(index + 1) in ("that", "to", "")


def contrasts(clause: Clause, index: int) -> bool:
    """ "weeks, not months": negates the second of two, not the clause."""
    verbal = any(clause.among(index + 1, name) for name in ("be", "have", "do"))
    return clause.words.at(index) == "not" and clause.words.at(index - 1) == "," and not verbal


def leaves(clause: Clause, index: int) -> bool:
    """Whether the main clause ends before the word at an index."""
    return any(clause.among(index, name) for name in ("subordinators", "conditions", "wonders", "stops"))


def is_plain_verb(clause: Clause, index: int) -> bool:
    """A past form that governs nothing: the clause is plain from here on."""
    token = clause.words.tokens[index]
    past = clause.among(index, "pasts") or (token.endswith("ed") and len(token) > 4)
    modifies = clause.among(index - 1, "determiners") or clause.words.hyphenated(index)
    return past and not modifies and predicate(clause, index) is None and index > 0


def starts_group(clause: Clause, index: int) -> bool:
    """Whether a verb group begins here: a modal, a form of "be", "have" or "do", a "not"."""
    token = clause.words.tokens[index]
    if token in clause.rules.modals:
        month = token == "may" and clause.words.capital(index) and index > 0
        noun = month or clause.among(index - 1, "determiners")
        return not noun
    return any(clause.among(index, name) for name in ("be", "have", "do", "negators"))


def is_filler(clause: Clause, index: int) -> bool:
    """Whether a word only stands between others: "quickly", "still"."""
    token = clause.words.tokens[index]
    manner = token.endswith("ly") and len(token) > 4 and token not in clause.rules.predicates
    return manner or clause.among(index, "fillers")


def predicate(clause: Clause, index: int) -> Rule | None:
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
        while is_filler(clause, after) if after < len(clause.words.tokens) else False:
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
