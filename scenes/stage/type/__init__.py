"""Text and numbers as they are drawn."""
