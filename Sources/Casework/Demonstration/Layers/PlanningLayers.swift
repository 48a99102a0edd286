import Enforcement
import GeoFiles

extension CountyGround {
    /// Urban growth boundary (城镇开发边界).
    func growthLayer() -> DemonstrationLayer {
        var table = LayerTable("CZKFBJ", "BSM YSDM XZQDM XZQMC GHFQDM GHFQMC MJ:r")
        let names = ["城镇集中建设区", "城镇弹性发展区", "特别用途区"]
        for (kind, polygons) in regions(count: 3, label: { (growth($0) ?? 0) - 1 }).enumerated() {
            for polygon in polygons {
                table.add(
                    [
                        .text("9901012008" + (table.rows.count + 1).padded(8)), .text("2090020200"), .text(CountyNames.code),
                        .text(CountyNames.county), .text((kind + 1).padded(2)), .text(names[kind]), .area(polygon.ellipsoidArea),
                    ], [polygon])
            }
        }
        return DemonstrationLayer(
            layer: LayerName("growth"), title: "城镇开发边界", version: "2018", validFrom: Day(number: 17_713), classField: "GHFQDM",
            file: "layers/CZKFBJ.geojson", format: .geojson, options: ExportOptions(), table: table.table)
    }

    /// Building control zones of the land-use plan (建设用地管制区): they cover the whole county, town by town.
    func landUsePlanLayer() -> DemonstrationLayer {
        var table = LayerTable("JSYDGZQ", "BSM YSDM XZQDM XZQMC GZQLXDM GZQLXMC GZQMJ:r SM")
        let names = ["允许建设区", "有条件建设区", "限制建设区", "禁止建设区"]
        let parts = regions(count: CountyNames.units.count * 4) { $0.unit * 4 + planZone($0) - 1 }
        for (label, polygons) in parts.enumerated() {
            for polygon in polygons {
                table.add(
                    [
                        .text("9901012003" + (table.rows.count + 1).padded(8)), .text("2003020210"),
                        .text(CountyNames.unitCode(label / 4)), .text(CountyNames.units[label / 4]), .text("0\(label % 4 + 1)0"),
                        .text(names[label % 4]), .area(polygon.ellipsoidArea), .blank,
                    ], [polygon])
            }
        }
        return DemonstrationLayer(
            layer: LayerName("land-use-plan"), title: "土地利用总体规划建设用地管制区", version: "2006-2020", validFrom: Day(number: 13_149),
            approval: "示政函〔2017〕31号", codeScheme: "JSYDGZQ", classField: "GZQLXDM",
            file: "layers/JSYDGZQ.zip", format: .shp, options: ExportOptions(epsg: 4527, encoding: "GBK"), table: table.table)
    }
}
