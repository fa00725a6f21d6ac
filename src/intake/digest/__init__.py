"""Digest stage: what people are shown as pages, text, JSON and mail; pure, from the values of `review`."""
