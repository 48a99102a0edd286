import Enforcement
import GeoFiles

extension CountyGround {
    /// Towns and the development zone (行政区): every one the union of its parcels.
    func unitLayer() -> DemonstrationLayer {
        var table = LayerTable("XZQ", "BSM YSDM XZQDM XZQMC JSMJ:r")
        for (unit, polygons) in regions(count: CountyNames.units.count, label: { $0.unit }).enumerated() {
            table.add(
                [
                    .text("9901010010" + (unit + 1).padded(8)), .text("1000600100"), .text(CountyNames.unitCode(unit) + "000"),
                    .text(CountyNames.units[unit]), .area(polygons.reduce(0) { $0 + $1.ellipsoidArea }),
                ], polygons)
        }
        return DemonstrationLayer(
            layer: LayerName("units"), title: "乡镇级行政区", version: "2018", validFrom: Day(number: 17_531), file: "layers/XZQ.geojson",
            format: .geojson, options: ExportOptions(), table: table.table)
    }
}
