"""What RFC 2045 to 2049, 2183, 2231 and 3676 say of one message, read from mail as it is really sent."""
