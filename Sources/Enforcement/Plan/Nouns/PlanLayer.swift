import LandGeometry

/// A number of the plan with a name (参数), so that it can be seen, questioned and changed in one place.
public struct Parameter: Sendable, Equatable {
    public var name = ""
    public var title = ""
    public var amount = Amount.share(0)
    /// False where neither notice nor law gives the number.
    public var isOfficial = true
    public var clause: String?
    public var note: String?
    public var position = SourcePosition(line: 1, column: 1)

    static let form: Form<Parameter> = Form(
        "parameter", Gloss("参数", "parameter"), Parameter(), id: .at(\.name), at: .at(\.position),
        finish: { it, _, reading in
            if !it.isOfficial { reading.notes.report(.numberIsNotOfficial, .note, at: it.position, found: it.name) }
        },
        [
            .must("title", \.title, .text, "名称", "what it is", .title),
            .must("value", \.amount, .amount, "数值", "an area or a share"),
            .may("official", \.isOfficial, .yesNo(no: "没有官方依据"), "有官方依据", "notice or law gives the number", .remark),
            .may("clause", \.clause, .text, "出处", "where in the notice", .clause),
            .may("note", \.note, .text, "说明", "note", .remark),
        ])
}

/// An area or a share (数量).
public enum Amount: Sendable, Equatable {
    case area(Area)
    /// 0…1.
    case share(Double)
}

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
