"""Numbers and what they come to: parts and their sum."""
