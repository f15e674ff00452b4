"""Reads numbers back from a picture: from painted strokes, fillings and texts, by the numbers beside the ticks.

Nothing here asks a scene how it is built. Colours tell what is what, since each quantity has one of its own.
"""
