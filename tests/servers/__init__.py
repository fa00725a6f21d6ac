"""Real IMAP servers on loopback for tests, a proxy that breaks connections, and a server that follows a script."""
