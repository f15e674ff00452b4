"""Clips for slides: each section of a scene as files of its own, and talks, a gallery and a film made of them."""
