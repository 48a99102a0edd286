extension Catalogue {
    /// Words of the ledger page (一本账).
    static let ledgerWords: [String: Phrase] = [
        "ledger.title": Phrase("一本账", "Ledger"),
        "ledger.filter": Phrase("筛选台账", "Filter the ledger"),
        "ledger.found-before": Phrase("共 ", ""),
        "ledger.found-after": Phrase(" 条，", " entries, "),
        "ledger.on-map": Phrase("在一张图上查看", "Show on the map"),
        "ledger.text": Phrase("查找", "Find"),
        "ledger.text-hint": Phrase("编号、位置", "Number or place"),
        "ledger.any": Phrase("全部", "Any"),
        "ledger.flag": Phrase("标记", "Marks"),
        "ledger.apply": Phrase("筛选", "Apply"),
        "ledger.clear": Phrase("清除", "Clear"),
        "ledger.proposed": Phrase("建议，未签署", "proposed, unsigned"),
        "ledger.none-match": Phrase("没有符合条件的条目。", "No entry matches."),
        "ledger.none-match-hint": Phrase("请放宽或清除筛选条件。", "Widen or clear the filter."),
        "ledger.empty": Phrase("台账还是空的。", "The ledger is still empty."),
        "ledger.empty-hint": Phrase("登记第一批图斑后，条目会出现在这里。", "Entries appear here once the first batch is registered."),
        "ledger.pages": Phrase("翻页", "Pages"),
        "ledger.first": Phrase("首页", "First"),
        "ledger.previous": Phrase("上一页", "Previous"),
        "ledger.next": Phrase("下一页", "Next"),
        "ledger.last": Phrase("末页", "Last"),
        "ledger.page-before": Phrase("第 ", "page "),
        "ledger.page-after": Phrase(" 页", ""),
        "ledger.export": Phrase("导出本次筛选结果", "Export what is shown"),
        "ledger.encoding": Phrase("文字编码", "Encoding"),
        "ledger.download": Phrase("下载", "Download"),
        "ledger.export-hint": Phrase(
            "编码只用于 Shapefile 和 CSV；老版软件选 GBK。",
            "The encoding is for Shapefile and CSV; choose GBK for old software."),
    ]
}
