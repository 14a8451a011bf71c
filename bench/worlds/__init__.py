"""Worlds: invented corpora whose claims, derivations and origins are known because they were made."""

from bench.worlds.make import KINDS, make_world
from bench.worlds.world import World, WorldDocument

__all__ = ["KINDS", "World", "WorldDocument", "make_world"]
