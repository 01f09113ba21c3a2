"""Check the numbers of an article against each other, exactly."""
