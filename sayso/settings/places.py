"""Where settings are written down: the user's own file, and that of the working folder."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

FOLDER_FILE = "sayso.toml"
USER_FILE = "SAYSO_CONFIG"


def user_file(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path | None:
    """The user's own file, there or not; None where SAYSO_CONFIG is set to nothing.

    Without SAYSO_CONFIG: `$XDG_CONFIG_HOME/sayso/config.toml` or `~/.config/sayso/config.toml` (XDG Base
    Directory Specification), `%APPDATA%\\sayso\\config.toml` on Windows, and on macOS `~/Library/Application
    Support/sayso/config.toml` where that is there and the XDG one is not.
    """
    if USER_FILE in environ:
        return Path(environ[USER_FILE]).expanduser() if environ[USER_FILE] else None
    home = Path(environ.get("HOME") or environ.get("USERPROFILE") or "~").expanduser()
    if platform == "win32":
        return Path(environ.get("APPDATA") or home / "AppData" / "Roaming") / "sayso" / "config.toml"
    base = environ.get("XDG_CONFIG_HOME", "")
    found = (Path(base) if base.startswith("/") else home / ".config") / "sayso" / "config.toml"
    if platform == "darwin" and not base and not found.exists():
        return home / "Library" / "Application Support" / "sayso" / "config.toml"
    return found


def folder_file(folder: Path | None = None) -> Path:
    """The file of the working folder, there or not: `sayso.toml`. Folders above are not looked at."""
    return Path(FOLDER_FILE) if folder is None else folder / FOLDER_FILE
