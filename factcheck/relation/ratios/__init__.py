"""Means, rates and multiples: what is told of one for each of another."""
