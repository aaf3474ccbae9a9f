"""What answers browsers: the site's files (``site``), what the preview adds to them (``overlay``),
and the server that both commands listen with."""
