import Enforcement
import GeoFiles

extension Projects {
    /// Conversion of farmland approved (农用地转用).
    func approvalLayer() -> DemonstrationLayer {
        var table = LayerTable("ZZ_NYDZYFW", "YSDM XMDM AJBH XZQDM XMMC DKBH DKMC DKMJ:r PZWH PZSJ:d")
        for (i, paper) in approvals.enumerated() {
            table.add(
                [
                    .text("3003010000"), .text(xm(paper, i)), .text("NZY" + (i + 1).padded(5)), .text(CountyNames.code), .text(paper.name),
                    .text((i + 1).padded(3)), .text(paper.use), .area(paper.polygon.ellipsoidArea), .text(paper.document),
                    .date(paper.day.text),
                ], [paper.polygon])
        }
        return DemonstrationLayer(
            layer: LayerName("approvals"), title: "农用地转用批准范围", version: "2019-03", validFrom: Day(number: 17_167),
            file: "layers/ZZ_NYDZYFW.gpkg", format: .gpkg, options: ExportOptions(epsg: 4527), table: table.table)
    }

    /// Land supplied (供地).
    func supplyLayer() -> DemonstrationLayer {
        var table = LayerTable("GDXM", "YSDM XMDM DZJGH XZQDM XMMC GDFS GDMJ:r QDRQ:d")
        for (i, paper) in supplies.enumerated() {
            table.add(
                [
                    .text("3004010000"), .text(xm(paper, i)), .text(paper.document), .text(CountyNames.code), .text(paper.name),
                    .text(paper.use), .area(paper.polygon.ellipsoidArea), .date(paper.day.text),
                ], [paper.polygon])
        }
        return DemonstrationLayer(
            layer: LayerName("supply"), title: "供地范围", version: "2019-03", validFrom: Day(number: 17_167), file: "layers/GDXM.zip",
            format: .shp, options: ExportOptions(epsg: 4527, encoding: "GBK"), table: table.table)
    }

    /// Filings of facility farmland (设施农用地备案).
    func facilityLayer() -> DemonstrationLayer {
        var table = LayerTable("SSNYDBA", "BABH XMMC SJYT BAMJ:r BARQ:d XZQDM")
        for paper in facilities {
            table.add(
                [
                    .text(paper.document), .text(paper.name), .text(paper.use), .area(paper.polygon.ellipsoidArea), .date(paper.day.text),
                    .text(CountyNames.unitCode(paper.unit)),
                ], [paper.polygon])
        }
        return DemonstrationLayer(
            layer: LayerName("facility"), title: "设施农用地备案", version: "2019-06", validFrom: Day(number: 17_167),
            file: "layers/SSNYDBA.gpkg", format: .gpkg, options: ExportOptions(epsg: 4527), table: table.table)
    }

    /// Temporary use (临时用地); the class of a feature is the last day of its term, which rules compare with the day of occupation.
    func temporaryLayer() -> DemonstrationLayer {
        var table = LayerTable("LSYD_XMZDFW", "YSDM XMDM XZQDM XMMC LSYT PZWH PZMJ:r QSRQ:d ZZRQ")
        for (i, paper) in temporaries.enumerated() {
            table.add(
                [
                    .text("3005010000"), .text(xm(paper, i)), .text(CountyNames.code), .text(paper.name), .text(paper.use),
                    .text(paper.document), .area(paper.polygon.ellipsoidArea), .date(paper.day.text),
                    .text(paper.until?.text ?? ""),
                ], [paper.polygon])
        }
        return DemonstrationLayer(
            layer: LayerName("temporary"), title: "临时用地", version: "2019-06", validFrom: Day(number: 17_167), classField: "ZZRQ",
            file: "layers/LSYD_XMZDFW.geojson", format: .geojson, options: ExportOptions(), table: table.table)
    }

    /// Project code (项目代码).
    private func xm(_ paper: Project, _ i: Int) -> String { "\(paper.day.components.year)-990101-47-03-" + (i + 1).padded(6) }
}
