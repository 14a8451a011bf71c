"""How the stance of a body towards a headline is learnt (FNC-1): typed figures, trees that can be shown."""
