"""What an instructor sets: parameters, theme and renderer, and where they come from."""
