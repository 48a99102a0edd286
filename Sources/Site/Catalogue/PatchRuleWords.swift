extension Catalogue {
    /// Rules a row can break once its fields are understood (图斑规则用语).
    static let patchRules: [String: Phrase] = [
        "rule.number-must-be-given": Phrase("图斑应当有编号", "A patch should have a number"),
        "remedy.number-must-be-given": Phrase(
            "已接收；台账另行编号，请向来源单位查询原编号",
            "It went in; the ledger numbers it, ask the sender for the original number"),
        "rule.number-must-be-unique": Phrase("同一批次内编号不得重复", "Numbers must be unique within a batch"),
        "remedy.number-must-be-unique": Phrase("核对是否重复上报", "Check whether it was sent twice"),
        "rule.number-was-damaged": Phrase("编号已被表格软件损坏", "The number was damaged by a spreadsheet"),
        "remedy.number-was-damaged": Phrase("末尾数字不可靠，请来源单位按文本格式重发", "Its last digits are not reliable; ask for the column as text"),
        "rule.day-must-be-readable": Phrase("日期必须可以识别", "A day must be readable"),
        "remedy.day-must-be-readable": Phrase("按空白处理；请按 2019-05-01 的格式更正", "Taken as blank; write it as 2019-05-01"),
        "rule.days-must-be-ordered": Phrase("前时相不得晚于后时相", "The image before must not be later than the image after"),
        "remedy.days-must-be-ordered": Phrase("核对两期影像日期", "Check the days of the two images"),
        "rule.stated-area-must-be-number": Phrase("填报面积必须是数值", "The stated area must be a number"),
        "remedy.stated-area-must-be-number": Phrase("按空白处理；以图形面积为准", "Taken as blank; the area of the shape counts"),
        "rule.division-must-lie-in-area": Phrase("行政区代码应在本方案范围内", "The division should lie in the area of the plan"),
        "remedy.division-must-lie-in-area": Phrase("已接收；核对是否为外县图斑", "It went in; check whether it belongs to another county"),
        "rule.area-unit-was-inferred": Phrase("面积单位由数值推断", "The unit of area was inferred from the values"),
        "remedy.area-unit-was-inferred": Phrase(
            "请核对；不符时撤回本批次，用命令行 --area-unit 指明单位重新导入", "Check it; if wrong, withdraw the batch and import again with --area-unit"),
        "rule.fields-were-matched": Phrase("字段按标准名和别名对应", "Fields were matched by standard names and aliases"),
        "remedy.fields-were-matched": Phrase("请核对；不符时重新指定", "Check them; name them again if wrong"),
        "rule.row-must-tell-something": Phrase("行内必须有内容", "A row must tell something"),
        "remedy.row-must-tell-something": Phrase("空行未接收，无需处理", "The empty row stayed out; nothing to do"),
    ]
}
