"""Every page of the site as data, and which of them a change outdates."""
