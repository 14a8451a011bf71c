"""How well documents are linked: the same claim, stances, derivations, origins."""
