"""What only BowlDescent needs."""
