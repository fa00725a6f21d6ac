"""intake reads an internship mailbox and shows recruiters what each applicant sent, with the words that show it."""

__version__ = "0.1.0"
