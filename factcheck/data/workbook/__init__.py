"""Workbooks, Excel's and OpenDocument's: how far a sheet reaches, its cells, and how the program shows one of them."""
