-- The third form of the ledger. The index that a full build leaves is packed, a thousand entries to a row: it held two
-- rows in three of a large ledger. `link_index` keeps what the documents after it add. Links lie in a table by number:
-- in one by names each took a page of its own. All of it is derived: what was built before has to be built anew, and
-- `allege link` does so by itself, for the linker's rules changed too.

CREATE TABLE link_postings (          -- documents by what is rare in them, as of the last full build
  key INTEGER PRIMARY KEY,
  field TEXT NOT NULL,                -- which stage's keys
  first INTEGER NOT NULL,             -- the least hash in the row
  hashes BLOB NOT NULL,               -- in ascending order, 64 bits each, signed, the least significant byte first;
  documents BLOB NOT NULL,            -- and in the same way the key of the document that has each; a hash is in one row
  UNIQUE (field, first)
);

DROP TABLE links;
CREATE TABLE links (                  -- scored pairs of units (a document's claims of one occurrence), a < b
  key INTEGER PRIMARY KEY,
  a TEXT NOT NULL,
  b TEXT NOT NULL,
  score REAL NOT NULL,
  band TEXT NOT NULL,                 -- same, possibly the same, different
  contributions TEXT NOT NULL,        -- JSON: [[feature, value, amount, words], ...]; the amounts add up to the log-odds
  UNIQUE (a, b)
);
CREATE INDEX links_b ON links(b);

DELETE FROM link_index;
DELETE FROM linked;
