"""How the weights of linking were made: rarity of words, the comparison of two marks, stance of texts."""
