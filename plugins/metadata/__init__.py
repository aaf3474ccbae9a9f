"""What machines are told of a page: data made from articles, never read back out of HTML."""
