"""Which derivatives there are of a photo, at which addresses and in which sizes; no pixels yet."""
