import Enforcement

extension DemonstrationBatch {
    /// The batch as the province sends it: a zipped GBK Shapefile in EPSG:4527.
    public func zipped() -> [UInt8] {
        Shapefile(fields: DemonstrationBatch.fields, records: patches.map { record($0) }).zipped(
            name: "WPZF_" + CountyNames.code + "_" + period)
    }

    private static let fields: [Shapefile.Field] = [
        .init(name: "JCBH", type: "C", width: 30), .init(name: "XZQDM", type: "C", width: 12), .init(name: "XMC", type: "C", width: 60),
        .init(name: "TBLX", type: "C", width: 8), .init(name: "TZ", type: "C", width: 40), .init(name: "QSX", type: "C", width: 8),
        .init(name: "HSX", type: "C", width: 8), .init(name: "XZB", type: "N", width: 16, decimals: 3),
        .init(name: "YZB", type: "N", width: 16, decimals: 3), .init(name: "JCMJ", type: "N", width: 15, decimals: 2),
        .init(name: "DLBM", type: "C", width: 8), .init(name: "JCPC", type: "C", width: 12), .init(name: "BZ", type: "C", width: 100),
    ]

    private func record(_ patch: DraftPatch) -> Shapefile.Record {
        let middle = patch.outer.filter { $0.x.isFinite }.centre
        return Shapefile.Record(
            rings: patch.rings,
            values: [
                patch.number, CountyNames.code, CountyNames.county, patch.type, patch.feature, compact(patch.before), compact(patch.after),
                patch.rings.isEmpty ? "" : fixed(middle.x, 3), patch.rings.isEmpty ? "" : fixed(middle.y, 3),
                patch.statedArea.map { fixed($0, 2) } ?? "", patch.formerClass, period, patch.note,
            ])
    }

    private func compact(_ day: Day?) -> String { day?.text.replacing("-", with: "") ?? "" }

    private func fixed(_ value: Double, _ decimals: Int) -> String {
        let scale = decimals == 2 ? 100 : 1000
        let whole = Int((value * Double(scale)).rounded())
        return String(whole / scale) + "." + (whole % scale).padded(decimals)
    }
}
