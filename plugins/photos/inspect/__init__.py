"""What a photo's file says of itself, and whether it can be read at all."""
