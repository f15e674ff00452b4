"""Axes, and what is plotted on them."""
