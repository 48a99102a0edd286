import LandGeometry

/// Something a rule may ask about an entry (事实): computed from layers, dates, attributes or earlier entries, or asked of an officer.
public struct Fact: Sendable, Equatable {
    public var name: String
    public var title: String
    public var source: Source
    public var clause: String?
    public var position: SourcePosition

    public enum Source: Sendable, Equatable {
        case overlay(OverlayFact)
        case attribute(AttributeFact)
        case occurred(DateBound)
        case earlier(EarlierFact)
        case asked(AskedFact)
    }

    /// The values it can take when it is known.
    public var domain: [FactValue.Value] {
        if case .asked(let asked) = source, !asked.options.isEmpty { return asked.options.map { .text($0.id) } }
        return [.yes, .no]
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
    public enum Moment: String, Sendable, CaseIterable {
        case occupation, present
    }
    /// Part of the entry that is measured (计量范围).
    public enum Part: String, Sendable, CaseIterable {
        case whole
        /// What the rule that held does not find lawful.
        case unlawful
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

/// Attribute of the patch in a list of values (属性事实). Blank means unknown.
public struct AttributeFact: Sendable, Equatable {
    /// Fields tried in order.
    public var fields: [String]
    public var values: [String]
}

/// Day of occupation against a day (时间事实). Images give an interval; the answer may be unknown.
public struct DateBound: Sendable, Equatable {
    public var comparison: Comparison
    public var day: Day
}

/// A signed earlier entry on the same ground (往期事实).
public struct EarlierFact: Sendable, Equatable {
    public var verdicts: [Verdict]
    /// Least part of the entry the earlier one must cover.
    public var share: Double
}

/// A question (待答事实).
public struct AskedFact: Sendable, Equatable {
    /// How silence is read.
    public enum Manner: String, Sendable, CaseIterable {
        /// Unknown until answered.
        case yesNo = "yes-no"
        /// Unknown until answered with one of the options.
        case choice
        /// Something an officer records when he finds it, with his name: until then it is not found.
        case finding
    }
    public struct Option: Sendable, Equatable {
        public var id: String
        public var title: String
    }
    public var manner: Manner
    public var options: [Option]
    public var by: [String]
    public var evidence: [String]
}
