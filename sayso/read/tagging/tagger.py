"""The learnt finder of attributions: windows through the network, candidates, relations."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.model import Span, covers, touches
from sayso.read.relation import Relation
from sayso.read.tagging.decoding import candidate_cues, decode
from sayso.read.tagging.network import Network
from sayso.read.tagging.windows import Window, make_windows

if TYPE_CHECKING:
    from sayso.read.tagging.decoding import Floats

P_RELATION = 0.7
P_NESTED = 0.5
P_CROSSED = 0.99  # of a cue among another one's words whose source stands outside of them
P_WITHOUT_SOURCE = 0.9  # where no source is printed, the network must be surer
MOST_CANDIDATES = 32  # in a window of 126 pieces prose has a dozen at most; a wall of cues is cut off here
WINDOWS_AT_ONCE = 256  # some 20,000 words: more would cost memory, and save no time
P_LURE = 0.2  # a lexicon cue that the encoder thinks less of is not judged at all

CueFinder = Callable[[str, Span], Sequence[Span]]


def tag(
    text: str, chosen: Sequence[Sequence[Span]], network: Network, more_cues: CueFinder | None = None
) -> list[Relation]:
    """Relations in runs of neighbouring sentences, in order of their cues; [] for no runs.

    `more_cues` may name further candidate cues (a lexicon's) that the network then judges.
    """
    windows = make_windows(text, chosen, network.tokenizer)
    parts = (windows[low : low + WINDOWS_AT_ONCE] for low in range(0, len(windows), WINDOWS_AT_ONCE))
    return without_rivals([r for part in parts for r in _found(text, part, network, more_cues)])


def _found(
    text: str, windows: Sequence[Window], network: Network, more_cues: CueFinder | None
) -> Iterator[Relation]:
    """What is believed of some windows, whose states are in memory meanwhile."""
    encoded = network.encode(windows)
    proposed = [
        (number, pieces)
        for number, (window, (_, bio)) in enumerate(zip(windows, encoded, strict=True))
        for pieces in candidates(text, window, bio, more_cues)
    ]
    judged = network.relate([states for states, _ in encoded], proposed)
    found: list[list[Relation]] = [[] for _ in windows]
    for (number, pieces), (labels, voices) in zip(proposed, judged, strict=True):
        relation = decode(text, windows[number].places, pieces, labels, voices)
        if relation is not None and relation.cue:
            found[number].append(relation)
    yield from (relation for some in found for relation in believed(some))


def believed(found: Sequence[Relation]) -> list[Relation]:
    """The relations of a window that the network is sure enough of; inside another one, less is asked.

    In the corpora that it learnt from most, nested attribution is not annotated: there it is
    sure of less than it should be. A cue among another one's words that is given to that other
    one's source once more is left out.
    """
    sure = [relation for relation in found if relation.p_relation >= _least(relation)]
    inside = [
        relation
        for relation in found
        if P_NESTED <= relation.p_relation < _least(relation)
        and relation.source
        and any(covers(outer.content, (*relation.cue, *relation.source)) for outer in sure)
    ]
    return _uncrossed([*sure, *inside])


def _uncrossed(found: Sequence[Relation]) -> list[Relation]:
    """Without cues among another one's words that are given to that other one's source once more.

    In "X said that Y promised rain", "promised" is Y's or nobody's; given to X, X's words count twice.
    """
    return [relation for relation in found if not any(_crosses(relation, outer) for outer in found)]


def _crosses(relation: Relation, outer: Relation) -> bool:
    if relation is outer or relation.p_relation >= P_CROSSED:
        return False
    if not (relation.voice == outer.voice == "source") or touches(outer.content, relation.source):
        return False
    around = [span for span in outer.content if span not in relation.cue]
    return touches(outer.source, relation.source) and covers(around, relation.cue)


def _least(relation: Relation) -> float:
    return P_RELATION if relation.source or relation.voice != "source" else P_WITHOUT_SOURCE


def candidates(text: str, window: Window, bio: Floats, more_cues: CueFinder | None) -> list[list[int]]:
    """The runs of pieces that the encoder proposes, and the lexicon's cues that it thinks possible.

    Those are the ones of which it proposes nothing, and those that it breaks into several runs.
    """
    tagged = candidate_cues(bio)
    if more_cues is None or len(window.places) < 3:
        return tagged
    run_of = {i: run for run, pieces in enumerate(tagged) for i in pieces}
    p_cue = bio[:, 3] + bio[:, 4]
    whole = Span(window.places[1].start, window.places[-2].end)
    starts = [place.start for place in window.places[1:-1]]
    ends = [place.end for place in window.places[1:-1]]
    further = (list(range(bisect_right(ends, span.start) + 1, bisect_left(starts, span.end) + 1))
               for span in more_cues(text, whole))  # fmt: skip
    possible = [
        pieces
        for pieces in further
        if pieces and len({run_of[i] for i in pieces if i in run_of}) != 1 and p_cue[pieces].max() > P_LURE
    ]
    return sorted([*tagged, *possible], key=lambda pieces: -p_cue[pieces].max())[:MOST_CANDIDATES]


def without_rivals(relations: Sequence[Relation]) -> list[Relation]:
    """Relations in reading order; where the cues of two overlap, the surer one stays."""
    kept: list[Relation] = []
    taken: set[int] = set()
    for relation in sorted(relations, key=lambda r: -r.p_relation):
        points = {point for span in relation.cue for point in range(*span)}
        if taken.isdisjoint(points):
            kept.append(relation)
            taken |= points
    return sorted(kept, key=lambda r: r.cue[0])
