"""How well what is weighed holds: claims, sources, expectations."""
