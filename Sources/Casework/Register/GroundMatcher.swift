import Enforcement
import LandGeometry

/// When two grounds are held to be the same problem (同一地块判据).
///
/// The shares are our reading of “containment or high overlap”; the official 2023 rules are not public,
/// so they are parameters, not law (`reference/domain.md` 1.9 and 10).
public struct MatchRule: Sendable, Equatable {
    /// Shared area over a ground's own area from which that ground is held to lie within the other.
    public var containedShare: Double

    public init(containedShare: Double = 0.9) {
        self.containedShare = containedShare
    }

    /// Why the two are one; nil when they are not.
    public func match(patch: MultiPolygon, entry: MultiPolygon) -> GroundMatch? {
        let shared = LayerIndex.overlap(of: patch, with: entry)
        guard let ofPatch = shared.share(of: patch.area), let ofEntry = shared.share(of: entry.area) else { return nil }
        let kind: GroundMatch.Kind? =
            switch (ofPatch >= containedShare, ofEntry >= containedShare) {
            case (true, true): .same
            case (true, false), (false, true): .contained
            case (false, false): nil
            }
        return kind.map { GroundMatch(kind: $0, shareOfPatch: ofPatch, shareOfEntry: ofEntry) }
    }

    /// A point lies on the ground it falls in.
    public func match(point: Position, entry: MultiPolygon) -> GroundMatch? {
        entry.contains(point) ? GroundMatch(kind: .point, shareOfPatch: nil, shareOfEntry: nil) : nil
    }
}

/// Finds the entry a patch belongs to (同地匹配): first by ground, then by the sender's number.
///
/// Looks at the entries of the ledger and at those that the same act is about to create, so that two
/// patches of one file on the same ground make one entry.
struct GroundMatcher {
    var rule = MatchRule()
    private var cells: [Cell: [Int]] = [:]
    private var created: [(number: EntryNumber, ground: Ground, box: BoundingBox)] = []
    private var createdNumbers: [String: EntryNumber] = [:]

    enum Ground {
        case area(MultiPolygon, BoundingBox)
        case point(Position)
    }

    /// A square of 0.01°, about a kilometre: the unit of the search among new entries.
    private struct Cell: Hashable {
        var column: Int
        var row: Int
    }

    /// Remembers an entry that this act creates.
    mutating func add(_ number: EntryNumber, _ patch: Patch) {
        if let source = patch.sourceNumber { createdNumbers[source] = number }
        guard let ground = Ground(of: patch) else { return }
        for cell in cellsTouching(ground.box) { cells[cell, default: []].append(created.count) }
        created.append((number, ground, ground.box))
    }

    /// The best match among new entries and those of the ledger near the patch.
    func match(_ patch: Patch, among near: [EntryGround]) -> (number: EntryNumber, match: GroundMatch)? {
        guard let own = Ground(of: patch) else { return nil }
        let known = near.compactMap { entry in ground(of: entry).map { (entry.number, $0) } }
        let candidates = known + newEntries(near: own)
        let found = candidates.compactMap { number, ground in match(own, ground).map { (number: number, match: $0) } }
        return found.max { strength($0.match) < strength($1.match) }
    }

    /// A new entry with the same source number that has no ground to compare.
    func newEntry(withSourceNumber number: String) -> EntryNumber? { createdNumbers[number] }

    private func newEntries(near ground: Ground) -> [(EntryNumber, Ground)] {
        let box = ground.box
        let indices = cellsTouching(box).flatMap { cells[$0] ?? [] }.filter { created[$0].box.touches(box) }
        return Set(indices).sorted().map { (created[$0].number, created[$0].ground) }
    }

    private func match(_ patch: Ground, _ entry: Ground) -> GroundMatch? {
        switch (patch, entry) {
        case (.area(let shape, let box), .area(let other, let otherBox)):
            box.touches(otherBox) ? rule.match(patch: shape, entry: other) : nil
        case (.point(let position), .area(let other, _)):
            rule.match(point: position, entry: other)
        case (.area(let shape, _), .point(let position)):
            rule.match(point: position, entry: shape)
        case (.point(let a), .point(let b)):
            near(a, b) ? GroundMatch(kind: .point, shareOfPatch: nil, shareOfEntry: nil) : nil
        }
    }

    /// Repeated alarms of one camera: within about 30 m.
    private func near(_ a: Position, _ b: Position) -> Bool {
        abs(a.longitude - b.longitude) < 0.000_3 && abs(a.latitude - b.latitude) < 0.000_27
    }

    private func strength(_ match: GroundMatch) -> Double {
        (match.shareOfPatch ?? 0) + (match.shareOfEntry ?? 0)
    }

    private func ground(of entry: EntryGround) -> Ground? {
        entry.shape.map { .area($0, $0.box) } ?? entry.point.map { .point($0) }
    }

    private func cellsTouching(_ box: BoundingBox) -> [Cell] {
        let columns = Int((box.west * 100).rounded(.down))...Int((box.east * 100).rounded(.down))
        let rows = Int((box.south * 100).rounded(.down))...Int((box.north * 100).rounded(.down))
        return columns.flatMap { column in rows.map { Cell(column: column, row: $0) } }
    }
}

extension GroundMatcher.Ground {
    init?(of patch: Patch) {
        if let shape = patch.shape {
            self = .area(shape, shape.box)
        } else if let point = patch.point {
            self = .point(point)
        } else {
            return nil
        }
    }

    /// The box to search in; a point gets a margin of about 30 m.
    var box: BoundingBox {
        switch self {
        case .area(_, let box): box
        case .point(let p):
            BoundingBox(
                west: p.longitude - 0.000_3, south: p.latitude - 0.000_27, east: p.longitude + 0.000_3, north: p.latitude + 0.000_27)
        }
    }
}
