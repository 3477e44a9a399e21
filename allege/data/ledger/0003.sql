-- The third form of the ledger: the index that a full build leaves is packed, a thousand entries to a row. It held two
-- rows in three of a large ledger. `link_index` keeps what the documents after it add. Both are derived: what was built
-- before has to be built anew, and `allege link` does so by itself, for the linker's rules changed too.

CREATE TABLE link_postings (          -- documents by what is rare in them, as of the last full build
  key INTEGER PRIMARY KEY,
  field TEXT NOT NULL,                -- which stage's keys
  first INTEGER NOT NULL,             -- the least hash in the row
  hashes BLOB NOT NULL,               -- in ascending order, 64 bits each, signed, the least significant byte first;
  documents BLOB NOT NULL,            -- and in the same way the key of the document that has each; a hash is in one row
  UNIQUE (field, first)
);
DELETE FROM link_index;
DELETE FROM linked;
