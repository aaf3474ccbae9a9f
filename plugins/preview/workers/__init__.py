"""The processes that have the project loaded: one renders saved pages, one builds the site."""
