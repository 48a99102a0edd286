import LandGeometry

/// Something an officer must know about a row or a file that came in (接收备注). Data, not an error:
/// good rows go in beside it.
///
/// The wording is made at the edge from `rule` and `values`; the catalogue holds it in Chinese and English.
public struct Remark: Codable, Equatable, Sendable {
    public enum Effect: String, Codable, CaseIterable, Sendable {
        /// Told, nothing changed.
        case noted
        /// The row went in after an unambiguous repair.
        case repaired
        /// The row stayed out.
        case refused

        /// What an officer reads first: rows that stayed out, then repaired ones.
        public static let gravest: [Effect] = [.refused, .repaired, .noted]
    }
    /// Row in the file, from 1; nil when the remark is about the whole file.
    public var row: Int?
    public var effect: Effect
    /// Name of the rule broken, such as `ring-must-not-cross-itself`.
    public var rule: String
    /// Where in the row: a field, a part or ring, a cell.
    public var place: String?
    /// What stands there.
    public var found: String?
    public var areaBefore: Area?
    public var areaAfter: Area?

    public init(
        row: Int?, effect: Effect, rule: String, place: String? = nil, found: String? = nil,
        areaBefore: Area? = nil, areaAfter: Area? = nil
    ) {
        self.row = row
        self.effect = effect
        self.rule = rule
        self.place = place
        self.found = found
        self.areaBefore = areaBefore
        self.areaAfter = areaAfter
    }
}
