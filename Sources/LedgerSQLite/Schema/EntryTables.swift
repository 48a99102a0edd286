/// The ledger's state (台账现状), folded from the log and rebuilt from it at will.
enum EntryTables {
    static let sql = [terms, entry, indexes, entryPatch, totals, totalRules]

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
            patch INTEGER NOT NULL REFERENCES patch(fid),
            search TEXT NOT NULL,
            geom GEOMETRY,
            state TEXT NOT NULL);
        \(Schema.ours("entry"))
        """

    /// One covering index per order of the ledger page, so that a page is found without touching the wide rows.
    private static let indexes = """
        CREATE INDEX entry_by_number ON entry (number, stage, verdict, unit, category, flags);
        CREATE INDEX entry_by_area ON entry (area_dm2, number, stage, verdict, unit, category, flags);
        CREATE INDEX entry_by_changed ON entry (changed, number, stage, verdict, unit, category, flags);
        CREATE INDEX entry_by_unit ON entry (unit, number, stage, verdict, category, flags);
        CREATE INDEX entry_without_ground ON entry (number, stage, verdict, unit, category, flags, area_dm2) WHERE geom IS NULL;
        CREATE INDEX entry_by_search ON entry (search, stage, verdict, unit, category, flags, area_dm2);
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

    private static let totals = """
        CREATE TABLE entry_total (
            stage TEXT NOT NULL, verdict TEXT NOT NULL, unit TEXT NOT NULL, category TEXT NOT NULL, flags TEXT NOT NULL,
            entries INTEGER NOT NULL CHECK (entries >= 0),
            area_dm2 INTEGER NOT NULL,
            PRIMARY KEY (stage, verdict, unit, category, flags)) WITHOUT ROWID;
        """

    private static let totalRules = """
        CREATE TRIGGER entry_total_insert AFTER INSERT ON entry BEGIN \(add) END;
        CREATE TRIGGER entry_total_delete AFTER DELETE ON entry BEGIN \(subtract) END;
        CREATE TRIGGER entry_total_update AFTER UPDATE OF stage, verdict, unit, category, flags, area_dm2 ON entry
        WHEN (OLD.stage, ifnull(OLD.verdict, ''), ifnull(OLD.unit, ''), OLD.category, OLD.flags, OLD.area_dm2)
            IS NOT (NEW.stage, ifnull(NEW.verdict, ''), ifnull(NEW.unit, ''), NEW.category, NEW.flags, NEW.area_dm2)
        BEGIN \(subtract) \(add) END;
        """

    private static let add = """
        INSERT INTO entry_total VALUES
            (NEW.stage, ifnull(NEW.verdict, ''), ifnull(NEW.unit, ''), NEW.category, NEW.flags, 1, NEW.area_dm2)
        ON CONFLICT DO UPDATE SET entries = entries + 1, area_dm2 = area_dm2 + excluded.area_dm2;
        """

    private static let subtract = """
        UPDATE entry_total SET entries = entries - 1, area_dm2 = area_dm2 - OLD.area_dm2
        WHERE stage = OLD.stage AND verdict = ifnull(OLD.verdict, '') AND unit = ifnull(OLD.unit, '')
            AND category = OLD.category AND flags = OLD.flags;
        """
}
