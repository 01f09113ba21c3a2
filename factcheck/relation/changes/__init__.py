"""How numbers came of others: how far, which way, and which of two was the earlier one."""
