"""Markdown and plain text: the body, unchanged, and what front matter or the lines of a head say of it."""

import re

from sayso.errors import Problem
from sayso.ingest.defaults import UNSAID, facts_of, field_of
from sayso.ingest.extract import Extract

OPENING = re.compile(r"---[^\S\n]*\r?\n(?![^\S\n]*\n)")  # with a blank line behind it, it is a rule
TOML = re.compile(r"\+\+\+[^\S\n]*\n")
TOML_END = re.compile(r"^\+\+\+[^\S\n]*(?:\n|\Z)", re.MULTILINE)
CLOSING = re.compile(r"^(?:---|\.\.\.)[^\S\n]*(?:\n|\Z)", re.MULTILINE)
LINE = re.compile(r"(?P<key>[^\W\d][\w -]{0,30}):[^\S\n]+(?P<value>\S[^\n]*)(?:\n|\Z)")
BLANK = re.compile(r"[^\S\n]*\n")
NO_YAML_MARKS = frozenset("[{&*!|>%@`\"'#")  # a value that begins with one of these was meant as YAML
FEWEST_FIELDS = 2  # a single line "Title: …" may be the beginning of a text
LONGEST_CHARS = 64_000


def extract_markdown(text: str, name: str) -> Extract:
    """The body after the front matter, or after a head of lines "Outlet: …", "Date: …"; else the whole text.

    Front matter that is not closed is left in the body, one that is no YAML mapping is left out
    (TOML between lines of +++ too); these are problems and make the extract partial.
    """
    opening = OPENING.match(text)
    if not opening:
        return _without_head(text, name) or _without_toml(text, name)
    closing = CLOSING.search(text, opening.end(), opening.end() + LONGEST_CHARS)
    if not closing:
        problem = Problem(where=name, what="the front matter is not closed", hint="end it with a line of ---")
        return Extract(text=text, input=name, problems=(problem,), partial=True)
    front = text[opening.end() : closing.start()]
    mapping, problem_words = _mapping(front)
    mapping, problem_words = _plain_lines(front, mapping, problem_words)
    if problem_words:
        hint = "its lines have the form publisher: The Lantern"
        problem = Problem(where=name, what=problem_words, hint=hint)
        return Extract(text=text[closing.end() :], input=name, problems=(problem,), partial=True)
    said, problems = facts_of(mapping, name)
    return Extract(text=text[closing.end() :], input=name, said=said, problems=problems)


def extract_text(text: str, name: str) -> Extract:
    """Plain text; what stands between lines of --- at its top counts where it names a publisher, a date, ….

    Everything else that begins with a line of --- is left as it is: in plain text that is a rule.
    """
    opening = OPENING.match(text)
    closing = CLOSING.search(text, opening.end(), opening.end() + LONGEST_CHARS) if opening else None
    if not opening:
        return _without_head(text, name) or Extract(text=text, input=name)
    if not closing or not any(map(_field, text[opening.end() : closing.start()].splitlines())):
        return Extract(text=text, input=name)
    return extract_markdown(text, name)


def _without_head(text: str, name: str) -> Extract | None:
    """The body after lines "Outlet: The Lantern" at the very top and a blank line (as in MultiMarkdown).

    A head has at least two fields and nothing but fields: anything else is the beginning of a text.
    """
    said: dict[str, object] = {}
    end = 0
    while (line := LINE.match(text, end)) and (field := field_of(line["key"])) and field not in said:
        said[field], end = line["value"].strip(), line.end()
    blank = BLANK.match(text, end)
    if not blank or len(said) < FEWEST_FIELDS:
        return None
    facts, problems = facts_of(said, name)
    return Extract(text=text[blank.end() :], input=name, said=facts, problems=problems)


def _field(line: str) -> tuple[str, str] | None:
    """Key and value of a line that gives a field of ours under a usual name."""
    found = LINE.fullmatch(line)
    return (found["key"], found["value"].strip()) if found and field_of(found["key"]) else None


def _without_toml(text: str, name: str) -> Extract:
    opening = TOML.match(text)
    closing = TOML_END.search(text, opening.end(), opening.end() + LONGEST_CHARS) if opening else None
    if not closing:
        return Extract(text=text, input=name)
    hint = "write it as YAML between lines of ---"
    problem = Problem(where=name, what="the front matter is TOML, which is not read", hint=hint)
    return Extract(text=text[closing.end() :], input=name, problems=(problem,), partial=True)


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
    named = isinstance(root, yaml.MappingNode) and all(isinstance(k, yaml.ScalarNode) for k, _ in root.value)
    if not named:
        return {}, "the front matter is not a list of fields"
    return {str(key.value): _value(node) for key, node in root.value}, ""


def _plain_lines(front: str, mapping: dict[str, object], wrong: str) -> tuple[dict[str, object], str]:
    """What is no YAML only for a colon in a title ("title: Eritane: Fishermen held"), line by line."""
    if not wrong:
        return mapping, wrong
    lines = [_field(line) for line in front.splitlines() if line.strip()]
    if not lines or not all(line and line[1][0] not in NO_YAML_MARKS for line in lines):
        return mapping, wrong
    return {line[0]: line[1] for line in lines if line}, ""


def _value(node: object) -> object:
    import yaml

    if isinstance(node, yaml.ScalarNode):
        plain = node.style is None
        return None if plain and node.value.lower() in UNSAID else str(node.value)
    if isinstance(node, yaml.SequenceNode):
        return [str(part.value) for part in node.value if isinstance(part, yaml.ScalarNode)] or [None]
    return {}
