"""What a run of the command read and said, kept so that the same run can be answered without checking again.

A run is remembered in a file of `.factcheck_cache/runs/` under its words and its folder. It is answered from there only
where everything that it depended on is as it was: the circumstances (`circumstances`), and whatever it looked at on the
disk (`ledger`), file by file and byte by byte. All of it is text; nothing that is read from there is executed.

Only the standard library is loaded here, and little of it: this is all that a remembered run needs.
"""
