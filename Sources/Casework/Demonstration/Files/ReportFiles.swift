import Foundation

extension DemonstrationCounty {
    /// The feed of the tower cameras: a JSON array.
    public func alertFile() throws -> Data { try DemonstrationCounty.encoder.encode(alerts) }

    /// Clues as the hotline's system exports them: CSV in GBK with CRLF.
    public func clueFile() -> [UInt8] {
        let header = ["线索编号", "线索来源", "受理日期", "乡镇", "村", "位置描述", "反映内容", "涉及面积"]
        let rows = clues.map { [$0.number, $0.source, $0.day, $0.town, $0.village, $0.place, $0.content, $0.area] }
        return GBKText.bytes(([header] + rows).map { $0.joined(separator: ",") + "\r\n" }.joined())
    }

    /// What every patch was made as: CSV in UTF-8, for tests and for showing, never imported.
    public func truthFile() -> [UInt8] {
        let rows = truth.map {
            "\($0.period),\($0.row),\($0.number),\($0.making.rawValue),\($0.making.reception.rawValue),\($0.town),\($0.twin ?? "")\n"
        }
        return Array(("period,row,number,making,reception,town,twin\n" + rows.joined()).utf8)
    }

    static let encoder: JSONEncoder = {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return encoder
    }()
}
