import Enforcement
import LandGeometry

/// An entry laid over layer versions for a question of the moment (条目套合); nothing of it is recorded.
public struct EntryOverlay: Codable, Equatable, Sendable {
    /// What the ledger has on record from the same layer version.
    public enum Record: String, Codable, Sendable, CaseIterable {
        /// The same areas, to the last bit.
        case same
        /// Other areas: found by an older kernel, or the record does not belong to this ground.
        case different
        /// The entry was never judged under this version.
        case absent
    }

    /// The ground shared with one class.
    public struct Share: Codable, Equatable, Sendable {
        public var code: String
        public var area: Area
        /// Features of the layer that make it up.
        public var count: Int
        /// Those features, by their numbers.
        public var pieces: [Piece]
    }

    /// The ground shared with one feature of the layer (套合要素).
    public struct Piece: Codable, Equatable, Sendable {
        public var feature: Int
        public var area: Area
    }

    /// What one layer version says.
    public struct Layer: Codable, Equatable, Sendable {
        public var finding: Finding
        public var shares: [Share]
        /// Boundary rings whose box meets the entry's, edges that came near it, and edges held against its border.
        public var rings: Int
        public var edges: Int
        public var crossings: Int
        public var record: Record
    }

    public var entry: EntryNumber
    public var area: Area
    public var layers: [Layer]
}

extension EntryOverlay.Layer {
    /// What the kernel says of `patch`; what is on record is told by the caller.
    init(_ patch: PreparedPatch, area: Area, in version: LayerVersion, _ index: LayerIndex) {
        finding = LayerOverlay.finding(of: patch, area: area, in: version, index)
        let (overlaps, work) = index.explain(patch)
        let byClass = Dictionary(grouping: overlaps.filter { $0.area.recorded > .zero }) { index.codes[$0.classNumber] }
        shares = finding.areas.map { found in
            let pieces = byClass[found.code] ?? []
            return EntryOverlay.Share(
                code: found.code, area: found.area, count: pieces.count,
                pieces: pieces.map { EntryOverlay.Piece(feature: $0.feature, area: $0.area) })
        }
        (rings, edges, crossings) = (work.rings, work.edges, work.crossings)
        record = .absent
    }

    fileprivate func held(against findings: [Finding]) -> Self {
        var layer = self
        layer.record = findings.first { $0.version == finding.version }.map { $0 == finding ? .same : .different } ?? .absent
        return layer
    }
}

/// Which layer versions entries are laid over (套合图层).
public enum OverlayLayer: Equatable, Sendable {
    /// Every version an entry needs of this layer: by the date of occupation, and at present.
    case layer(LayerName)
    case version(LayerVersionID)
}

extension Caseworker {
    /// Lays entries over layers with the kernel and the prepared layers that judge them, and holds the areas against the record.
    ///
    /// - Parameter numbers: nil takes every entry the officer sees.
    /// - Parameter selections: none takes the versions each entry is judged by.
    /// - Throws: `CaseworkError.entryMustExist`, also for an entry of another unit; `CaseworkError.layerVersionMustExist`.
    public func overlay(
        _ numbers: [EntryNumber]?, over selections: [OverlayLayer] = [], by officer: Officer,
        progress: @escaping ProgressReport = { _ in }
    ) async throws -> [EntryOverlay] {
        guard let seen = EntryQuery().held(to: officer) else { throw CaseworkError.permissionMustBeHeld(.readEntries) }
        let versions = try await store.layerVersions()
        try selections.mustBeAmong(versions)
        let chosen: [EntryNumber]
        if let numbers { chosen = try await mustSee(numbers, officer) } else { chosen = try await self.numbers(seen) }
        var cases = try await casesToJudge(chosen, versions: versions)
        if !selections.isEmpty {
            for place in cases.indices { cases[place].versions = selections.versions(of: cases[place], among: versions) }
        }
        let overlay = LayerOverlay(layers: layers, versions: versions)
        let layers = try await overlay.answers(for: cases, progress: progress) { EntryOverlay.Layer($0, area: $1, in: $2, $3) }
        return zip(cases, layers).map { it, layers in
            EntryOverlay(entry: it.number, area: it.patch.area, layers: layers.map { $0.held(against: it.findings) })
        }
    }

    private func mustSee(_ numbers: [EntryNumber], _ officer: Officer) async throws -> [EntryNumber] {
        let seen = Set(try await store.entries(numbered: numbers).filter { $0.isVisible(to: officer) }.map(\.number))
        if let strange = numbers.first(where: { !seen.contains($0) }) { throw CaseworkError.entryMustExist(strange) }
        return numbers
    }
}

extension [OverlayLayer] {
    fileprivate func mustBeAmong(_ versions: [LayerVersion]) throws(CaseworkError) {
        for selection in self where !versions.contains(where: { selection.names($0) }) {
            throw .layerVersionMustExist(selection.id)
        }
    }

    /// Of a layer the versions that the entry needs, and every version that is named, in order of version.
    fileprivate func versions(of it: CaseToJudge, among versions: [LayerVersion]) -> [LayerVersionID] {
        versions.filter { version in
            contains(.version(version.id)) || (contains(.layer(version.layer)) && it.versions.contains(version.id))
        }.map(\.id)
    }
}

extension OverlayLayer {
    fileprivate var id: LayerVersionID {
        switch self {
        case .layer(let name): LayerVersionID(name.text)
        case .version(let id): id
        }
    }

    fileprivate func names(_ version: LayerVersion) -> Bool {
        switch self {
        case .layer(let name): version.layer == name
        case .version(let id): version.id == id
        }
    }
}
