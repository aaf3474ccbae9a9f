"""What the measurements of photos share: test photos, a measure of likeness, rivals."""
