"""Procedural illustrations that stand in for press photos in the sample content.

Every picture is a function of its name alone: drawing it again gives the same pixels.
"""
