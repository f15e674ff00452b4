"""What only HotColdWiggles needs."""
