-- Full-text search over every text; the triggers keep the index equal to the table.
CREATE VIRTUAL TABLE document_fts USING fts5 (text, content = 'document', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');
CREATE TRIGGER document_ai AFTER INSERT ON document BEGIN
  INSERT INTO document_fts (rowid, text) VALUES (new.id, new.text);
END;
CREATE TRIGGER document_ad AFTER DELETE ON document BEGIN
  INSERT INTO document_fts (document_fts, rowid, text) VALUES ('delete', old.id, old.text);
END;
CREATE TRIGGER document_au AFTER UPDATE ON document BEGIN
  INSERT INTO document_fts (document_fts, rowid, text) VALUES ('delete', old.id, old.text);
  INSERT INTO document_fts (rowid, text) VALUES (new.id, new.text);
END;
