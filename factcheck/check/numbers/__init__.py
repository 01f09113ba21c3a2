"""Other numbers in the place of a printed one: their forms, questions about many at once, and which of them fit."""
