import Foundation

/// The encoding of a DBF table and how it is known (编码判定; `domain.md` 4.5).
struct EncodingDecision: Equatable {
    var encoding: TextEncoding
    /// `user`, `language byte`, `cpg`, `content`.
    var basis: String
    var remarks: [RowRemark] = []

    /// The user first; then the language byte 0x4D; then the `.cpg`; then any other language byte;
    /// then strict UTF-8, else GB18030. Where the file's word and its bytes contradict each other, the bytes win, with a remark.
    init(user: TextEncoding?, table: DBFTable, codePage: String?) {
        let evidence = table.evidence
        if let user {
            self.init(encoding: user, basis: "user")
            return
        }
        let byContent: TextEncoding = evidence.isUTF8 ? .utf8 : .gb18030
        guard let said = Self.said(table, codePage) else {
            self.init(encoding: byContent, basis: "content")
            if !evidence.isASCII { remarks = [Self.remark("neither language byte nor .cpg; the bytes are \(byContent.name)")] }
            return
        }
        if said.encoding == .utf8, !evidence.isUTF8 {
            self.init(encoding: .gb18030, basis: "content", remarks: [Self.remark(".cpg says UTF-8, the bytes are not; read as GB18030")])
        } else if said.encoding != .utf8, evidence.isUTF8, evidence.longCharacters >= 4 {
            self.init(
                encoding: .utf8, basis: "content", remarks: [Self.remark("\(said.basis) says \(said.encoding.name), the bytes are UTF-8")])
        } else {
            self.init(encoding: said.encoding, basis: said.basis)
        }
    }

    private init(encoding: TextEncoding, basis: String, remarks: [RowRemark] = []) {
        self.encoding = encoding
        self.basis = basis
        self.remarks = remarks
    }

    private static func said(_ table: DBFTable, _ codePage: String?) -> (encoding: TextEncoding, basis: String)? {
        if table.languageByte == 0x4D { return (.gbk, "language byte") }
        if let codePage, let named = TextEncoding(named: codePage) { return (named, "cpg") }
        return TextEncoding(languageByte: table.languageByte).map { ($0, "language byte") }
    }

    private static func remark(_ found: String) -> RowRemark {
        RowRemark(.noted, .encodingWasInferred, found: found)
    }
}
