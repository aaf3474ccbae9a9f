"""HTML that others wrote: its tags as browsers read them, and what of it may be published."""
