/// What is stored beside the log (随附数据): batches with their patches and remarks, layer versions with their features.
enum MaterialTables {
    static let sql = [batch, patch, remark, reasoning, layerVersion, layerFeature]

    /// `fid` is the sequence of the event that began the batch. The state is folded from the log.
    private static let batch = """
        CREATE TABLE batch (
            fid INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            stage TEXT NOT NULL CHECK (stage IN ('received', 'withdrawn', 'registered')),
            kind TEXT NOT NULL,
            file_name TEXT NOT NULL,
            origin TEXT NOT NULL,
            period TEXT NOT NULL,
            rows INTEGER NOT NULL,
            patches INTEGER NOT NULL CHECK (patches >= 0),
            refused INTEGER NOT NULL CHECK (refused >= 0 AND rows = patches + refused),
            remarks INTEGER NOT NULL CHECK (remarks >= 0),
            received_on DATE NOT NULL,
            received_by TEXT NOT NULL,
            version INTEGER NOT NULL CHECK (version >= 1),
            state TEXT NOT NULL);
        \(Schema.ours("batch"))
        """

    /// A patch is named by its batch and row, `<batch>/<row>`.
    private static let patch = """
        CREATE TABLE patch (
            fid INTEGER PRIMARY KEY,
            batch INTEGER NOT NULL REFERENCES batch(fid),
            row_number INTEGER NOT NULL,
            source_number TEXT,
            area_m2 REAL NOT NULL,
            stated_area_m2 REAL,
            day_before DATE,
            day_after DATE,
            division TEXT,
            place TEXT,
            type TEXT,
            longitude REAL,
            latitude REAL,
            digest BLOB NOT NULL CHECK (length(digest) = 32),
            attributes TEXT NOT NULL,
            geom GEOMETRY,
            received BLOB,
            UNIQUE (batch, row_number));
        \(Schema.appendOnly("patch", sameAs: "fid = NEW.fid OR (batch = NEW.batch AND row_number = NEW.row_number)"))
        """

    private static let remark = """
        CREATE TABLE remark (
            id INTEGER PRIMARY KEY,
            batch INTEGER NOT NULL REFERENCES batch(fid),
            row_number INTEGER,
            effect TEXT NOT NULL CHECK (effect IN ('noted', 'repaired', 'refused')),
            rule TEXT NOT NULL,
            place TEXT,
            found TEXT,
            area_before_m2 REAL,
            area_after_m2 REAL);
        CREATE INDEX remark_by_batch ON remark (batch, rule, effect);
        CREATE INDEX remark_by_row ON remark (batch, row_number);
        \(Schema.appendOnly("remark", sameAs: "id = NEW.id"))
        """

    /// What proposals share, once: events name it by the digest of its body.
    private static let reasoning = """
        CREATE TABLE reasoning (
            id INTEGER PRIMARY KEY,
            digest TEXT NOT NULL UNIQUE CHECK (length(digest) = 64),
            body TEXT NOT NULL);
        \(Schema.appendOnly("reasoning", sameAs: "id = NEW.id OR digest = NEW.digest"))
        """

    private static let layerVersion = """
        CREATE TABLE layer_version (
            fid INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            layer TEXT NOT NULL,
            title TEXT NOT NULL,
            version TEXT NOT NULL,
            valid_from DATE,
            valid_to DATE CHECK (valid_to >= valid_from),
            approval TEXT,
            source_file TEXT NOT NULL,
            source_digest TEXT NOT NULL,
            code_scheme TEXT,
            feature_count INTEGER NOT NULL CHECK (feature_count >= 0),
            area_m2 REAL NOT NULL,
            state TEXT NOT NULL);
        \(Schema.appendOnly("layer_version", sameAs: "fid = NEW.fid OR id = NEW.id"))
        """

    /// `fid` is the version's `fid` times ten million plus the feature's number: the features of a version lie
    /// together, in their order, and need no other index.
    private static let layerFeature = """
        CREATE TABLE layer_feature (
            fid INTEGER PRIMARY KEY,
            layer_version INTEGER NOT NULL REFERENCES layer_version(fid),
            number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 9999999),
            code TEXT NOT NULL,
            name TEXT,
            extent REAL NOT NULL,
            digest BLOB NOT NULL CHECK (length(digest) = 32),
            attributes TEXT NOT NULL,
            geom MULTIPOLYGON NOT NULL,
            CHECK (fid = layer_version * 10000000 + number));
        CREATE INDEX layer_feature_by_extent ON layer_feature (layer_version, extent DESC);
        \(Schema.appendOnly("layer_feature", sameAs: "fid = NEW.fid"))
        """
}
