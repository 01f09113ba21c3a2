"""What a share is told of, and which shares are of one whole."""
