"""Other questions to tables than a claims file asks: those that are like one that failed, and those that print as a number."""
