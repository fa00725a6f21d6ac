"""Mailbox stage: IMAP folders, .eml files, mbox and Maildir to sightings with raw bytes; read, never changed."""
