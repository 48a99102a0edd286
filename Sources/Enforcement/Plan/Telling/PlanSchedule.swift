/// Everything in a plan that has a time (方案进度): phases, targets and tasks with their due dates, for a chart and its table.
///
/// Due dates stand as the notice writes them: with no day where it gives none, with two where it contradicts itself.
public struct PlanSchedule: Sendable, Equatable {
    public enum Sort: String, Sendable, CaseIterable {
        case phase, target, task, meeting, register
    }
    /// One due date (期限标记).
    public struct Mark: Sendable, Equatable {
        /// As the notice writes it.
        public var words: String
        public var status: Deadline.Status
        /// The day used; nil where there is none, or none is chosen.
        public var day: Day?
        /// Days the words can mean, one span for each reading.
        public var spans: [ClosedRange<Day>]
        /// Why that day.
        public var reason: String?
        public var isBeforeIssue: Bool
        /// What must be reached by then: a share, a number, a document.
        public var goal: String?
    }
    public struct Line: Sendable, Equatable {
        public var sort: Sort
        /// Where it stands in the outline.
        public var path: [String]
        public var title: String
        public var clause: String
        public var units: [String]
        /// First day of a phase.
        public var from: Day?
        public var marks: [Mark]
        /// Words of a time the plan has no day for: a phase as printed, how often a task recurs.
        public var words: String?
    }
    public let lines: [Line]

    public init(_ plan: Plan) {
        let maker = ScheduleMaker(plan: plan)
        lines =
            plan.phases.map(maker.line) + maker.targets
            + maker.lines(plan.tasks, .task, "tasks") + maker.lines(plan.meetings, .meeting, "meetings")
            + maker.lines(plan.registers, .register, "registers")
    }

    /// The days the chart must cover; nil where nothing has a day.
    public var span: ClosedRange<Day>? {
        let days = lines.flatMap { line in
            [line.from].compactMap { $0 }
                + line.marks.flatMap { [$0.day].compactMap { $0 } + $0.spans.flatMap { [$0.lowerBound, $0.upperBound] } }
        }
        guard let first = days.min(), let last = days.max() else { return nil }
        return first...last
    }
}

/// Turns phases, targets and tasks into lines (进度整理).
private struct ScheduleMaker {
    let plan: Plan

    func line(_ phase: Phase) -> PlanSchedule.Line {
        PlanSchedule.Line(
            sort: .phase, path: ["phases", phase.id], title: phase.title, clause: phase.clause, units: [], from: phase.from,
            marks: phase.until.map { [mark($0)] } ?? [], words: phase.words)
    }

    var targets: [PlanSchedule.Line] {
        plan.targets.enumerated().map { line($1, ["targets", $1.id.isEmpty ? "\($0 + 1)" : $1.id], $1.title) }
            + plan.categories.flatMap { category in
                category.targets.enumerated().map { place, target in
                    let path = ["categories", category.id, "targets", target.id.isEmpty ? "\(place + 1)" : target.id]
                    return line(target, path, "\(category.title)：\(target.title)")
                }
            }
    }

    private func line(_ target: PlanTarget, _ path: [String], _ title: String) -> PlanSchedule.Line {
        PlanSchedule.Line(
            sort: .target, path: path, title: title, clause: target.clause, units: titles(target.scope.units), from: nil,
            marks: target.stages.map { mark($0.due, goal: goal($0)) }, words: target.flow?.period?.text)
    }

    func lines(_ tasks: [PlanTask], _ sort: PlanSchedule.Sort, _ section: String) -> [PlanSchedule.Line] {
        tasks.enumerated().map { place, task in
            PlanSchedule.Line(
                sort: sort, path: [section, task.id.isEmpty ? "\(place + 1)" : task.id], title: task.title, clause: task.clause,
                units: titles(task.lead.isEmpty ? task.by : task.lead), from: nil, marks: task.due.map { mark($0) },
                words: task.recurs?.inWords)
        }
    }

    private func titles(_ units: [String]) -> [String] { units.map { plan.unit($0)?.title ?? $0 } }

    private func mark(_ due: Deadline, goal: String? = nil) -> PlanSchedule.Mark {
        PlanSchedule.Mark(
            words: due.text, status: due.status, day: due.day, spans: due.readings.map { $0.earliest...max($0.earliest, $0.latest) },
            reason: due.reason, isBeforeIssue: due.day.flatMap { day in plan.notice?.issued.map { day < $0 } } ?? false, goal: goal)
    }

    private func goal(_ stage: TargetStage) -> String? {
        [stage.share.map(PlanWording.percent), stage.count.map(String.init), stage.amount?.words, stage.milestone].compactMap { $0 }.first
    }
}

/// What another version does to a due date (期限变化).
public struct DueChange: Sendable, Equatable {
    public var line: PlanSchedule.Line
    /// Due dates in words with the days used, before and after; empty where the line is not there.
    public var before: [String]
    public var after: [String]
}

extension PlanSchedule {
    /// Lines whose due dates differ, by their places in the plan; those only one has come too.
    public func changes(to new: PlanSchedule) -> [DueChange] {
        let old = Dictionary(lines.map { ($0.path, $0) }) { first, _ in first }
        let next = Dictionary(new.lines.map { ($0.path, $0) }) { first, _ in first }
        let changed = new.lines.compactMap { line -> DueChange? in
            let before = old[line.path]?.told ?? []
            return before == line.told ? nil : DueChange(line: line, before: before, after: line.told)
        }
        return changed + lines.filter { next[$0.path] == nil && !$0.told.isEmpty }.map { DueChange(line: $0, before: $0.told, after: []) }
    }
}

extension PlanSchedule.Line {
    /// Its times in words.
    var told: [String] {
        [from.map { "\($0.text) –" }, marks.isEmpty ? words : nil].compactMap { $0 }
            + marks.map { mark in
                let day = mark.day.map { $0.text == mark.words ? "" : "＝\($0.text)" } ?? ""
                return [mark.words + day, mark.goal].compactMap { $0 }.joined(separator: " ")
            }
    }
}
