"""What only RodsInABox needs."""
