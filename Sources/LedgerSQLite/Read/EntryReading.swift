import Enforcement
import GRDB
import LandGeometry

extension GeoPackageLedger {
    public func entry(_ number: EntryNumber) async throws -> EntryState? {
        try await pool.read { [shelf] db in
            guard case .entry(let entry)? = try StateReader(db: db, reasonings: shelf.reasonings(in: db)).state(of: .entry(number)) else {
                return nil
            }
            return entry
        }
    }

    public func entries(numbered numbers: [EntryNumber]) async throws -> [EntryState] {
        try await pool.read { [shelf] db in
            let reader = StateReader(db: db, reasonings: shelf.reasonings(in: db))
            return try numbers.compactMap { number in
                guard case .entry(let entry)? = try reader.state(of: .entry(number)) else { return nil }
                return entry
            }
        }
    }

    public func entries(_ query: EntryQuery, offset: Int, limit: Int) async throws -> EntryPage {
        try await pool.read { [shelf] db in
            try EntryReader(db: db).page(query, offset: offset, limit: limit, shelf)
        }
    }

    public func counts(_ query: EntryQuery, by grouping: EntryGrouping) async throws -> [EntryCount] {
        try await pool.read { try EntryReader(db: $0).counts(query, by: grouping) }
    }

    public func grounds(in box: BoundingBox, _ query: EntryQuery, limit: Int) async throws -> [EntryGround] {
        try await pool.read { try GroundReader(db: $0).grounds(in: box, query, limit: limit) }
    }

    public func grounds(inEach boxes: [BoundingBox], _ query: EntryQuery, limit: Int) async throws -> [[EntryGround]] {
        try await pool.read { db in
            let reader = GroundReader(db: db)
            return try boxes.map { try reader.grounds(in: $0, query, limit: limit) }
        }
    }

    public func cellCounts(_ query: EntryQuery, in cell: MercatorCell, level: Int) async throws -> [EntryCellCount]? {
        guard query.asksOnlyForFacets else { return nil }
        return try await pool.read { try CellReader(db: $0).counts(query, in: cell, level: level) }
    }

    public func ground(of number: EntryNumber) async throws -> EntryGround? {
        try await pool.read { try GroundReader(db: $0).ground(of: number) }
    }

    public func entries(withSourceNumber number: String) async throws -> [EntryNumber] {
        try await pool.read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT DISTINCT e.number FROM entry_patch p JOIN entry e ON e.fid = p.entry WHERE p.source_number = ? ORDER BY e.number
                    """, arguments: [number]
            ).map { EntryNumber($0) }
        }
    }

    public func lastNumber(under prefix: String) async throws -> Int {
        try await pool.read { db in
            let numbers = try String.fetchCursor(
                db, sql: "SELECT number FROM entry INDEXED BY entry_by_number WHERE number >= ? AND number < ?",
                arguments: [prefix, prefix + "\u{10FFFF}"])
            var last = 0
            while let number = try numbers.next() { last = max(last, EntryNumber(number).running(under: prefix) ?? 0) }
            return last
        }
    }
}
