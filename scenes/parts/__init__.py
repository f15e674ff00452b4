"""What only one lesson needs, a package a lesson."""
