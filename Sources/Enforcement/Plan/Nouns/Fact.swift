import LandGeometry

/// Something a rule may ask about an entry (事实): computed from layers, dates, attributes or earlier entries, or asked of an officer.
public struct Fact: Sendable, Equatable {
    public var name: String
    public var title: String
    public var source: Source
    public var clause: String?
    public var note: String?
    public var position: SourcePosition

    public enum Source: Sendable, Equatable {
        case overlay(OverlayFact)
        case attribute(AttributeFact)
        case quantity(QuantityFact)
        case occurred(DateBound)
        /// The day on which the entry is judged, against a day: rules that begin or end on a date.
        case today(DateBound)
        case elapsed(ElapsedFact)
        case earlier(EarlierFact)
        case asked(AskedFact)
        case derived(DerivedFact)
    }

    /// The values it can take when it is known.
    public var domain: [FactValue.Value] {
        switch source {
        case .asked(let asked) where !asked.options.isEmpty: asked.options.map { .text($0.id) }
        case .attribute(let it) where !it.options.isEmpty: it.options.map { .text($0.name) }
        case .derived(.strictest(let facts)): (facts + ["none"]).map { .text($0) }
        default: [.yes, .no]
        }
    }
}

extension Fact {
    /// Days whose layer versions it asks for.
    var layerDays: [Day] {
        guard case .overlay(let it) = source else { return [] }
        return [it.selection.moment, it.less?.moment].compactMap { if case .on(let day) = $0 { day } else { nil } }
    }
}

/// Where something stands in the plan file, from 1 (行列位置).
public struct SourcePosition: Sendable, Equatable {
    public var line: Int
    public var column: Int
}

/// A fact measured on a layer (套合事实): the area of chosen classes against a bound.
public struct OverlayFact: Sendable, Equatable {
    /// Day by which the layer version is chosen (版本时点).
    public enum Moment: Sendable, Hashable {
        case occupation, present
        /// The version in force on a day the plan gives: 2019年三调.
        case on(Day)
    }
    /// Part of the entry that is measured (计量范围).
    public enum Part: String, PlanWord {
        case whole
        /// What the rule that held does not find lawful.
        case unlawful

        public var gloss: Gloss { self == .whole ? Gloss("全部", "all of it") : Gloss("违法部分", "its unlawful part") }
    }
    public var selection: LayerSelection
    /// Area taken off, such as basic farmland from cultivated land.
    public var less: LayerSelection?
    public var part: Part
    public var bound: Bound
}

/// Classes of a layer at a moment (图层选取).
public struct LayerSelection: Sendable, Equatable, Hashable {
    public var layer: LayerName
    public var moment: OverlayFact.Moment
    public var choice: ClassChoice
}

/// Which class codes count (地类选取).
public enum ClassChoice: Sendable, Equatable, Hashable {
    case everything
    /// Codes; one that ends in `*` stands for all that begin so.
    case codes([String])
    /// Classes of a scheme whose rule the program knows.
    case classes(Set<LandClass>, scheme: String)
    /// The class code is the last day of a term, which must not lie before the day of occupation.
    case inTerm
}

/// Attribute of the patch in a list of values, or sorted into options (属性事实). Blank means unknown.
public struct AttributeFact: Sendable, Equatable {
    /// Fields tried in order.
    public var fields: [String]
    /// Yes for these values, no for others.
    public var values: [String]
    /// Or one option per list of values; a value of none of them is unknown.
    public var options: [ClassName]
}

/// A day against a day (时间事实). Images give an interval; the answer may be unknown.
public struct DateBound: Sendable, Equatable {
    public var comparison: Comparison
    public var day: Day
}

/// Time passed since a day an attribute gives (经过时间), such as the agreed start of building.
public struct ElapsedFact: Sendable, Equatable {
    public var fields: [String]
    public var span: TimeSpan
}

/// A signed earlier entry on the same ground (往期事实).
public struct EarlierFact: Sendable, Equatable {
    public var verdicts: [Verdict]
    /// Least part of the entry the earlier one must cover.
    public var share: Double
}

/// A fact made of other facts (合成事实).
public enum DerivedFact: Sendable, Equatable {
    /// Yes where the condition holds.
    case condition(Condition)
    /// The first of these facts that holds, strictest first, or `none`; every candidate stays in the trace (从严).
    case strictest([String])
}

/// A question (待答事实).
public struct AskedFact: Sendable, Equatable {
    /// How silence is read.
    public enum Manner: String, PlanWord {
        /// Unknown until answered.
        case yesNo = "yes-no"
        /// Unknown until answered with one of the options.
        case choice
        /// Something an officer records when he finds it, with his name: until then it is not found.
        case finding

        public var gloss: Gloss {
            switch self {
            case .yesNo: Gloss("是否，未答即不明", "yes or no; unknown until answered")
            case .choice: Gloss("选择，未答即不明", "one of the options; unknown until answered")
            case .finding: Gloss("核查发现，没有记录就是没有发现", "recorded when found; silence means not found")
            }
        }
    }
    public struct Option: Sendable, Equatable {
        public var id: String
        public var title: String
    }
    public var manner: Manner
    public var options: [Option]
    public var by: [String]
    /// Several offices answer together, each with its opinion (综合论证).
    public var isJoint: Bool
    public var evidence: [String]
}
