"""The language of a text: what is declared, else what its letters and words show by a clear margin."""

import re
from functools import cache
from importlib.resources import files
from typing import Any

from sayso.errors import Problem
from sayso.lang import LANGUAGES

SAMPLE_CHARS = 2_000
FEWEST_LETTERS = 20
P_ANOTHER = 0.8  # the model must be this sure of another language …
P_OURS = 0.001  # … and give the languages that are read less than this
COMMON_SHARE = 0.2  # this share of a text's words are frequent words of its language
SAMPLE_WORD = re.compile(r"[^\W\d_]+")
TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9_-]{1,30})?\Z")

Told = tuple[str | None, tuple[Problem, ...], bool]


def language_of(text: str, declared: str | None, where: str) -> Told:
    """The ISO 639-1 code or None, problems, and whether the text is in a language that is not read.

    Declared wins over what the text looks like; letters of another script than the declared
    language has are a problem. Below 20 letters, and without a clear margin, None.
    """
    sample = text[:SAMPLE_CHARS]
    letters = sum(map(str.isalpha, sample))
    script = _script(sample, letters)
    code, problems = code_of(declared, where)
    if code:
        problems = (*problems, *_at_odds(code, script, letters, where), *_unread(code, where))
        return code, problems, code not in LANGUAGES
    told = _detect(sample, script) if letters >= FEWEST_LETTERS else None
    unread = told is not None and told not in LANGUAGES
    return told, (*problems, *(_unread(told, where) if told else ())), unread


def code_of(declared: str | None, where: str) -> tuple[str | None, tuple[Problem, ...]]:
    """The code of a declared language tag (BCP 47): "en-GB" is "en"; a problem where it is none."""
    if not declared:
        return None, ()
    match = TAG.match(declared.strip())
    if not match:
        return None, (Problem(where=where, what=f"language {declared[:40]!r} is no code", hint='write "en"'),)
    code = match[1].lower()
    known = _known()["codes"].get(code, code) if len(code) == 3 else code
    return (None if known == "und" else known), ()


@cache
def _known() -> Any:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load((files("sayso.ingest") / "common.yaml").read_text(encoding="utf-8"), Loader=loader)


def _unread(code: str, where: str) -> tuple[Problem, ...]:
    if code in LANGUAGES:
        return ()
    what = f"the text is in a language that is not read ({code}); read: {', '.join(LANGUAGES)}"
    return (Problem(where=where, what=what, hint="it is kept; declare its language if this is wrong"),)


def _script(sample: str, letters: int) -> str | None:
    """The script of more than half of the letters; None for Latin, mixed or no letters."""
    if sample.isascii() or not letters:
        return None
    points = [ord(char) for char in sample if char > "\u036f" and char.isalpha()]
    if 2 * len(points) <= letters:
        return None
    scripts = _known()["scripts"].items()
    counts = {
        name: sum(low <= point <= high for low, high in script["ranges"] for point in points)
        for name, script in scripts
    }
    if counts["kana"] and counts["kana"] + counts["han"] > letters / 2:
        return "kana"
    name = max(counts, key=lambda script: counts[script])
    return name if 2 * counts[name] > letters else None


def _at_odds(code: str, script: str | None, letters: int, where: str) -> tuple[Problem, ...]:
    """The problem that a text is plainly not in the script of its declared language."""
    if letters < FEWEST_LETTERS:
        return ()
    scripts = _known()["scripts"] if script else {}
    if script is None or code in scripts[script]["languages"]:
        return ()
    what = f"declared as {code}, but most letters are {script}"
    return (Problem(where=where, what=what, hint="correct the declared language"),)


def _detect(sample: str, script: str | None) -> str | None:
    if script is None:
        return _by_words(sample) or _by_model(sample)
    candidates: list[str] = _known()["scripts"][script]["languages"]
    if len(candidates) == 1:
        return candidates[0]
    ranked = {code: p for code, p in _ranked(sample) if code in candidates}
    return max(ranked, key=lambda code: ranked[code]) if ranked else candidates[0]


def _by_words(sample: str) -> str | None:
    """The language that a good share of the words are frequent words of: quick, and no model."""
    words = SAMPLE_WORD.findall(sample.lower())
    for code, common in _known()["words"].items():
        hits = [word for word in words if word in common]
        if len(hits) >= COMMON_SHARE * len(words) and len(set(hits)) >= 3:
            return str(code)
    return None


def common_words() -> frozenset[str]:
    """The frequent words, in small letters, of the languages that are read."""
    return frozenset(
        word for code, common in _known()["words"].items() if code in LANGUAGES for word in common
    )


def other_language(sample: str) -> str | None:
    """The language that is not read and that the model is sure of; None where it is not, or for ours."""
    told = _by_model(sample)
    return None if told in LANGUAGES else told


def _by_model(sample: str) -> str | None:
    capitals = sum(map(str.isupper, sample))
    shouted = 2 * capitals > sum(map(str.isalpha, sample))
    ranked = _ranked(sample.lower() if shouted else sample)
    best, p_best = ranked[0]
    if best in LANGUAGES:
        return best
    p_ours = sum(p for code, p in ranked if code in LANGUAGES)
    return best if p_best >= P_ANOTHER and p_ours < P_OURS else None


def _ranked(sample: str) -> list[tuple[str, float]]:
    return [(str(code), float(p)) for code, p in _model().rank(sample)]


@cache
def _model() -> Any:
    """py3langid with probabilities; loading it takes about 0.8 s and 80 MB, so only when needed."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
