"""What only ArcherError needs."""
