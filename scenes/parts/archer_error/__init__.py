"""What only ArcherError needs."""

PLACE = 20
"""Where the lesson comes in the lecture, with room for others between."""
