"""What machines are told: of a page, made from articles and never read back out of HTML; and of the
site's files, for browsers and servers (``headers``)."""
