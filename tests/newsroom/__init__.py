"""Articles with known truth by several imagined writers, who share no word with the phrases that scan knows.

`first.txt` and the files like it are the writers' sentences; `drawn` draws what they print, `writer` sets an article from
both, with one slip planted or none, and `measure` counts what scan makes of it. `python -m tests.newsroom` prints the table.
"""
