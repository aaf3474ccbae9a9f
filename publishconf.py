"""What differs in production: the site's own address, and what is checked before publishing."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from pelicanconf import *  # production is everything else, unchanged
from pelicanconf import BUILD, COUNTER, SITE

# A host that serves the site under another address (GitHub Pages) says so.
SITEURL = os.environ.get("SITEURL", str(SITE["url"])).rstrip("/")
SITE = {**SITE, "url": SITEURL}
FEED_DOMAIN = SITEURL
DELETE_OUTPUT_DIRECTORY = True
BUILD = {**BUILD, "check_publisher": True}
# Where nginx has the counter (deploy/nginx-counter.conf); a host without one sets it to nothing.
COUNTER = {**COUNTER, "endpoint": os.environ.get("COUNTER_ENDPOINT", "/tk/v1/")}
