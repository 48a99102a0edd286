extension Catalogue {
    /// Words of the desk (工作台).
    static let deskWords: [String: Phrase] = [
        "desk.title": Phrase("工作台", "Desk"),
        "desk.stages": Phrase("各阶段条目数", "Entries by stage"),
        "desk.to-sign": Phrase("等待签署（最久的在前）", "To sign, longest waiting first"),
        "desk.proposed": Phrase("待判定（最久的在前）", "Proposed, longest waiting first"),
        "desk.doubtful": Phrase("存疑，缺少举证", "Doubtful, evidence owed"),
        "desk.illegal": Phrase("本单位违法待整改", "Illegal, to be rectified by your unit"),
        "desk.batches": Phrase("已接收、尚未登记的批次", "Batches received, not yet registered"),
        "desk.by-unit": Phrase("待判定，按责任单位", "To be signed, by responsible unit"),
        "desk.events": Phrase("最近动态", "Recent events"),
        "desk.count": Phrase("数量", "Count"),
        "desk.all": Phrase("查看全部", "See all"),
        "desk.missing": Phrase("缺：", "Missing: "),
        "desk.days-before": Phrase("已等 ", "waiting "),
        "desk.days-after": Phrase(" 天", " d"),
        "desk.import": Phrase("导入文件", "Import a file"),
        "desk.empty": Phrase("台账还是空的。", "The ledger is still empty."),
        "desk.empty-import": Phrase(
            "从导入一批图斑开始：核对备注后登记，程序即完成套合和初判。",
            "Start by importing a batch of patches: read the remarks, register, and the program overlays and proposes."),
        "desk.empty-read": Phrase("执法科导入并登记图斑后，这里会显示待办事项。", "Once enforcement has registered patches, what is due shows here."),
        "desk.no-entries": Phrase(
            "您的账号不办理条目。可以管理图层、校验台账。",
            "Your account does not handle entries. You may manage layers and verify the ledger."),
    ]
}
