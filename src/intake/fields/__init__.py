"""What a careful recruiter reads out of an application; one module a field, each a pure function of a Case."""
