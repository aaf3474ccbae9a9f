"""Dates: read and shown (``date``), and taken apart as people write them (``moments``)."""
