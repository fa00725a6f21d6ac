-- How many messages of a folder are known, kept beside it: counted anew, it would cost every poll a walk over the ledger.
ALTER TABLE folder ADD COLUMN known INTEGER NOT NULL DEFAULT 0;  -- places with a row, those that are gone apart
UPDATE folder SET known = (SELECT count(*) FROM sighting s WHERE s.folder_id = folder.id AND s.turn = 0 AND s.state <> 'gone');
CREATE TRIGGER sighting_ai AFTER INSERT ON sighting WHEN new.turn = 0 AND new.state <> 'gone' BEGIN
  UPDATE folder SET known = known + 1 WHERE id = new.folder_id;
END;
CREATE TRIGGER sighting_ad AFTER DELETE ON sighting WHEN old.turn = 0 AND old.state <> 'gone' BEGIN
  UPDATE folder SET known = known - 1 WHERE id = old.folder_id;
END;
CREATE TRIGGER sighting_au AFTER UPDATE OF state ON sighting WHEN new.turn = 0 AND (old.state = 'gone') <> (new.state = 'gone') BEGIN
  UPDATE folder SET known = known + (old.state = 'gone') - (new.state = 'gone') WHERE id = new.folder_id;
END;
