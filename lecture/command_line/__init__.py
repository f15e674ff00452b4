"""The command line: from what a user types to jobs, and back to what is printed."""
