"""What decides the site besides the content: settings as plain data, and fingerprints of it all."""
