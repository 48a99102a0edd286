import Enforcement
import GeoFiles

extension CountyGround {
    /// The land survey of one year (国土调查): every parcel once, without gaps or overlaps.
    ///
    /// - Parameters:
    ///   - covers: class of every parcel in that year.
    ///   - merged: parcels drawn as one with the parcel they name, as surveyors tidy up between years.
    func surveyLayer(year: Int, covers: [LandCover], merged: [Int: Int]) -> DemonstrationLayer {
        var table = LayerTable(
            "DLTB",
            "BSM YSDM TBBH DLBM DLMC QSXZ QSDWDM QSDWMC ZLDWDM ZLDWMC TBMJ:r KCXS:r KCMJ:r TBDLMJ:r GDPDJB ZZSXDM CZCSXM SJNF:i BZ")
        var members = [[Int]](repeating: [], count: parcels.count)
        for i in parcels.indices { members[merged[i] ?? i].append(i) }
        for i in parcels.indices where !members[i].isEmpty {
            let polygon = members[i].count > 1 ? union(members[i]) ?? parcels[i].polygon : parcels[i].polygon
            table.add(surveyCells(i, cover: covers[i], year: year, polygon: polygon), [polygon])
        }
        let first = Day(year: year, month: 12, day: 31) ?? Day(number: 0)
        return DemonstrationLayer(
            layer: LayerName("survey"), title: "国土变更调查", version: String(year), validFrom: first,
            validTo: year == 2018 ? Day(number: first.number + 364) : nil, codeScheme: "SD3", classField: "DLBM",
            file: "layers/DLTB\(year).gpkg", format: .gpkg, options: ExportOptions(epsg: 4527), table: table.table)
    }

    private func surveyCells(_ i: Int, cover: LandCover, year: Int, polygon: PlanePolygon) -> [ExportTable.Cell] {
        let parcel = parcels[i]
        let seat = seat(of: i)
        let area = polygon.ellipsoidArea
        let isTown = parcel.setting == .town || parcel.setting == .zone || (parcel.place >= 0 && draft.places[parcel.place].isTown)
        let bund = cover == .dry ? 0.06 : 0
        let isState = isTown || [.river, .highway, .railway, .reservoir].contains(cover)
        return [
            .text("9901012001" + (i + 1).padded(8)), .text("2001010100"), .text((i + 1).padded(5)), .text(cover.rawValue),
            .text(cover.name),
            .text(isState ? "20" : "30"), .text(seat.code + "0000000"), .text(seat.name), .text(seat.code + "0000000"), .text(seat.name),
            .area(area), .real(bund), .area(area * bund), .area(area - (area * bund * 100).rounded() / 100),
            .text(cover.isCultivated ? (cover == .dry ? "3" : "1") : ""), .text(cover.isCultivated ? "LS" : ""),
            .text(cover.settlementCode(inTown: isTown, inVillage: parcel.place >= 0) ?? ""), .integer(year), .blank,
        ]
    }
}
