"""What only DivergenceSpiral needs."""
