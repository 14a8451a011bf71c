"""Markdown with YAML front matter: the body, unchanged, and what the front matter says."""

import re

from sayso.errors import Problem
from sayso.ingest.defaults import UNSAID, facts_of
from sayso.ingest.extract import Extract

OPENING = re.compile(r"---[^\S\n]*\r?\n")
CLOSING = re.compile(r"^(?:---|\.\.\.)[^\S\n]*(?:\n|\Z)", re.MULTILINE)
LONGEST_CHARS = 64_000


def extract_markdown(text: str, name: str) -> Extract:
    """The body after the front matter; without front matter the whole text.

    Front matter that is not closed is left in the body, one that is no YAML mapping is left out;
    both are problems and make the extract partial.
    """
    opening = OPENING.match(text)
    if not opening:
        return Extract(text=text, input=name)
    closing = CLOSING.search(text, opening.end(), opening.end() + LONGEST_CHARS)
    if not closing:
        problem = Problem(where=name, what="the front matter is not closed", hint="end it with a line of ---")
        return Extract(text=text, input=name, problems=(problem,), partial=True)
    mapping, problem_words = _mapping(text[opening.end() : closing.start()])
    if problem_words:
        hint = "its lines have the form publisher: The Lantern"
        problem = Problem(where=name, what=problem_words, hint=hint)
        return Extract(text=text[closing.end() :], input=name, problems=(problem,), partial=True)
    said, problems = facts_of(mapping, name)
    return Extract(text=text[closing.end() :], input=name, said=said, problems=problems)


def _mapping(front: str) -> tuple[dict[str, object], str]:
    """The scalars and lists of scalars of a YAML mapping as printed, or what is wrong with it.

    Read from YAML's nodes, never constructed: "no" stays Norwegian, aliases cannot be blown up.
    """
    import yaml

    try:
        root = yaml.compose(front, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        line = getattr(getattr(error, "problem_mark", None), "line", None)
        where = "" if line is None else f" (line {line + 2})"
        return {}, f"the front matter is not YAML{where}"
    except (RecursionError, ValueError, OverflowError):
        return {}, "the front matter is not YAML"
    if root is None:
        return {}, ""
    if not isinstance(root, yaml.MappingNode):
        return {}, "the front matter is not a list of fields"
    return {str(key.value): _value(node) for key, node in root.value if isinstance(key, yaml.ScalarNode)}, ""


def _value(node: object) -> object:
    import yaml

    if isinstance(node, yaml.ScalarNode):
        plain = node.style is None
        return None if plain and node.value.lower() in UNSAID else str(node.value)
    if isinstance(node, yaml.SequenceNode):
        return [str(part.value) for part in node.value if isinstance(part, yaml.ScalarNode)] or [None]
    return {}
