/// A way in which problems become known (线索来源).
public struct ClueSource: Sendable, Equatable {
    public enum Family: String, PlanWord {
        case sky, air, ground, net, register

        public var gloss: Gloss {
            switch self {
            case .sky: Gloss("天（卫星）", "satellites")
            case .air: Gloss("空（无人机、高塔）", "drones and towers")
            case .ground: Gloss("地（巡查、举报）", "patrols and people")
            case .net: Gloss("网（网络、媒体）", "network and media")
            case .register: Gloss("既有台账与反馈", "registers and feedback of others")
            }
        }
    }
    public var id = ""
    public var title = ""
    public var family: Family?
    public var clause: String?
    public var note: String?
    public var own: [String] = []

    static let form: Form<ClueSource> = Form(
        "source", Gloss("线索来源", "source of clues"), ClueSource(), id: .at(\.id), short: "title",
        [
            .must("title", \.title, .text, "名称", "name", .title),
            .may("family", \.family, .word(), "类别", "sky, air, ground, net or register", .remark),
            .may("clause", \.clause, .text, "出处", "where in the notice", .clause),
            .may("note", \.note, .text, "要求", "what is asked of it"),
            .own(\.own),
        ])
}

/// A batch of patches the notice names (工作对象).
public struct PlanBatch: Sendable, Equatable {
    public var id = ""
    public var title = ""
    public var clause = ""
    /// `2018`, `2019Q1`, ….
    public var periods: [String] = []
    public var category: String?
    public var note: String?
    public var own: [String] = []

    static let form: Form<PlanBatch> = Form(
        "batch", Gloss("工作对象", "batch the notice names"), PlanBatch(), id: .at(\.id),
        [
            .must("title", \.title, .text, "名称", "name", .title),
            .must("clause", \.clause, .text, "出处", "where in the notice", .clause),
            .may("periods", \.periods, .periods, "期间", "periods such as 2018 or 2019Q1"),
            .may("category", \.category, .name(.category), "问题类别", "category its entries belong to"),
            .may("note", \.note, .text, "说明", "note", .remark),
            .own(\.own),
        ])
}

/// A mark for filters and statistics (专题标签).
public struct Tag: Sendable, Equatable {
    public enum Family: String, PlanWord {
        case nonAgricultural = "non-agricultural"
        case nonGrain = "non-grain"
        case topic

        public var gloss: Gloss {
            switch self {
            case .nonAgricultural: Gloss("非农化", "turned to non-agricultural use")
            case .nonGrain: Gloss("非粮化", "turned from grain")
            case .topic: Gloss("专题", "special topic")
            }
        }
    }
    public var id = ""
    public var title = ""
    public var family: Family?
    public var condition: Condition?
    public var clause: String?
    public var note: String?
    public var own: [String] = []

    static let form: Form<Tag> = Form(
        "tag", Gloss("专题标签", "tag"), Tag(), id: .at(\.id), short: "title",
        [
            .must("title", \.title, .text, "名称", "name", .title),
            .may("family", \.family, .word(), "归口", "family under which it is counted", .remark),
            .may("when", \.condition, .condition, "条件", "when an entry bears it; else an officer sets it"),
            .may("clause", \.clause, .text, "出处", "where in the notice", .clause),
            .may("note", \.note, .text, "要求", "what is asked"),
            .own(\.own),
        ])
}

/// A phase of the campaign (阶段).
public struct Phase: Sendable, Equatable {
    public var id = ""
    public var title = ""
    public var clause = ""
    public var from: Day?
    public var until: Deadline?
    public var words: String?
    public var work: [String] = []
    public var position = SourcePosition(line: 1, column: 1)
    public var own: [String] = []

    static let form: Form<Phase> = Form(
        "phase", Gloss("阶段", "phase"), Phase(), id: .at(\.id), at: .at(\.position), finish: { $0.settle($2) },
        [
            .must("title", \.title, .text, "名称", "name", .title),
            .must("clause", \.clause, .text, "出处", "where in the notice", .clause),
            .may("words", \.words, .text, "原文时段", "its time as printed"),
            .may("from", \.from, .startDay, "起", "first day, or its words"),
            .may("until", \.until, .deadline, "止", "last day"),
            .may("work", \.work, .texts, "工作", "what is done in it"),
            .own(\.own),
        ])

    /// A time printed as 9月15日至12月31日 gives both ends where they are not written apart.
    private mutating func settle(_ reading: Reading) {
        // Words that say more than the two days are not taken apart.
        guard from == nil, until == nil, let words, !words.contains(where: { "前，、；".contains($0) }),
            let span = DeadlineWords(words, in: DeadlineSetting(reading.plan)), [.range, .window].contains(span.manner)
        else { return }
        from = span.earliest
        var end = Deadline()
        end.day = span.latest
        end.words = words
        end.readings = [span]
        end.position = position
        until = end
    }
}

extension Kind where Value == Day {
    /// The first day of something: a day, or words whose first day counts; 即日起 is the day of issue.
    static var startDay: Kind {
        Kind(
            .text,
            read: { node, reading in
                guard let word = reading.text(node) else { return nil }
                let setting = DeadlineSetting(reading.plan)
                if ["即日", "即日起", "印发之日", "印发之日起"].contains(word), let issued = setting.issued { return issued }
                if let day = Day(word) ?? DeadlineWords(word, in: setting)?.earliest { return day }
                reading.notes.report(.dayMustExist, at: node, found: word, suggestion: Repair.day(word) ?? "2019-05-01")
                return nil
            }, tell: { day, _ in .text(day.words) })
    }
}

extension Kind where Value == [String] {
    /// `2018`, `2019Q1`, told as `2018年、2019年第1季度`.
    static var periods: Kind {
        Kind(
            texts.shape(), read: texts.read,
            tell: { periods, _ in
                let words = periods.map { period -> String in
                    let parts = period.split(separator: "Q")
                    guard parts.allSatisfy({ Int($0) != nil }), let year = parts.first else { return period }
                    return parts.count == 2 ? "\(year)年第\(parts[1])季度" : "\(year)年"
                }
                return words.isEmpty ? .nothing : .text(words.joined(separator: "、"))
            })
    }
}
