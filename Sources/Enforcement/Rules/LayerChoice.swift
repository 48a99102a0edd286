/// Which version of a layer speaks for a day (图层版本选用).
///
/// Legality takes the version in force when the land was occupied, disposition the one in force now
/// (`design/model.md`, Verdict). Where no version covers the day there is none: the fact is then unknown.
public enum LayerChoice {
    /// The version of `layer` in force on `day`; of several, the one that came into force last.
    public static func version(of layer: LayerName, on day: Day?, among versions: [LayerVersion]) -> LayerVersion? {
        guard let day else { return nil }
        return versions.filter { $0.layer == layer && $0.isInForce(on: day) }.max(by: isOlder)
    }

    /// One version per layer.
    public static func versions(on day: Day?, among versions: [LayerVersion]) -> [LayerName: LayerVersion] {
        guard let day else { return [:] }
        var chosen: [LayerName: LayerVersion] = [:]
        for version in versions where version.isInForce(on: day) {
            if let other = chosen[version.layer], !isOlder(other, version) { continue }
            chosen[version.layer] = version
        }
        return chosen
    }

    /// Every version a proposal needs findings of, sorted: those of the day of occupation, those of the present, and those of
    /// the days the plan itself names (`Plan.layerDays`).
    public static func needed(occupation: Day?, present: Day, days: [Day] = [], among versions: [LayerVersion]) -> [LayerVersion] {
        let chosen = ([occupation, present] + days).flatMap { self.versions(on: $0, among: versions).values }
        var seen: Set<LayerVersionID> = []
        return chosen.filter { seen.insert($0.id).inserted }.sorted { $0.id < $1.id }
    }

    private static func isOlder(_ a: LayerVersion, _ b: LayerVersion) -> Bool {
        let from = (a.validFrom?.number ?? Int.min, b.validFrom?.number ?? Int.min)
        return from.0 != from.1 ? from.0 < from.1 : a.id < b.id
    }
}
