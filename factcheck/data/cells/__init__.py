"""What stands in cells: what each means as a number, and what is noticed of a column while it is made text."""
