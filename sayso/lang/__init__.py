"""True of a language: one folder each, with the same file names in each."""

from sayso.lang.loading import LANGUAGES, abbreviations, load, shelf

__all__ = ["LANGUAGES", "abbreviations", "load", "shelf"]
