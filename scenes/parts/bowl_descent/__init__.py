"""What only BowlDescent needs."""

PLACE = 40
"""Where the lesson comes in the lecture, with room for others between."""
