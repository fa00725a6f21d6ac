"""What leaves the store for people: the digest as pages and as a mail, drafts, applicants' files."""
