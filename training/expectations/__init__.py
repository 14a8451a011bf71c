"""How the slip distribution of promises was measured."""
