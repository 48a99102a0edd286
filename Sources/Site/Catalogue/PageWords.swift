extension Catalogue {
    /// Words around every page and of sign-in (页框、登录).
    static let commonWords: [String: Phrase] = [
        "site.name": Phrase("土地整治一本账", "LandLedger"),
        "site.skip": Phrase("跳到正文", "Skip to content"),
        "site.menu": Phrase("主菜单", "Main menu"),
        "site.where": Phrase("当前位置", "You are here"),
        "site.sign-out": Phrase("退出", "Sign out"),
        "site.foot": Phrase("判定由人签署；日志只增不改，可离线校验。", "People sign verdicts; the log only grows and can be checked offline."),
        "site.demonstration": Phrase("演示环境：县区、单位、图斑和账号均为虚构。", "Demonstration: county, units, patches and accounts are made up."),
        "menu.desk": Phrase("工作台", "Desk"),
        "menu.map": Phrase("一张图", "Map"),
        "menu.ledger": Phrase("一本账", "Ledger"),
        "menu.import": Phrase("导入", "Import"),
        "menu.batches": Phrase("批次", "Batches"),
        "menu.layers": Phrase("图层", "Layers"),
        "menu.system": Phrase("系统", "System"),
        "error.back": Phrase("回到工作台", "Back to the desk"),
        "sign-in.title": Phrase("登录", "Sign in"),
        "sign-in.lead": Phrase("土地执法专项行动工作平台", "Workplace of the land-enforcement campaign"),
        "sign-in.name": Phrase("账号", "Account"),
        "sign-in.password": Phrase("口令", "Password"),
        "sign-in.go": Phrase("登录", "Sign in"),
        "sign-in.demonstration": Phrase("演示账号和口令在启动时打印在终端里。", "The demonstration accounts were printed on the terminal at start."),
        "remark.row": Phrase("第 {} 行", "Row {}"),
        "remark.file": Phrase("整个文件", "Whole file"),
        "remark.areas": Phrase("面积 {} → {}", "area {} → {}"),
    ]

    /// Words of the job page (任务页).
    static let pageWords: [String: Phrase] = [
        "job.import": Phrase("正在导入", "Importing"),
        "job.register": Phrase("登记批次", "Registering the batch"),
        "job.layer": Phrase("图层 {} 已入库，备注 {} 条。", "Layer {} adopted, {} remarks."),
        "job.layer.known": Phrase("图层 {} 已经入库，未重复保存（备注 {} 条）。", "Layer {} was there already; nothing was stored again ({} remarks)."),
        "job.adopt": Phrase("图层入库", "Adopting the layer"),
        "job.verify": Phrase("校验台账", "Verifying the ledger"),
        "job.may-leave": Phrase("可以离开此页，任务会继续。", "You may leave this page; the work goes on."),
        "job.go-on": Phrase("继续", "Go on"),
        "job.imported": Phrase("文件已导入。", "The file was imported."),
        "job.imported.known": Phrase("这个文件以前导入过，未重复保存。", "This file was imported before; nothing was stored again."),
        "job.registered": Phrase("登记完成：新立 {} 条，并入 {} 条。", "Registered: {} entries begun, {} attached to."),
        "job.verified": Phrase(
            "已重新计算 {} 条事件、{} 宗图斑、{} 个图层要素的校验值。",
            "Recomputed the digests of {} events, {} patches and {} layer features."),
        "job.verified.intact": Phrase("全部相符，状态表与日志一致。", "All match, and the state tables agree with the log."),
        "job.verified.broken": Phrase(
            "有 {} 处与校验链不符，{} 个条目与日志不一致。请停止使用并从备份恢复。",
            "{} places do not match the chain, {} streams differ from the log. Stop and restore from backup."),
    ]
}
