"""Values of settings: from a file or from words, checked; what is wrong is told in a sentence."""

from __future__ import annotations

from difflib import get_close_matches

from sayso.errors import UsageError
from sayso.settings.known import BY_KEY, PLUGIN, Setting, Value

YES, NO = ("1", "true", "yes", "on"), ("0", "false", "no", "off")
KINDS = {
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    str: "a text",
    tuple: "a list of texts",
}
SECRETS = ("key", "token", "secret", "password")


def known(key: str, where: str) -> Setting:
    """The setting of this key; UsageError, with the nearest name, for one that is not known."""
    if key in BY_KEY:
        return BY_KEY[key]
    near = get_close_matches(key, BY_KEY, n=1, cutoff=0.5)
    hint = f"did you mean {near[0]!r}?" if near else "`sayso config show` lists them all"
    raise UsageError(f"{where}: there is no setting {key!r}; {hint}")


def checked(setting: Setting, value: object, where: str) -> Value:
    """A value as TOML has it, of the type of the default, within its bounds; else UsageError."""
    kind = type(setting.default)
    if kind is tuple and isinstance(value, list | tuple) and all(isinstance(one, str) for one in value):
        return tuple(value)
    if kind is float and type(value) is int:
        value = float(value)
    if type(value) is not kind or not isinstance(value, str | int | float):
        raise UsageError(f"{where}: {setting.key} takes {KINDS[kind]}, not {shown(value)}")
    _bounded(setting, value, where)
    return value


def of_words(setting: Setting, words: str, where: str) -> Value:
    """A value as it is written in the environment or after `--set`; lists are parted by commas."""
    kind = type(setting.default)
    lower = words.strip().lower()
    if kind is bool and lower in (*YES, *NO):
        return checked(setting, lower in YES, where)
    if kind is tuple:
        return tuple(part for one in words.split(",") if (part := one.strip()))
    if kind in (int, float):
        try:
            return checked(setting, int(words) if kind is int else float(words), where)
        except ValueError:
            raise UsageError(f"{where}: {setting.key} takes {KINDS[kind]}, not {words!r}") from None
    return checked(setting, words, where)


def _bounded(setting: Setting, value: Value, where: str) -> None:
    if setting.choices and value not in setting.choices:
        raise UsageError(f"{where}: {setting.key} takes {' or '.join(setting.choices)}, not {shown(value)}")
    if isinstance(value, int | float) and not isinstance(value, bool) and setting.least is not None:
        most = float("inf") if setting.most is None else setting.most
        if not setting.least <= value <= most:
            raise UsageError(f"{where}: {setting.key} is from {setting.least:g} to {most:g}, not {value:g}")


def plugin_option(key: str, value: object, where: str) -> Value:
    """What a plugin is told, as TOML has it: a text, a number, true or false, or a list of texts."""
    if key.count(".") < 2 or not all(key.removeprefix(PLUGIN).split(".", 1)):
        raise UsageError(f"{where}: write it as plugin.NAME.KEY, not {key!r}")
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return tuple(value)
    if isinstance(value, str | int | float | bool):
        return value
    raise UsageError(f"{where}: {key} takes a text, a number, true, false or a list of texts")


def is_secret(key: str) -> bool:
    """Whether what a key holds is never printed whole (plugin.local-model.api_key)."""
    words = key.rpartition(".")[2].lower().replace("-", "_").split("_")
    return key.startswith(PLUGIN) and any(word in SECRETS for word in words)


def masked(key: str, value: Value) -> Value:
    """The value as it may be shown: of a secret only how long it is."""
    return f"(set, {len(str(value))} characters)" if is_secret(key) and value != "" else value


def shown(value: object) -> str:
    """A wrong value for people, at most 60 characters of it."""
    return repr(value)[:60]
