import Enforcement
import GeoFiles

extension CountyGround {
    /// Permanent basic farmland (永久基本农田), parcel by parcel.
    func farmlandLayer() -> DemonstrationLayer {
        var table = LayerTable(
            "YJJBNTTB", "BSM YSDM XZQDM XZQMC YJJBNTTBBH TBBH DLBM DLMC QSXZ ZLDWDM ZLDWMC YJJBNTTBMJ:r YJJBNTMJ:r SJNF:i")
        for (i, parcel) in parcels.enumerated() where isFarmland(parcel) {
            let seat = seat(of: i)
            let area = parcel.polygon.ellipsoidArea
            table.add(
                [
                    .text("9901012005" + (i + 1).padded(8)), .text("2005010300"), .text(CountyNames.unitCode(parcel.unit)),
                    .text(CountyNames.units[parcel.unit]), .text((table.rows.count + 1).padded(6)), .text((i + 1).padded(5)),
                    .text(parcel.cover.rawValue), .text(parcel.cover.name), .text("30"), .text(seat.code + "0000000"), .text(seat.name),
                    .area(area), .area(area * (parcel.cover == .dry ? 0.94 : 1)), .integer(2017),
                ], [parcel.polygon])
        }
        return DemonstrationLayer(
            layer: LayerName("farmland"), title: "永久基本农田", version: "2017", validFrom: Day(number: 17_347), approval: "示政发〔2017〕9号",
            file: "layers/YJJBNTTB.zip", format: .shp, options: ExportOptions(epsg: 4527, encoding: "GBK"), table: table.table)
    }

    /// Ecological red line (生态保护红线).
    func redlineLayer() -> DemonstrationLayer {
        var table = LayerTable("STBHHX", "BSM YSDM XJXZQDM SJXZQMC XJXZQMC LHLX MJ:r")
        for (kind, polygons) in regions(count: 2, label: { (redline($0) ?? 0) - 1 }).enumerated() {
            for polygon in polygons {
                table.add(
                    [
                        .text("9901012006" + (table.rows.count + 1).padded(8)), .text("2006010100"), .text(CountyNames.code),
                        .text("示范市"), .text(CountyNames.county), .text(kind == 0 ? "水土保持" : "河湖滨岸带"), .area(polygon.ellipsoidArea),
                    ], [polygon])
            }
        }
        return DemonstrationLayer(
            layer: LayerName("redline"), title: "生态保护红线", version: "2018", validFrom: Day(number: 17_713), approval: "示政发〔2018〕17号",
            file: "layers/STBHHX.geojson", format: .geojson, options: ExportOptions(), table: table.table)
    }

    /// Nature reserve (自然保护地) in the hills: a core and a general control zone.
    func reserveLayer() -> DemonstrationLayer {
        var table = LayerTable("ZRBHD", "BSM MC GKFQDM GKFQMC MJ:r")
        for (kind, polygons) in regions(count: 2, label: { (reserve($0) ?? 0) - 1 }).enumerated() {
            for polygon in polygons {
                table.add(
                    [
                        .text("9901012007" + (table.rows.count + 1).padded(8)), .text("青岭自然保护区"), .text(kind == 0 ? "1" : "2"),
                        .text(kind == 0 ? "核心保护区" : "一般控制区"), .area(polygon.ellipsoidArea),
                    ], [polygon])
            }
        }
        return DemonstrationLayer(
            layer: LayerName("reserve"), title: "自然保护地", version: "2016", validFrom: Day(number: 16_801), classField: "GKFQDM",
            file: "layers/ZRBHD.gpkg", format: .gpkg, options: ExportOptions(), table: table.table)
    }
}
