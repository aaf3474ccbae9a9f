"""What can be wrong with a site, its theme and its settings, said so that it can be mended."""
