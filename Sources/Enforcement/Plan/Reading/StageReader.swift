import Yams

extension Kind where Value == [TargetStage] {
    /// A schedule: `{ 2021-12-31: 100% }`, its keys days or words of the notice, or a list of stages.
    static var stages: Kind {
        let list = nouns(TargetStage.form)
        return Kind(
            .either([
                .map(.either([.pattern(#"^[0-9.]+ ?%$"#, example: "85%"), Kind<Measured>.measured.shape()])),
                .list(.noun(TargetStage.form.shape)),
            ]),
            read: { node, reading in
                guard let mapping = node.mapping else { return reading.list(node).flatMap { _ in list.read(node, reading) } }
                return mapping.compactMap { pair in stage(pair.key, pair.value, reading) }
            }, tell: { stages, teller in .text(stages.map(teller.words).joined(separator: "；")) })
    }

    private static func stage(_ key: Node, _ value: Node, _ reading: Reading) -> TargetStage? {
        var stage = TargetStage()
        guard let due = Deadline.form.read(key, reading) else { return nil }
        if due.day == nil { reading.notes.report(.dayMustExist, at: key, found: due.text, suggestion: "2019-12-31") }
        stage.due = due
        if let amount = value.word.flatMap(Measured.init), amount.unit != .share {
            stage.amount = amount
            return stage
        }
        guard let share = Kind<Double>.share.read(value, reading) else { return nil }
        stage.share = share
        return stage
    }
}

extension Teller {
    /// `2022年6月30日前达到50%（按面积，处置率，分母为应处置到位的）`.
    func words(of stage: TargetStage) -> String {
        let reached = [
            stage.share.map { "达到\(PlanWording.percent($0))" }, stage.count.map { "达到\($0)宗" }, stage.amount.map { "完成\($0.words)" },
            stage.milestone,
        ]
        let basis = [stage.metric?.gloss.zh, stage.measure?.gloss.zh, stage.of.map { "分母为\($0.gloss.zh)" }].compactMap { $0 }
        return ([words(of: stage.due)] + reached.compactMap { $0 }).joined(separator: "，")
            + (basis.isEmpty ? "" : "（\(basis.joined(separator: "，"))）")
    }
}
