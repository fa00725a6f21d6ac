"""The fence: what reads applicants' files runs in bounded worker processes, and may die without harm."""
