"""Clips for slides: the sections of a scene as files of their own, and decks, a gallery and a film made of them."""
