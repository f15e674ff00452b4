"""What only AlphaDamping needs."""

PLACE = 60
"""Where the lesson comes in the lecture, with room for others between."""
