"""How the encoder of meanings was made: pairs of texts that say one thing, and texts that must stay put."""
