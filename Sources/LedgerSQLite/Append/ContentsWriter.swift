import Enforcement
import GRDB
import LandGeometry

/// Keeps what the GeoPackage tells of its layers up to date (图层目录): bounds and the moment of the last change.
struct ContentsWriter {
    var db: Database

    func note(_ fold: ActFold, _ material: Material) throws {
        let grounds = box(of: material.patches)
        let features = material.features.values.joined().reduce(into: BoundingBox.empty) { $0.include($1.shape.box) }
        if !material.patches.isEmpty { try touch("patch", grounds, fold.recorded) }
        if !material.features.isEmpty { try touch("layer_feature", features, fold.recorded) }
        guard fold.touched.contains(where: { $0.kind == .entry }) else { return }
        try touch("entry", .empty, fold.recorded)
        try db.execute(
            sql: """
                UPDATE gpkg_contents SET (min_x, min_y, max_x, max_y) =
                    (SELECT min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name = 'patch')
                WHERE table_name = 'entry'
                """)
    }

    private func box(of patches: [Patch]) -> BoundingBox {
        patches.reduce(into: BoundingBox.empty) { box, patch in
            if let shape = patch.shape { box.include(shape.box) } else if let point = patch.point { box.include(point) }
        }
    }

    private func touch(_ table: String, _ box: BoundingBox, _ moment: Instant) throws {
        try db.execute(
            sql: "UPDATE gpkg_contents SET last_change = strftime('%Y-%m-%dT%H:%M:%fZ', ? / 1000.0, 'unixepoch') WHERE table_name = ?",
            arguments: [moment.milliseconds, table])
        guard !box.isEmpty else { return }
        try db.execute(
            sql: """
                UPDATE gpkg_contents SET min_x = min(ifnull(min_x, :w), :w), min_y = min(ifnull(min_y, :s), :s),
                    max_x = max(ifnull(max_x, :e), :e), max_y = max(ifnull(max_y, :n), :n)
                WHERE table_name = :table
                """,
            arguments: ["w": box.west, "s": box.south, "e": box.east, "n": box.north, "table": table])
    }
}
