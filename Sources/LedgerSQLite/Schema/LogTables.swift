/// The log (日志): acts and their events. Everything else in the store is folded from it or answered for by it.
enum LogTables {
    static let sql = [act, event, eventRules]

    private static let act = """
        CREATE TABLE act (
            id INTEGER PRIMARY KEY,
            idempotency_key TEXT NOT NULL UNIQUE,
            content BLOB NOT NULL CHECK (length(content) = 32),
            actor TEXT NOT NULL,
            first INTEGER NOT NULL,
            last INTEGER NOT NULL CHECK (last >= first),
            recorded INTEGER NOT NULL);
        \(Schema.appendOnly("act", sameAs: "id = NEW.id OR idempotency_key = NEW.idempotency_key"))
        """

    private static let event = """
        CREATE TABLE event (
            sequence INTEGER PRIMARY KEY,
            stream_kind TEXT NOT NULL CHECK (stream_kind IN ('entry', 'batch', 'layer')),
            stream_id TEXT NOT NULL CHECK (stream_id <> ''),
            version INTEGER NOT NULL CHECK (version >= 1),
            name TEXT NOT NULL CHECK (name <> ''),
            body TEXT NOT NULL,
            actor TEXT NOT NULL,
            happened INTEGER NOT NULL,
            recorded INTEGER NOT NULL,
            act INTEGER NOT NULL REFERENCES act(id),
            salt BLOB NOT NULL CHECK (length(salt) = 16),
            leaf BLOB NOT NULL CHECK (length(leaf) = 32),
            chain BLOB NOT NULL CHECK (length(chain) = 32),
            UNIQUE (stream_id, stream_kind, version));
        """

    private static let eventRules = """
        \(Schema.appendOnly("event", sameAs: """
            sequence = NEW.sequence
            OR (stream_id = NEW.stream_id AND stream_kind = NEW.stream_kind AND version = NEW.version)
            """))
        CREATE TRIGGER event_has_no_gap BEFORE INSERT ON event
        WHEN NEW.sequence IS NOT (SELECT ifnull(max(sequence), 0) + 1 FROM event)
        BEGIN SELECT RAISE(ABORT, 'event sequence must have no gap'); END;
        CREATE TRIGGER event_version_has_no_gap BEFORE INSERT ON event
        WHEN NEW.version > 1 AND NOT EXISTS (
            SELECT 1 FROM event WHERE stream_id = NEW.stream_id AND stream_kind = NEW.stream_kind AND version = NEW.version - 1)
        BEGIN SELECT RAISE(ABORT, 'event version must have no gap'); END;
        CREATE TRIGGER event_time_does_not_step_back BEFORE INSERT ON event
        WHEN NEW.recorded < (SELECT recorded FROM event WHERE sequence = NEW.sequence - 1)
        BEGIN SELECT RAISE(ABORT, 'event recorded time must not step back'); END;
        """
}
