"""From a draft to the site: ``publisher`` goes the whole way, one article at a time; ``queue`` is
what waits for it, and survives a killed process; ``files`` writes into the content folder and takes
it back; ``building`` has the site built; ``repository`` is git underneath."""
