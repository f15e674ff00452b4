"""What only HotColdWiggles needs."""

PLACE = 30
"""Where the lesson comes in the lecture, with room for others between."""
