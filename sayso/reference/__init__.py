"""The knowledge: what is true of the world, as checked YAML with a source for every entry."""

from sayso.reference.entry import Country, Entry, Mention
from sayso.reference.gazetteer import Gazetteer, load_gazetteer

__all__ = ["Country", "Entry", "Gazetteer", "Mention", "load_gazetteer"]
