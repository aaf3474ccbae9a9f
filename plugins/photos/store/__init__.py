"""Files: what is kept between builds, and what is published."""
