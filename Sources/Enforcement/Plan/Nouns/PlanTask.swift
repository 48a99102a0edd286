/// Work owed by units that is not tied to one parcel (任务): tasks, meetings, register entries.
public struct PlanTask: Sendable, Equatable {
    public enum Sort: String, PlanWord {
        case work, meeting, decision, training, publicity, document, report, request, inspection, register, setup, event

        public var gloss: Gloss {
            switch self {
            case .work: Gloss("工作", "work")
            case .meeting: Gloss("会议", "meeting")
            case .decision: Gloss("决定", "decision")
            case .training: Gloss("培训", "training")
            case .publicity: Gloss("宣传", "publicity")
            case .document: Gloss("制发文件", "document")
            case .report: Gloss("报送", "report")
            case .request: Gloss("协助事项", "request")
            case .inspection: Gloss("检查督导", "inspection")
            case .register: Gloss("登记簿", "register")
            case .setup: Gloss("组建机构", "setting up a body")
            case .event: Gloss("保障与活动", "event")
            }
        }
    }
    public var id = ""
    public var title = ""
    public var clause = ""
    public var content: String?
    /// Row number in the printed list.
    public var row: Int?
    public var taskClass: String?
    /// Columns the printed list has lost in this row.
    public var lost: [String] = []
    /// Columns the printed list leaves blank in this row.
    public var blank: [String] = []
    /// From where the plan infers what is lost.
    public var inferred: String?
    public var sort: Sort?
    public var by: [String] = []
    public var lead: [String] = []
    public var cooperate: [String] = []
    public var to: String?
    /// Every unit owes it by itself.
    public var isForEach = false
    /// The other three responsibility slots of a task list, by office.
    public var leader: [String] = []
    public var section: [String] = []
    public var force: [String] = []
    public var category: [String] = []
    public var due: [Deadline] = []
    public var recurs: Recurrence?
    public var exactly: Int?
    public var atLeast: Measured?
    public var phase: String?
    public var needs: [String] = []
    public var agenda: [String] = []
    public var evidence: [String] = []
    public var fields: [String] = []
    public var note: String?
    public var position = SourcePosition(line: 1, column: 1)
    public var own: [String] = []

    static let form: Form<PlanTask> = Form(
        "task", Gloss("任务", "task"), PlanTask(), id: .at(\.id), at: .at(\.position),
        [
            .may("row", \.row, .integer, "清单序号", "row number in the printed list"),
            .must("title", \.title, .text, "名称", "what is to be done", .title),
            .must("clause", \.clause, .text, "出处", "where in the notice", .clause),
            .may("content", \.content, .text, "具体内容", "its contents as printed"),
            .may("kind", \.sort, .word(), "性质", "kind of work", .remark),
            .may("class", \.taskClass, .name(.taskClass), "任务类别", "class in the printed list"),
            .may("lost", \.lost, .texts, "清单缺失", "columns the printed list has lost", .remark),
            .may("blank", \.blank, .texts, "清单空白", "columns the printed list leaves blank", .remark),
            .may("inferred", \.inferred, .text, "推定依据", "from where the plan infers what is lost", .remark),
            .may("by", \.by, .names(.unit), "责任单位", "units that owe it"),
            .may("lead", \.lead, .names(.unit), "牵头单位", "units in the lead"),
            .may("cooperate", \.cooperate, .names(.unit), "配合单位", "units that cooperate"),
            .may("to", \.to, .text, "报送", "to whom"),
            .may("each", \.isForEach, .yesNo, "各单位分别完成", "every unit owes it by itself"),
            .may("leader", \.leader, .texts, "责任领导", "responsible leader, by office"),
            .may("section", \.section, .texts, "责任部门及责任人", "responsible section, by office"),
            .may("force", \.force, .texts, "专班责任人", "task-force members, by role"),
            .may("category", \.category, .names(.category), "问题类别", "categories it concerns"),
            .may("due", \.due, .deadlines, "完成时限", "due dates"),
            .may("repeat", \.recurs, .recurrence, "周期", "recurs"),
            .may("exactly", \.exactly, .integer(told: "每单位恰好@件（次）"), "每单位恰好", "exactly so many from each unit"),
            .may("at-least", \.atLeast, .measured, "不少于", "at least so much"),
            .may("phase", \.phase, .name(.phase), "阶段", "phase to which it belongs"),
            .may("needs", \.needs, .texts, "前提", "what must be there before"),
            .may("agenda", \.agenda, .texts, "议定事项", "agenda"),
            .may("evidence", \.evidence, .texts, "举证", "what shows it done"),
            .may("fields", \.fields, .texts, "登记内容", "what the register records"),
            .may("note", \.note, .text, "说明", "note", .remark),
            .own(\.own),
        ])
}

/// A class of tasks in the printed list, with the number of rows it prints (任务类别).
public struct TaskClass: Sendable, Equatable {
    public var id = ""
    public var title = ""
    public var clause: String?
    /// 共 n 项, as printed; nil where it is not printed or lost.
    public var printed: Int?
    public var position = SourcePosition(line: 1, column: 1)

    static let form: Form<TaskClass> = Form(
        "task-class", Gloss("任务类别", "class of tasks"), TaskClass(), id: .at(\.id), idKey: "class", at: .at(\.position),
        [
            .must("title", \.title, .text, "名称", "name", .title),
            .may("clause", \.clause, .text, "出处", "where in the notice", .clause),
            .may("printed", \.printed, .integer, "清单所印项数", "number of rows it prints"),
        ])
}
