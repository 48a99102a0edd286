import ArgumentParser
import Casework
import Enforcement
import Foundation
import Site

/// `landledger layer …`: control layers in versions.
struct LayerCommand: AsyncParsableCommand {
    static let configuration = CommandHelp.group(
        "layer", "管控图层", "Control layers: add a version, list versions.", [Add.self, List.self], by: List.self)

    struct Add: AsyncParsableCommand {
        static let configuration = CommandHelp(
            "图层入库", "Adopt a control layer in a new version.",
            about: Phrase(
                "按标准表名认图层（YJJBNTTB、STBHHX、CZKFBJ、JSYDGZQ、DLTB、ZZ_NYDZYFW 等），否则用 --layer-name 指明。",
                "Bound by its standard table name (YJJBNTTB, STBHHX, CZKFBJ, JSYDGZQ, DLTB, ZZ_NYDZYFW, …), or by --layer-name."),
            examples: [
                "layer add YJJBNTTB.zip --version 2018 --from 2018-01-01 --approval 示政〔2018〕3号",
                "layer add oa.gpkg --layer-name survey --version 2011 --class-field code",
            ],
            more: [.question]
        ).configuration()
        @OptionGroup var common: CommonOptions
        @OptionGroup var reading: ReadingOptions
        @Argument(help: "矢量文件 Vector file.") var file: String
        @Option(help: "版本：年份、日期或批文号 Label of the version.") var version: String
        @Option(help: "方案中的图层名 Name of the layer in plans, when the table name does not tell.") var layerName: String?
        @Option(help: "图层标题 Title for people.") var title: String?
        @Option(help: "生效日期，如 2018-01-01 First day in force.") var from: DayArgument?
        @Option(help: "失效日期 Last day in force.") var to: DayArgument?
        @Option(help: "批准文件 Approving document.") var approval: String?
        @Option(help: "分类代码字段 Field of the class code.") var classField: String?
        @Option(help: "分类代码体系 Scheme of the class codes: SD3, GBT21010-2017, YDYH2023, …") var codeScheme: String?

        func run() async throws {
            try await Terminal.run(common) { casework, officer, terminal in
                let outcome = try await casework.addLayer(order, by: officer, progress: terminal.progress)
                terminal.show(LayerAnswer(outcome)) { LayerAnswer.lines(outcome, terminal) }
            }
        }

        private var order: LayerOrder {
            var order = LayerOrder(
                path: file, fileName: URL(fileURLWithPath: file).lastPathComponent, layer: layerName.map { LayerName($0) }, version: version
            )
            order.title = title
            order.validFrom = from?.day
            order.validTo = to?.day
            order.approval = approval
            order.sourceLayer = reading.layer
            order.classField = classField
            order.codeScheme = codeScheme
            order.coordinates = reading.coordinates
            order.transformation = reading.transformation
            order.encoding = reading.encoding
            return order
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandHelp(
            "图层版本", "List layers and their versions.", examples: ["layer list", "layer list --json"]
        ).configuration()
        @OptionGroup var common: CommonOptions

        func run() async throws {
            try await Terminal.run(common) { casework, _, terminal in
                let versions = try await casework.store.layerVersions()
                terminal.show(versions) {
                    terminal.list(
                        versions.map { version in
                            "\(version.id)  \(version.title)  \(version.featureCount)  \(version.validFrom?.text ?? "…")–\(version.validTo?.text ?? "…")  "
                                + "\(version.codeScheme ?? "")  \(version.sourceFile)  \(version.sourceDigest.prefix(12))"
                        })
                }
            }
        }
    }
}

/// What `layer add --json` prints.
struct LayerAnswer: Encodable {
    var version: LayerVersion
    var wasKnown: Bool
    var remarks: [Remark]

    init(_ outcome: LayerOutcome) {
        version = outcome.version
        wasKnown = outcome.wasKnown
        remarks = outcome.remarks
    }

    static func lines(_ outcome: LayerOutcome, _ terminal: Terminal) -> [String] {
        let version = outcome.version
        return [
            "\(version.id)  \(version.title)  \(terminal.text("layer.features")) \(version.featureCount)  "
                + "\(terminal.text("batch.refused")) \(version.refused)  \(version.codeScheme ?? "")"
        ] + terminal.remarkLines(outcome.remarks)
    }
}
