-- What was written outside of the store and may tell of people: looked for when one of them is erased.
CREATE TABLE copy (
  path TEXT PRIMARY KEY,
  what TEXT NOT NULL,                       -- export, digest
  at TEXT NOT NULL,
  sha256 TEXT                               -- of the file as it was written, NULL for a folder
) STRICT, WITHOUT ROWID;
