"""What only AlphaDamping needs."""
