"""Programs for those who work on the bulletin; the site itself needs none of them."""
