"""What only DivergenceSpiral needs."""

PLACE = 50
"""Where the lesson comes in the lecture, with room for others between."""
