"""Visitors: who was seen of late, remembered without an address."""
