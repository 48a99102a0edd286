import Casework
import Enforcement
import LandGeometry

/// Titles of units and layers, which people know, for their codes (单位与图层名称).
struct Names {
    private let units: [UnitID: String]
    private let layers: [LayerName: String]
    private let flags: [String: String]

    init(_ casework: Caseworker) async throws {
        units = Dictionary(try await casework.store.units().map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
        flags = Dictionary(casework.plan.flags.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
        layers = Dictionary(casework.plan.layers.map { ($0.name, $0.title) }, uniquingKeysWith: { first, _ in first })
    }

    /// The unit's title; its code when the ledger does not know it; a dash for none.
    func unit(_ id: UnitID?) -> String { id.map { units[$0] ?? $0.text } ?? "—" }

    func flag(_ name: String) -> String { flags[name] ?? name }

    func layer(_ name: LayerName) -> String { layers[name] ?? name.text }
}
