"""A person's word on an item: as typed, or as edited in an exported spreadsheet."""
