"""How well mail is understood: records of single files, labelled mail, and a programme's own examples."""
