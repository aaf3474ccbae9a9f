"""The counter on the pages: a build puts the last known numbers into them."""
