/// A unit or a group of units in the plan (单位): an office, or every town.
public struct PlanUnit: Sendable, Equatable {
    public enum Group: String, PlanWord {
        case town
        case developmentZone = "development-zone"
        case province, city, county, village, department
        case landReserve = "land-reserve"
        /// Field offices of the bureau (自然资源所).
        case station
        /// Enterprises the notice addresses, such as every mine.
        case enterprise
        /// Whoever the matter concerns (相关单位).
        case concerned

        public var gloss: Gloss {
            switch self {
            case .town: Gloss("各镇（街道）", "every town")
            case .developmentZone: Gloss("各开发区", "every development zone")
            case .province: Gloss("各省（区、市）", "every province")
            case .city: Gloss("各市（州）", "every city")
            case .county: Gloss("各区（县）", "every county")
            case .village: Gloss("各村（居）", "every village")
            case .department: Gloss("各部门", "every department")
            case .landReserve: Gloss("各土地储备机构", "every land reserve agency")
            case .station: Gloss("各自然资源所", "every field office")
            case .enterprise: Gloss("各企业（矿山）", "every enterprise")
            case .concerned: Gloss("有关单位（未逐一列名）", "units concerned, not named")
            }
        }
        /// Groups whose members stand for an area by themselves.
        var hasArea: Bool {
            switch self {
            case .province, .city, .county, .town, .developmentZone, .village, .station: true
            case .department, .landReserve, .enterprise, .concerned: false
            }
        }
    }
    public var id = ""
    public var title = ""
    /// Set for a group, such as every town.
    public var every: Group?
    public var members: [String] = []
    /// How many members the notice counts.
    public var count: Int?
    /// Ground the unit answers for, in words or as a division code.
    public var jurisdiction: String?
    public var level: Level?
    /// Unit above it (上级单位).
    public var under: String?
    /// Duties as the notice words them.
    public var duty: String?
    public var clause: String?
    public var position = SourcePosition(line: 1, column: 1)
    public var own: [String] = []

    static let form: Form<PlanUnit> = Form(
        "unit", Gloss("单位", "unit or group of units"), PlanUnit(), id: .at(\.id), at: .at(\.position), short: "title",
        [
            .must("title", \.title, .text, "名称", "name", .title),
            .may("every", \.every, .word(), "范围", "a group: every unit of this kind", .remark),
            .may("members", \.members, .texts, "成员", "members of the group, where the notice names them"),
            .may("count", \.count, .integer, "通知所计数目", "how many members the notice counts"),
            .may("jurisdiction", \.jurisdiction, .text, "辖区", "ground it answers for: whole, or its name or code"),
            .may("level", \.level, .word(), "层级", "level", .remark),
            .may("under", \.under, .name(.unit), "上级单位", "unit above it"),
            .may("duty", \.duty, .text, "职责", "duties as the notice words them"),
            .may("clause", \.clause, .text, "出处", "where in the notice", .clause),
            .own(\.own),
        ])
}

/// A level of government or of acceptance (层级).
public enum Level: String, PlanWord {
    case nation, province, city, county, department, town, village, unit

    public var gloss: Gloss {
        switch self {
        case .nation: Gloss("国家", "nation")
        case .province: Gloss("省级", "province")
        case .city: Gloss("市级", "city")
        case .county: Gloss("区（县）级", "county")
        case .department: Gloss("主管部门", "department in charge")
        case .town: Gloss("镇（街道）级", "town")
        case .village: Gloss("村级", "village")
        case .unit: Gloss("责任单位自查", "the unit itself")
        }
    }
}

/// A body set up for the campaign (工作机构): a leading group, its office, a task force.
public struct PlanBody: Sendable, Equatable {
    public var id = ""
    public var title = ""
    public var clause: String?
    /// Body of which it is a part: a working group of the leading group.
    public var partOf: String?
    public var host: String?
    public var heads: [String] = []
    public var deputies: [String] = []
    public var members: [String] = []
    public var offices: [String] = []
    public var functions: [String] = []
    /// When it is dissolved.
    public var ends: String?
    public var note: String?
    public var own: [String] = []

    static let form: Form<PlanBody> = Form(
        "body", Gloss("工作机构", "body"), PlanBody(), id: .at(\.id),
        [
            .must("title", \.title, .text, "名称", "name", .title),
            .may("clause", \.clause, .text, "出处", "where in the notice", .clause),
            .may("part-of", \.partOf, .name(.body), "隶属", "body of which it is a part"),
            .may("host", \.host, .name(.unit), "设在", "unit that hosts it"),
            .may("heads", \.heads, .texts, "负责人（职务）", "heads, by office"),
            .may("deputies", \.deputies, .texts, "副职（职务）", "deputies, by office"),
            .may("members", \.members, .names(.unit), "成员单位", "member units"),
            .may("offices", \.offices, .texts, "成员（职务）", "members, by office"),
            .may("functions", \.functions, .texts, "职能", "functions"),
            .may("ends", \.ends, .text, "撤销", "when it is dissolved"),
            .may("note", \.note, .text, "说明", "note", .remark),
            .own(\.own),
        ])
}
