-- The fourth form of the ledger. Of a scored pair the values of its features are kept, and not what each adds in words:
-- that took a sixth of a large ledger, and is worked out for the few pairs that somebody asks about. All of it is derived:
-- `allege link` builds it anew by itself, for the linker's rules changed too.

DROP TABLE links;
CREATE TABLE links (                  -- scored pairs of units (a document's claims of one occurrence), a < b
  key INTEGER PRIMARY KEY,
  a TEXT NOT NULL,
  b TEXT NOT NULL,
  score REAL NOT NULL,
  band TEXT NOT NULL,                 -- same, possibly the same, different
  feature_values BLOB NOT NULL,       -- in the order of the features, 64 bits each, the least significant byte first
  decided TEXT NOT NULL,              -- what a person decided of the two, in words; else empty
  UNIQUE (a, b)
);
CREATE INDEX links_b ON links(b);

DELETE FROM linked;
