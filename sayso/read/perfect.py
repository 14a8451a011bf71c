"""Whether "have" behind a modal opens a perfect ("would have gone") or is the verb ("would have power")."""

from collections.abc import Sequence
from functools import cache

from sayso.lang.loading import load

PARTICIPLE_CHARS = 4


@cache
def _words(language: str) -> tuple[frozenset[str], frozenset[str], tuple[str, ...]]:
    told = load(language, "time")
    participles = {*told["participles"], *told["lean"]["back"], *told["lean"]["strong_pasts"]}
    return frozenset(participles), frozenset(told["before_participle"]), tuple(told["participle_endings"])


def opens_perfect(following: Sequence[str], language: str = "en") -> bool:
    """Whether the words behind a modal, in lower case, are a perfect: "have", then a participle.

    Negations and adverbs may stand before either; False where "have" or a participle is not there.
    """
    participles, between, endings = _words(language)
    rest = [word for word in following if word not in between and not word.endswith("ly")]
    if rest[:1] != ["have"] or len(rest) < 2:
        return False
    verb = rest[1]
    return verb in participles or (len(verb) >= PARTICIPLE_CHARS and verb.endswith(endings))
