"""The generator around the scenes."""
