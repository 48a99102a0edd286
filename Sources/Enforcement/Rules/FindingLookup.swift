import LandGeometry

/// Areas of an entry on the layers, with what is not known kept as an interval (套合取数).
///
/// Three things make an area uncertain: a spot that a layer which must cover everything leaves out, ground
/// outside the area the plan's layers speak for, and class codes that cannot be read. Each widens the
/// interval upwards; a bound that the whole interval meets or misses is still decided.
struct FindingLookup {
    let thing: JudgedThing
    let plan: Plan
    private let findings: [LayerVersionID: Finding]
    private let chosen: [OverlayFact.Moment: [LayerName: LayerVersion]]

    init(thing: JudgedThing, plan: Plan) {
        self.thing = thing
        self.plan = plan
        findings = Dictionary(thing.findings.map { ($0.version, $0) }) { first, _ in first }
        var chosen: [OverlayFact.Moment: [LayerName: LayerVersion]] = [
            .occupation: LayerChoice.versions(on: thing.occupation, among: thing.layers),
            .present: LayerChoice.versions(on: thing.present, among: thing.layers),
        ]
        for day in plan.layerDays { chosen[.on(day)] = LayerChoice.versions(on: day, among: thing.layers) }
        self.chosen = chosen
    }

    func value(of it: OverlayFact, _ fact: Fact, split: LawfulSplit?) -> FactValue {
        let day = self.day(of: it.selection.moment)
        guard let finding = finding(it.selection), thing.area > .zero else {
            return FactValue(fact, .unknown, source: "\(it.selection.layer)@? \(day?.text ?? "")")
        }
        guard var range = range(it.selection) else { return FactValue(fact, .unknown, source: finding.version.text) }
        if let less = it.less {
            guard let other = self.range(less) else {
                return FactValue(fact, .unknown, source: "\(less.layer)@? \(self.day(of: less.moment)?.text ?? "")")
            }
            range = range.less(other, whole: thing.area)
        }
        var whole = thing.area
        if it.part == .unlawful, let split {
            range = range.within(split.unlawful, of: whole)
            whole = split.unlawful
        }
        let source = [finding.version.text, it.less.flatMap(self.finding)?.version.text].compactMap { $0 }.joined(separator: " − ")
        let truth = it.bound.truth(of: range, whole: whole)
        return FactValue(fact, FactValue.Value(truth), source: source, area: range.low, share: range.low.share(of: whole))
    }

    private func day(of moment: OverlayFact.Moment) -> Day? {
        switch moment {
        case .present: thing.present
        case .occupation: thing.occupation
        case .on(let day): day
        }
    }

    private func finding(_ selection: LayerSelection) -> Finding? {
        finding(of: selection.layer, at: selection.moment)
    }

    private func finding(of layer: LayerName, at moment: OverlayFact.Moment) -> Finding? {
        chosen[moment]?[layer].flatMap { findings[$0.id] }
    }

    private func range(_ selection: LayerSelection) -> AreaRange? {
        guard let finding = finding(selection) else { return nil }
        var sure = Area.zero
        var open = Area.zero
        for part in finding.areas {
            switch counts(part.code, for: selection.choice) {
            case .yes: sure += part.area
            case .no: break
            case .unknown: open += part.area
            }
        }
        let low = min(sure, thing.area)
        return AreaRange(low: low, high: min(low + open + unseen(finding), thing.area))
    }

    /// The area for which the layer's silence says nothing.
    private func unseen(_ finding: Finding) -> Area {
        guard finding.layer != plan.ground else { return .zero }
        let gap = plan.layer(finding.layer)?.coversAll == true ? finding.uncovered : min(finding.uncovered, outside)
        return gap > plan.tolerance ? gap : .zero
    }

    /// The part of the entry off the ground of the plan; all of it when nobody has said what the ground is.
    private var outside: Area {
        guard let ground = plan.ground else { return .zero }
        return finding(of: ground, at: .present)?.uncovered ?? thing.area
    }

    private func counts(_ code: String, for choice: ClassChoice) -> Truth {
        switch choice {
        case .everything: return .yes
        case .codes(let patterns): return code.isEmpty ? .unknown : Truth(patterns.contains { matches(code, $0) })
        case .classes(let classes, let scheme):
            return LandClass(code: code, scheme: scheme).map { Truth(classes.contains($0)) } ?? .unknown
        case .inTerm:
            guard let end = Day(code), let day = thing.occupation else { return .unknown }
            return Truth(day <= end)
        }
    }

    private func matches(_ code: String, _ pattern: String) -> Bool {
        pattern.hasSuffix("*") ? code.hasPrefix(pattern.dropLast()) : code == pattern
    }
}
