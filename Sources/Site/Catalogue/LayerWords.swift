extension Catalogue {
    /// Words of the layers page (图层).
    static let layerWords: [String: Phrase] = [
        "layers.title": Phrase("管控图层", "Control layers"),
        "layers.lead": Phrase("每次套合都记下所用图层的版本；旧版本保留，不改写。", "Every overlay records the versions it used; old versions stay as they were."),
        "layers.empty": Phrase("还没有管控图层。", "There are no control layers yet."),
        "layers.empty-hint": Phrase(
            "入库永久基本农田、生态保护红线、国土调查等图层后，才能套合初判。",
            "Overlay and proposals need layers such as basic farmland, red line and survey."),
        "layers.layer": Phrase("图层", "Layer"),
        "layers.version": Phrase("版本", "Version"),
        "layers.validity": Phrase("有效期", "In force"),
        "layers.in-force": Phrase("现行", "in force"),
        "layers.not-in-force": Phrase("非现行", "not in force"),
        "layers.approval": Phrase("批准文件", "Approval"),
        "layers.scheme": Phrase("分类标准", "Code scheme"),
        "layers.source": Phrase("来源文件与摘要", "Source file and digest"),
        "layers.add": Phrase("图层入库", "Adopt a layer"),
        "layers.add-hint": Phrase(
            "先上传文件，再填写版本和有效期。标准表名会自动识别为对应图层。",
            "Send the file, then give version and validity. Standard table names are recognised."),
        "layers.by-table": Phrase("按标准表名识别", "By standard table name"),
        "layers.from": Phrase("生效日期", "From"),
        "layers.to": Phrase("失效日期", "To"),
        "layers.adopt": Phrase("入库", "Adopt"),
        "layers.reassess": Phrase("重判预演", "Try on the ledger"),
        "layers.reassess-hint": Phrase(
            "“重判预演”列出新版图层会改变哪些条目的判定；看过之后再决定是否重判。",
            "“Try on the ledger” lists the entries whose proposal a new version would change; decide after you have seen them."),
        "job.reassess": Phrase("重判预演", "Trying a layer on the ledger"),
        "job.rejudge": Phrase("按新版图层重判", "Judging anew under a layer version"),
        "job.rejudged": Phrase("{} 个条目有了新的套合结果或判定建议。", "{} entries got new findings or another proposal."),
        "reassess.title": Phrase("重判预演", "What judging anew would change"),
        "reassess.lead": Phrase("以下只是预演，台账没有改动。", "A trial: nothing in the ledger has changed."),
        "reassess.counts": Phrase(
            "共 {} 个条目：{} 个不在变动地块上，无需重判；{} 个重判后结果完全相同；{} 个只有套合面积变化；{} 个判定建议变化。",
            "{} entries: {} not on changed ground, not judged; {} judged with the same result; {} with other areas only; {} with another proposal."
        ),
        "reassess.counts.signed": Phrase(
            "其中 {} 个已签署：签署不会改动，列出供复核。", "{} of these are signed: signatures stay; they are listed for review."),
        "reassess.none": Phrase("没有条目的判定建议会变化。", "No entry would get another proposal."),
        "reassess.signed": Phrase("已签署", "signed"),
        "reassess.entries": Phrase("变动条目", "Entries that change"),
        "reassess.before": Phrase("现判定建议", "Proposal now"),
        "reassess.after": Phrase("重判后", "After"),
        "reassess.count": Phrase("条目", "Entries"),
        "reassess.act": Phrase("照此重判 {} 个条目", "Judge these {} entries anew"),
        "reassess.more": Phrase("只列出前 {} 个；命令 `landledger judge --dry-run` 列出全部。", "The first {}; `landledger judge --dry-run` lists all."),
    ]

    /// Names of the control layers the program knows (管控图层名).
    static let layerNames: [String: Phrase] = [
        "layer.units": Phrase("乡镇与开发区", "Towns and development zones"),
        "layer.farmland": Phrase("永久基本农田", "Permanent basic farmland"),
        "layer.redline": Phrase("生态保护红线", "Ecological red line"),
        "layer.reserve": Phrase("自然保护地", "Nature reserves"),
        "layer.growth": Phrase("城镇开发边界", "Urban growth boundary"),
        "layer.land-use-plan": Phrase("土地利用总体规划", "Land-use master plan"),
        "layer.survey": Phrase("国土调查", "Land survey"),
        "layer.approvals": Phrase("农用地转用批准", "Approvals of farmland conversion"),
        "layer.supply": Phrase("土地供应", "Land supply"),
        "layer.facility": Phrase("设施农用地备案", "Records of facility agriculture"),
        "layer.temporary": Phrase("临时用地", "Temporary land use"),
    ]

    /// Words of the system page (系统).
    static let systemWords: [String: Phrase] = [
        "system.title": Phrase("系统与日志", "System and log"),
        "system.lead": Phrase("台账的每一步都写入只增不改的日志。", "Every step of the ledger stands in a log that only grows."),
        "system.head": Phrase("日志头", "End of the log"),
        "system.size": Phrase("事件数", "Events"),
        "system.algorithm": Phrase("摘要算法", "Digest"),
        "system.chain": Phrase("校验值", "Chain value"),
        "system.plan": Phrase("工作方案", "Plan"),
        "system.chain-hint": Phrase(
            "把校验值抄入报表或报送上级：此后任何改动都能被发现。",
            "Write this value into a report or send it up: any later change will be found out."),
        "system.verify": Phrase("校验全部日志", "Verify the whole log"),
        "system.log": Phrase("日志", "Log"),
        "system.sequence": Phrase("序号", "No."),
        "system.subject": Phrase("对象", "About"),
        "system.event": Phrase("事件", "Event"),
        "system.actor": Phrase("人员", "Officer"),
        "system.newer": Phrase("较新", "Newer"),
        "system.older": Phrase("较早", "Older"),
        "system.accounts": Phrase("账号", "Accounts"),
        "system.office": Phrase("岗位", "Office"),
        "system.role": Phrase("角色", "Role"),
        "system.unit": Phrase("所在单位", "Own unit"),
        "system.no-unit": Phrase("全县区", "whole county"),
    ]
}
