/// The ledger's state (台账现状), folded from the log and rebuilt from it at will.
enum EntryTables {
    static let sql = [terms, totals, entry, indexes, entryPatch]

    private static let terms = """
        CREATE TABLE entry_stage (name TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID;
        CREATE TABLE entry_verdict (name TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID;
        """

    /// `fid` is the sequence of the registration. Narrow columns first: the shape and the full state may spill to other pages.
    private static let entry = """
        CREATE TABLE entry (
            fid INTEGER PRIMARY KEY,
            number TEXT NOT NULL UNIQUE CHECK (number <> ''),
            stage TEXT NOT NULL REFERENCES entry_stage(name),
            verdict TEXT REFERENCES entry_verdict(name),
            signed BOOLEAN NOT NULL CHECK (signed IN (0, 1)),
            category TEXT NOT NULL,
            kind TEXT,
            unit TEXT,
            area_m2 REAL NOT NULL CHECK (area_m2 >= 0),
            area_mu REAL NOT NULL,
            division TEXT,
            place TEXT,
            source_number TEXT,
            seen DATE,
            registered_on DATE NOT NULL,
            changed_on DATE NOT NULL,
            signed_by TEXT,
            rule TEXT,
            patches INTEGER NOT NULL CHECK (patches >= 1),
            flags TEXT NOT NULL,
            version INTEGER NOT NULL CHECK (version >= 1),
            changed INTEGER NOT NULL,
            area_dm2 INTEGER NOT NULL,
            facet INTEGER NOT NULL REFERENCES entry_total(id),
            patch INTEGER NOT NULL REFERENCES patch(fid),
            search TEXT NOT NULL,
            geom GEOMETRY,
            state TEXT NOT NULL);
        \(Schema.ours("entry"))
        """

    /// One index per order of the ledger page with the facet behind it, so that a page is found without touching the wide
    /// rows; and one by facet, for the few entries of a rare kind.
    private static let indexes = """
        CREATE INDEX entry_by_number ON entry (number, facet);
        CREATE INDEX entry_by_area ON entry (area_dm2, number, facet);
        CREATE INDEX entry_by_changed ON entry (changed, number, facet);
        CREATE INDEX entry_by_unit ON entry (unit, number, facet);
        CREATE INDEX entry_by_facet ON entry (facet, number);
        CREATE INDEX entry_without_ground ON entry (number, facet, area_dm2) WHERE geom IS NULL;
        CREATE INDEX entry_by_search ON entry (search, facet, area_dm2);
        """

    private static let entryPatch = """
        CREATE TABLE entry_patch (
            id INTEGER PRIMARY KEY,
            entry INTEGER NOT NULL REFERENCES entry(fid),
            patch INTEGER NOT NULL REFERENCES patch(fid),
            batch INTEGER NOT NULL REFERENCES batch(fid),
            relation TEXT NOT NULL CHECK (relation IN ('registered', 'attached')),
            source_number TEXT);
        CREATE INDEX entry_patch_by_entry ON entry_patch (entry);
        CREATE INDEX entry_patch_by_batch ON entry_patch (batch, entry);
        CREATE INDEX entry_patch_by_source_number ON entry_patch (source_number, entry) WHERE source_number IS NOT NULL;
        \(Schema.ours("entry_patch"))
        """

    /// How many entries stand under each facet, what every count on a page is summed from. Kept by `Facets` in the
    /// transaction of the act; a facet nobody stands under any more stays with zero.
    private static let totals = """
        CREATE TABLE entry_total (
            id INTEGER PRIMARY KEY,
            stage TEXT NOT NULL, verdict TEXT NOT NULL, unit TEXT NOT NULL, category TEXT NOT NULL, flags TEXT NOT NULL,
            entries INTEGER NOT NULL CHECK (entries >= 0),
            area_dm2 INTEGER NOT NULL,
            UNIQUE (stage, verdict, unit, category, flags));
        """
}
