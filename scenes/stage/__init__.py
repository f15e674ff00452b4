"""What the scenes share: base scene, parameters, theme, text, and the pieces of the picture."""
