"""Who may see what is kept: files closed to others, and people erased everywhere, for good."""
