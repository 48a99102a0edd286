import LandGeometry

/// The document a plan puts into practice (通知).
public struct Notice: Sendable, Equatable {
    public var issuer: String
    /// Document number, such as `周政办字〔2019〕22号`.
    public var number: String?
    public var issued: Day?
    public var isPublic: Bool
    /// Documents it rests on.
    public var parents: [String]
    /// Recipients of copies (抄送).
    public var copies: [String]

    public init(issuer: String, number: String?, issued: Day?, isPublic: Bool, parents: [String] = [], copies: [String] = []) {
        self.issuer = issuer
        self.number = number
        self.issued = issued
        self.isPublic = isPublic
        self.parents = parents
        self.copies = copies
    }
}

/// A unit or a group of units in the plan (单位): an office, or every town.
public struct PlanUnit: Sendable, Equatable {
    public enum Group: String, Sendable, CaseIterable {
        case town
        case developmentZone = "development-zone"
    }
    public var id: String
    public var title: String
    /// Set for a group, such as every town.
    public var every: Group?
    /// Duties as the notice words them.
    public var duty: String?
    public var clause: String?
}

/// A number of the plan with a name (参数), so that it can be seen, questioned and changed in one place.
public struct Parameter: Sendable, Equatable {
    public var name: String
    public var title: String
    public var amount: Amount
    /// False where neither notice nor law gives the number.
    public var isOfficial: Bool
    public var note: String?
}

/// An area or a share (数量).
public enum Amount: Sendable, Equatable {
    case area(Area)
    /// 0…1.
    case share(Double)
}

/// A control layer as the plan uses it (方案所用图层).
public struct PlanLayer: Sendable, Equatable {
    public var name: LayerName
    public var title: String
    /// Standard table name, by which files bind themselves: `YJJBNTTB`.
    public var table: String?
    /// Field with the class code.
    public var classField: String?
    public var scheme: String?
    /// Rank by which the strictest of several lines is told; 1 is strictest.
    public var strictness: Int?
    /// True for a layer that must cover every spot of the area, such as the survey: a gap in it is a gap of knowledge.
    public var coversAll: Bool
    /// Names for class codes: `允许建设区` → `010`.
    public var classes: [ClassName]
    public var clause: String?
}

/// A name for class codes of a layer (分区名).
public struct ClassName: Sendable, Equatable {
    public var name: String
    public var codes: [String]
}

/// A kind of problem the campaign looks for (问题类别).
public struct Category: Sendable, Equatable {
    public var id: String
    public var title: String
    public var clause: String
    public var lead: [String]
    public var implement: [String]
    /// What belongs to it; `always` for the category that takes the rest.
    public var scope: Condition
}

/// A batch of patches the notice names (工作对象).
public struct PlanBatch: Sendable, Equatable {
    public var id: String
    public var title: String
    public var clause: String
    /// `2018`, `2019Q1`, ….
    public var periods: [String]
    public var category: String?
}

/// Something the notice leaves blank, contradicts or does not say (存疑条款).
public struct OpenPoint: Sendable, Equatable {
    public var clause: String
    public var text: String
    /// How the plan reads it meanwhile; nil when it takes no side.
    public var reading: String?
}
