"""How a scene is told: beats and captions, and how things come, change and go."""
