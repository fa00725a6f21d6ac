"""START HERE: the pure middle, from a message's bytes to a Record, on one page.

    raw bytes | parse | read documents | open case | roles | kind | extract fields | check

No clock, no disk, no network, no environment: it runs in a worker process, in a test, or on another machine alike.
"""
