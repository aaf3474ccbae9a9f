"""The books: how many visits each day had."""
