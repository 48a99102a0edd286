/// `xl/workbook.xml`: sheets and the calendar of dates.
final class WorkbookIndex: XMLListener {
    struct Sheet {
        var name: String
        var relation: String
        var isHidden: Bool
    }
    private(set) var sheets: [Sheet] = []
    private(set) var countsFrom1904 = false

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if name == "sheet", let title = attributes["name"], let relation = attributes["id"] {
            sheets.append(Sheet(name: title, relation: relation, isHidden: (attributes["state"] ?? "visible") != "visible"))
        } else if name == "workbookPr" {
            countsFrom1904 = ["1", "true"].contains(attributes["date1904"] ?? "")
        }
    }
    func end(_ name: XMLName) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// `xl/_rels/workbook.xml.rels` and `_rels/.rels`: which part stands behind a relation.
final class WorkbookRelations: XMLListener {
    struct Relation {
        var target: String
        var type: String
    }
    private(set) var relations: [String: Relation] = [:]

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        guard name == "Relationship", attributes["TargetMode"] != "External" else { return }
        guard let id = attributes["Id"], let target = attributes["Target"] else { return }
        relations[id] = Relation(target: target, type: attributes["Type"] ?? "")
    }
    func end(_ name: XMLName) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

    /// The part whose relation type ends so, resolved against `folder`.
    func part(ofType suffix: String, in folder: String) -> String? {
        relations.values.first { $0.type.hasSuffix(suffix) }.map { WorkbookRelations.resolve($0.target, in: folder) }
    }

    static func resolve(_ target: String, in folder: String) -> String {
        if target.hasPrefix("/") { return String(target.dropFirst()) }
        var parts = folder.split(separator: "/")
        for step in target.split(separator: "/") where step != "." {
            if step == ".." { _ = parts.popLast() } else { parts.append(step) }
        }
        return parts.joined(separator: "/")
    }
}

/// `xl/sharedStrings.xml`: texts by number; rich runs are joined, phonetic ones left out.
final class SharedStrings: XMLListener {
    private(set) var texts: [String?] = []
    private var current: [UInt8] = []
    private var isText = false
    private var isPhonetic = false

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        switch name {
        case "si": current.removeAll(keepingCapacity: true)
        case "t": isText = !isPhonetic
        case "rPh": isPhonetic = true
        default: break
        }
    }

    func end(_ name: XMLName) {
        switch name {
        case "si": texts.append(CellText.clean(CellText.unescaped(String(decoding: current, as: UTF8.self))))
        case "t": isText = false
        case "rPh": isPhonetic = false
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if isText { current.append(contentsOf: bytes) }
    }
}

/// `xl/styles.xml`: which cell formats show numbers as dates.
final class WorkbookStyles: XMLListener {
    private(set) var kinds: [SerialDate.Kind?] = []
    private var formats: [Int: String] = [:]
    private var isCellFormats = false

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        switch name {
        case "numFmt":
            if let id = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] { formats[id] = code }
        case "cellXfs":
            isCellFormats = true
        case "xf" where isCellFormats:
            kinds.append(kind(of: attributes["numFmtId"].flatMap { Int($0) } ?? 0))
        default:
            break
        }
    }

    func end(_ name: XMLName) {
        if name == "cellXfs" { isCellFormats = false }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

    /// Built-in numbers by ECMA-376 18.8.30, those of East Asia among them.
    private func kind(of id: Int) -> SerialDate.Kind? {
        if let code = formats[id] { return SerialDate.kind(ofFormat: code) }
        switch id {
        case 14...17, 27...31, 36, 50...54, 57, 58: return .date
        case 18...21, 32...35, 45, 47, 55, 56: return .time
        case 22: return .date
        default: return nil
        }
    }
}
