"""Loads what is known of a language from its YAML files, each once."""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from sayso.errors import UsageError

LANGUAGES = ("en",)


def shelf(language: str) -> Traversable:
    """The folder of a language; UsageError names the ones there are."""
    if language not in LANGUAGES:
        raise UsageError(f"no reader for language {language!r}; there is {', '.join(LANGUAGES)}")
    return files("sayso.lang") / language


@cache
def load(language: str, name: str) -> Any:
    """The content of `lang/<language>/<name>.yaml`; treat it as frozen, it is shared."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load((shelf(language) / f"{name}.yaml").read_text(encoding="utf-8"), Loader=loader)


@cache
def abbreviations(language: str) -> frozenset[str]:
    """Words that end in a point without ending a sentence, lower case, without the point.

    Those that are one only before a number have " #" behind them: "no #".
    """
    listed = load(language, "abbreviations")
    counting = {f"{word} #" for word in listed.get("before_numbers", ())}
    return frozenset(counting.union(*(words for name, words in listed.items() if name != "before_numbers")))
