"""The error curve, and a descent on it in pictures and words."""
