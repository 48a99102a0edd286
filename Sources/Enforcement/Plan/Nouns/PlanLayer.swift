import LandGeometry
import Yams

/// A control layer as the plan uses it (方案所用图层).
public struct PlanLayer: Sendable, Equatable {
    public enum Cover: String, PlanWord {
        case all, part

        public var gloss: Gloss {
            self == .all ? Gloss("必须铺满，空缺即不明", "covers every spot; a gap is unknown") : Gloss("只盖一部分", "covers only some spots")
        }
    }
    public var name = LayerName("")
    public var title = ""
    /// Standard table name, by which files bind themselves: `YJJBNTTB`.
    public var table: String?
    /// Field with the class code.
    public var classField: String?
    public var scheme: String?
    /// Rank by which the strictest of several lines is told; 1 is strictest.
    public var strictness: Int?
    public var cover = Cover.part
    /// Names for class codes: `允许建设区` → `010`.
    public var classes: [ClassName] = []
    /// Versions the notice names: 2019年三调, 2023年变更调查.
    public var versions: [NamedVersion] = []
    public var basis: String?
    public var clause: String?
    var id: String {
        get { name.text }
        set { name = LayerName(newValue) }
    }

    /// True for a layer that must cover every spot of the area, such as the survey: a gap in it is a gap of knowledge.
    public var coversAll: Bool { cover == .all }

    static let form: Form<PlanLayer> = Form(
        "layer", Gloss("管控图层", "control layer"), PlanLayer(), id: .at(\.id),
        [
            .must("title", \.title, .text, "名称", "name", .title),
            .may("table", \.table, .text, "标准表名", "standard table name, by which files bind themselves", .remark),
            .may("class-field", \.classField, .text, "分类字段", "field with the class code", .remark),
            .may("scheme", \.scheme, .text, "分类体系", "code scheme, such as SD3", .remark),
            .may("strictness", \.strictness, .integer, "严格次序", "rank among control lines; 1 is strictest", .remark),
            .may("covers", \.cover, .word(), "覆盖", "whether it covers every spot", .remark),
            .may("classes", \.classes, .classNames, "分类名称", "names for class codes", .remark),
            .may("versions", \.versions, .layerVersions, "版本", "versions the notice names, by their day"),
            .may("basis", \.basis, .text, "依据", "law or plan behind it", .remark),
            .may("clause", \.clause, .text, "出处", "where in the notice", .clause),
        ])
}

/// A name for class codes of a layer (分区名).
public struct ClassName: Sendable, Equatable {
    public var name: String
    public var codes: [String]
}

extension Kind where Value == [ClassName] {
    static var classNames: Kind {
        Kind(
            .map(.either([.text, .list(.text)])),
            read: { node, reading in
                reading.mapping(node)?.map { pair in
                    ClassName(name: pair.key.word ?? "", codes: reading.oneOrMany(pair.value).compactMap { reading.text($0) })
                }
            }, tell: { names, _ in .text(names.map { "\($0.name)（\($0.codes.joined(separator: "、"))）" }.joined(separator: "、")) })
    }
}

/// A version of a layer under the name the notice gives it (版本名).
public struct NamedVersion: Sendable, Equatable {
    public var name: String
    /// A day on which that version is in force.
    public var day: Day
}

extension Kind where Value == [NamedVersion] {
    /// `{ 三调: 2019-12-31, 2023年度变更调查: 2023-12-31 }`.
    static var layerVersions: Kind {
        Kind(
            .map(Kind<Day>.day.shape()),
            read: { node, reading in
                reading.mapping(node)?.compactMap { pair in
                    Kind<Day>.day.read(pair.value, reading).map { NamedVersion(name: pair.key.word ?? "", day: $0) }
                }
            },
            tell: { versions, _ in
                versions.isEmpty ? .nothing : .text(versions.map { "\($0.name)（\($0.day.words)）" }.joined(separator: "、"))
            })
    }
}
