/// A Shapefile of polygons written exactly as told (ESRI Shapefile, 1998): rings go out unclosed, crossed or not finite
/// when they are, as a library would never let them. Text is GBK with language driver 0x4D and no `.cpg`.
struct Shapefile {
    struct Field {
        var name: String
        /// `C` or `N`.
        var type: Character
        var width: Int
        var decimals: Int = 0
    }
    /// Rings and one text per field; numbers as text.
    struct Record {
        var rings: [[PlanePoint]]
        var values: [String]
    }
    let fields: [Field]
    let records: [Record]

    /// A zip of `.shp`, `.shx`, `.dbf` and `.prj` under one name.
    func zipped(name: String) -> [UInt8] {
        let shapes = self.shapes()
        var zip = StoredZip()
        zip.add(name + ".shp", shapes.shp)
        zip.add(name + ".shx", shapes.shx)
        zip.add(name + ".dbf", table())
        zip.add(name + ".prj", Array(Shapefile.zone39.utf8))
        return zip.finished()
    }

    /// CGCS2000 / 3-degree Gauss-Kruger zone 39, EPSG:4527, in ESRI's words.
    static let zone39 =
        #"PROJCS["CGCS2000_3_Degree_GK_Zone_39",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000","#
        + #"SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],"#
        + #"PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",39500000.0],PARAMETER["False_Northing",0.0],"#
        + #"PARAMETER["Central_Meridian",117.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]"#

    private func shapes() -> (shp: [UInt8], shx: [UInt8]) {
        var body = ByteWriter()
        var index = ByteWriter()
        for (i, record) in records.enumerated() {
            let content = self.content(record.rings)
            index.big(Int32((100 + body.bytes.count) / 2))
            index.big(Int32(content.count / 2))
            body.big(Int32(i + 1))
            body.big(Int32(content.count / 2))
            body.raw(content)
        }
        let box = records.flatMap { $0.rings.flatMap { $0 } }
        return (header(box, body.bytes.count) + body.bytes, header(box, index.bytes.count) + index.bytes)
    }

    private func header(_ points: [PlanePoint], _ size: Int) -> [UInt8] {
        var out = ByteWriter()
        out.big(Int32(9994))
        out.zeros(20)
        out.big(Int32((100 + size) / 2))
        out.little(Int32(1000))
        out.little(Int32(5))
        box(points, into: &out)
        out.zeros(32)
        return out.bytes
    }

    /// Points that are not finite widen no box.
    private func box(_ points: [PlanePoint], into out: inout ByteWriter) {
        let extent = points.filter { $0.x.isFinite && $0.y.isFinite }.extent
        for value in [extent.low.x, extent.low.y, extent.high.x, extent.high.y] { out.little(value.isFinite ? value : 0) }
    }

    private func content(_ rings: [[PlanePoint]]) -> [UInt8] {
        var out = ByteWriter()
        guard !rings.isEmpty else {
            out.little(Int32(0))
            return out.bytes
        }
        out.little(Int32(5))
        box(rings.flatMap { $0 }, into: &out)
        out.little(Int32(rings.count))
        out.little(Int32(rings.reduce(0) { $0 + $1.count }))
        var start = 0
        for ring in rings {
            out.little(Int32(start))
            start += ring.count
        }
        for point in rings.flatMap({ $0 }) {
            out.little(point.x)
            out.little(point.y)
        }
        return out.bytes
    }

    private func table() -> [UInt8] {
        var out = ByteWriter()
        out.raw([3, 119, 4, 10])
        out.little(UInt32(records.count))
        out.little(UInt16(33 + 32 * fields.count))
        out.little(UInt16(1 + fields.reduce(0) { $0 + $1.width }))
        out.zeros(17)
        out.raw([0x4D, 0, 0])
        for field in fields {
            out.raw(padded(Array(field.name.utf8), 11, with: 0))
            out.raw([field.type.asciiValue ?? 0x43])
            out.zeros(4)
            out.raw([UInt8(field.width), UInt8(field.decimals)])
            out.zeros(14)
        }
        out.raw([0x0D])
        for record in records {
            out.raw([0x20])
            for (field, value) in zip(fields, record.values) { out.raw(cell(value, field)) }
        }
        out.raw([0x1A])
        return out.bytes
    }

    /// Texts to the left, numbers to the right; a text is cut between characters.
    private func cell(_ value: String, _ field: Field) -> [UInt8] {
        var text = value
        while GBKText.bytes(text).count > field.width { text.removeLast() }
        let bytes = GBKText.bytes(text)
        let blank = [UInt8](repeating: 0x20, count: field.width - bytes.count)
        return field.type == "N" ? blank + bytes : bytes + blank
    }

    private func padded(_ bytes: [UInt8], _ width: Int, with filler: UInt8) -> [UInt8] {
        Array((bytes + [UInt8](repeating: filler, count: width)).prefix(width))
    }
}
