"""A dossier on a terminal, as Markdown, as a page, and in Word; one outline stands behind all of them."""
