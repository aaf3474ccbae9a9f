"""The bulletin's own Pelican plugins, loaded by dotted name (``plugins.figures``)."""
