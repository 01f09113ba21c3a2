"""Two numbers and how far they are apart."""
