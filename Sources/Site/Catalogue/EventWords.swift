extension Catalogue {
    /// Events in words (事件用语).
    static let eventWords: [String: Phrase] = [
        "event.batchReceived": Phrase("接收批次", "Batch received"),
        "event.batchWithdrawn": Phrase("撤回批次", "Batch withdrawn"),
        "event.batchRestored": Phrase("恢复批次", "Batch restored"),
        "event.batchRegistered": Phrase("登记批次", "Batch registered"),
        "event.layerAdopted": Phrase("图层入库", "Layer adopted"),
        "event.registered": Phrase("登记入账", "Entered in the ledger"),
        "event.attached": Phrase("并入图斑", "Patch attached"),
        "event.overlaid": Phrase("套合分析", "Overlaid"),
        "event.verdictProposed": Phrase("提出判定建议", "Verdict proposed"),
        "event.verdictSigned": Phrase("签署判定", "Verdict signed"),
        "event.batchReceived.detail": Phrase("《{}》 {} 行，接收 {}，未接收 {}", "“{}”: {} rows, {} taken, {} refused"),
        "event.batchRegistered.detail": Phrase("新立 {} 条，并入 {} 宗", "{} entries begun, {} patches attached"),
        "event.layerAdopted.detail": Phrase("{} {}，{} 个要素", "{} {}, {} features"),
        "event.registered.detail": Phrase("依据图斑 {}，面积 {}", "from patch {}, area {}"),
        "event.attached.detail": Phrase("图斑 {}：{}", "patch {}: {}"),
        "event.overlaid.detail": Phrase("与 {} 个图层版本套合", "overlaid with {} layer versions"),
        "event.verdictProposed.detail": Phrase("建议 {}：{}（{}）", "proposes {}: {} ({})"),
        "event.accepted.detail": Phrase("同意建议：{}", "accepts the proposal: {}"),
        "event.overruled.detail": Phrase("改判为 {}，理由：{}", "overrules: {}, because: {}"),
        "stream.entry": Phrase("条目", "Entry"),
        "stream.batch": Phrase("批次", "Batch"),
        "stream.layer": Phrase("图层", "Layer"),
    ]
}
