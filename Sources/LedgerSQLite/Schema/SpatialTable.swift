import GRDB

/// A feature table of the GeoPackage (要素表) with its R-tree, as QGIS and GDAL find it.
struct SpatialTable {
    var name: String
    var identifier: String
    var description: String
    var geometry: String

    static let all = [
        SpatialTable(name: "entry", identifier: "台账条目", description: "ledger entries, folded from the log", geometry: "GEOMETRY"),
        SpatialTable(name: "patch", identifier: "图斑与线索", description: "patches and clues as received", geometry: "GEOMETRY"),
        SpatialTable(
            name: "layer_feature", identifier: "管控图层要素", description: "features of all layer versions", geometry: "MULTIPOLYGON"),
    ]

    func register(_ db: Database) throws {
        try db.execute(
            sql: "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES (?, 'features', ?, ?, 4490)",
            arguments: [name, identifier, description])
        try db.execute(sql: "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, 4490, 0, 0)", arguments: [name, geometry])
        try db.execute(
            sql: """
                INSERT INTO gpkg_extensions VALUES
                (?, 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec130/#extension_rtree', 'write-only')
                """, arguments: [name])
        try db.execute(sql: rtree)
    }

    /// The R-tree and its triggers, word for word as the R-tree extension of GeoPackage 1.3 asks.
    private var rtree: String {
        let tree = "rtree_\(name)_geom"
        let upsert = """
            INSERT OR REPLACE INTO "\(tree)" VALUES
            (NEW."fid", ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom"));
            """
        let filled = #"(NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom"))"#
        let blank = #"(NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom"))"#
        return """
            CREATE VIRTUAL TABLE "\(tree)" USING rtree(id, minx, maxx, miny, maxy);
            CREATE TRIGGER "\(tree)_insert" AFTER INSERT ON "\(name)" WHEN \(filled)
            BEGIN \(upsert) END;
            CREATE TRIGGER "\(tree)_update1" AFTER UPDATE OF "geom" ON "\(name)" WHEN OLD."fid" = NEW."fid" AND \(filled)
            BEGIN \(upsert) END;
            CREATE TRIGGER "\(tree)_update2" AFTER UPDATE OF "geom" ON "\(name)" WHEN OLD."fid" = NEW."fid" AND \(blank)
            BEGIN DELETE FROM "\(tree)" WHERE id = OLD."fid"; END;
            CREATE TRIGGER "\(tree)_update3" AFTER UPDATE ON "\(name)" WHEN OLD."fid" != NEW."fid" AND \(filled)
            BEGIN DELETE FROM "\(tree)" WHERE id = OLD."fid"; \(upsert) END;
            CREATE TRIGGER "\(tree)_update4" AFTER UPDATE ON "\(name)" WHEN OLD."fid" != NEW."fid" AND \(blank)
            BEGIN DELETE FROM "\(tree)" WHERE id IN (OLD."fid", NEW."fid"); END;
            CREATE TRIGGER "\(tree)_delete" AFTER DELETE ON "\(name)" WHEN OLD."geom" NOT NULL
            BEGIN DELETE FROM "\(tree)" WHERE id = OLD."fid"; END;
            """
    }
}

/// A table without geometry that QGIS lists (属性表). Accounts, settings and derived totals are not listed.
struct AttributeTable {
    var name: String
    var identifier: String

    static let all = [
        AttributeTable(name: "event", identifier: "台账日志"),
        AttributeTable(name: "act", identifier: "操作"),
        AttributeTable(name: "batch", identifier: "批次"),
        AttributeTable(name: "remark", identifier: "接收备注"),
        AttributeTable(name: "reasoning", identifier: "判定理由"),
        AttributeTable(name: "layer_version", identifier: "图层版本"),
        AttributeTable(name: "entry_patch", identifier: "条目与图斑"),
        AttributeTable(name: "unit", identifier: "单位"),
    ]

    func register(_ db: Database) throws {
        try db.execute(
            sql: "INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES (?, 'attributes', ?)",
            arguments: [name, identifier])
    }
}
