"""What finders leave undone: whole parts, one source for one cue, hearsay, those who are cited."""
