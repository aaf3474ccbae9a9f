"""Pixels: the derivatives are made, on all processors."""
