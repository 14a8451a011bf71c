"""Settings: what can be chosen once for every call, where it was chosen, and who may choose it."""

from sayso.settings.known import SETTINGS, Setting, Value, setting_of_option
from sayso.settings.loading import Held, Settings, load
from sayso.settings.places import folder_file, user_file

__all__ = [
    "SETTINGS", "Held", "Setting", "Settings", "Value", "folder_file", "load", "setting_of_option",
    "user_file",
]  # fmt: skip
