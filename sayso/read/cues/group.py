"""The verb group around a cue: auxiliaries, negation, adverbs and "was unable to" before it."""

from dataclasses import dataclass

from sayso.read.cues.lexicon import Lexicon
from sayso.read.cues.words import Words

LONGEST = 12  # words that a verb group may reach to the left
SUBJECT = 8  # words before it among which "none of the accounts" may open its clause
CLITICS = ("'s", "'ve", "'d", "'ll", "'re", "'m")


@dataclass(slots=True)
class Group:
    """What stands before the head: `first` word, code point `start`, and which signs there are.

    `nobody`: the clause opens with a subject that negates it ("neither figure", "none of the accounts").
    """

    first: int
    start: int
    negated: bool = False
    declined: bool = False
    be: bool = False
    auxiliary: bool = False
    infinitive: bool = False
    adverb: bool = False
    nobody: bool = False


def verb_group(words: Words, head: int, lexicon: Lexicon) -> Group:
    """The group that ends in the word `head`, read leftwards; never beyond 12 words."""
    group = Group(head, words.spans[head].start)
    index, inside = head - 1, 0
    while index >= max(0, head - LONGEST):
        step = _step(words, index, group, lexicon)
        if step == 0:
            break
        if step < 0:  # an adverb: inside the group only if something of the group stands before it
            inside += 1
            index -= 1
            continue
        index -= step
        inside = 0
    _edge(words, head, group, inside, lexicon)
    group.nobody = group.auxiliary and _negative_subject(words, group.first, lexicon)
    return group


def _negative_subject(words: Words, first: int, lexicon: Lexicon) -> bool:
    """Whether the clause that `first` goes on opens with "neither", "none" or the like."""
    grammar = lexicon.grammar
    for index in range(first - 1, max(-1, first - 1 - SUBJECT), -1):
        token = words.at(index)
        if token in grammar["negative_subjects"]:
            return index == 0 or words.at(index - 1) in grammar["clause_edges"]
        if token in grammar["clause_edges"]:
            return False
    return False


def _step(words: Words, index: int, group: Group, lexicon: Lexicon) -> int:
    """How many words belong to the group at `index`: 0 none, -1 an adverb, to be decided."""
    token, grammar = words.tokens[index], lexicon.grammar
    if token == "to":
        return _infinitive(words, index, group, lexicon)
    if token == "n't" or token in grammar["negators"]:
        if words.at(index + 1) not in grammar["not_alone"]:
            group.negated = not group.negated
        return _take(words, index, group)
    if (
        token in grammar["be"]
        or token in grammar["have"]
        or token in grammar["do"]
        or token in grammar["modals"]
    ):
        _auxiliary(token, group, lexicon)
        return _take(words, index, group)
    if f"{words.at(index - 1)} {token}" in grammar["negators"]:
        group.negated = not group.negated
        return _take(words, index - 1, group) + 1
    if _clitic(words, index, group, lexicon):
        return 0
    if (token in grammar["be_like"]) and group.first == index + 1 and not group.auxiliary:
        group.be = True
        return _take(words, index, group)
    return -1 if is_adverb(token, lexicon) else 0


def _take(words: Words, index: int, group: Group) -> int:
    group.first, group.start = index, words.spans[index].start
    return 1


def _auxiliary(token: str, group: Group, lexicon: Lexicon) -> None:
    group.auxiliary = True
    group.be = group.be or token in lexicon.grammar["be"]
    if token.endswith("n't") or token == "cannot":
        group.negated = not group.negated


def _infinitive(words: Words, index: int, group: Group, lexicon: Lexicon) -> int:
    before = index - 1
    while is_adverb(words.at(before), lexicon) and before > index - 3:
        before -= 1
    group.infinitive = True
    effect = lexicon.catenatives.get(words.at(before))
    _take(words, index, group)
    if effect is None:
        return 1 if words.at(index - 1) == "not" else 0
    group.be = False
    group.declined = group.declined or effect == "decline"
    if effect == "negate":
        group.negated = not group.negated
    return _take(words, before, group) + index - before


def _clitic(words: Words, index: int, group: Group, lexicon: Lexicon) -> bool:
    token = words.tokens[index]
    for clitic in CLITICS:
        if token.endswith(clitic) and token[: -len(clitic)] in lexicon.grammar["pronouns_subject"]:
            group.auxiliary = True
            group.be = group.be or clitic in ("'s", "'re", "'m")
            group.first, group.start = index, words.spans[index].end - len(clitic)
            return True
    return False


def _edge(words: Words, head: int, group: Group, inside: int, lexicon: Lexicon) -> None:
    """Takes in the adverb that stands just before the group ("also said")."""
    edge = group.first - 1
    token = words.at(edge)
    linking = token in lexicon.grammar["linking_adverbs"] or (
        token[-2:] == "ly" and is_adverb(token, lexicon)
    )
    if inside and linking and group.start == words.spans[group.first].start:
        group.adverb = True
        _take(words, edge, group)


def is_adverb(token: str, lexicon: Lexicon) -> bool:
    """Whether a word may stand inside a verb group as an adverb; hearsay adverbs may not."""
    if token in lexicon.grammar["adverbs"]:
        return True
    return len(token) > 4 and token.endswith("ly") and token not in lexicon.grammar["not_adverbs"]
