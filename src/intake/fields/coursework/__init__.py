"""The item "coursework": names of courses taken or being taken, from resume, transcript, letter and the mail's own words."""

from intake.fields.coursework.choice import VERSION, find

__all__ = ["VERSION", "find"]
