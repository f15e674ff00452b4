"""What only RodsInABox needs."""

PLACE = 10
"""Where the lesson comes in the lecture, with room for others between."""
