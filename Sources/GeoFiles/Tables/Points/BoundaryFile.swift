/// A boundary-point text taken apart (界址点坐标交换格式, `domain.md` 4.6): what its head says, and its parcels.
struct BoundaryFile {
    /// Keys of [属性描述] and other sections, the first value of each.
    private(set) var keys: [String: String] = [:]
    /// Keys of [项目信息] in file order.
    private(set) var projectKeys: [String] = []
    private(set) var parcels: [BoundaryParcel] = []
    /// Lines that are nothing and belong to no parcel.
    private(set) var strays: [RowRemark] = []
    private var isExchange = false
    private var section = ""
    private var conflict: RowRemark?

    /// Nil for text that is no such file: neither the sections and `@` lines of the format, nor a plain list of points.
    init?(_ text: DecodedText) {
        var number = 0
        let lineEnd: UInt8 = text.bytes.contains(10) ? 10 : 13
        for line in text.bytes.split(separator: lineEnd, omittingEmptySubsequences: false) {
            number += 1
            let text = CellText.clean(String(decoding: line, as: UTF8.self)) ?? ""
            take(BoundaryLine(text, number: number), text, number)
        }
        guard parcels.contains(where: { $0.head != nil || !$0.points.isEmpty }) || isExchange && !keys.isEmpty else { return nil }
        guard isExchange || isPlainList else { return nil }
        parcels = parcels.flatMap(\.separated)
    }

    private mutating func take(_ line: BoundaryLine, _ text: String, _ number: Int) {
        switch line {
        case .blank:
            if parcels.last?.head == nil, parcels.last?.points.isEmpty == false { parcels.append(BoundaryParcel(line: number)) }
        case .section(let name):
            section = name
            isExchange = isExchange || ["属性描述", "地块坐标", "项目信息"].contains(name)
        case .key(let key, let value):
            note(key, value, number)
        case .head(let cells):
            isExchange = isExchange || text.contains("@")
            parcels.append(BoundaryParcel(line: number, head: cells, troubles: conflict.map { [$0] } ?? []))
        case .point(let point):
            if parcels.isEmpty { parcels.append(BoundaryParcel(line: number)) }
            let isShort = point.ring == nil && parcels[parcels.count - 1].points.first?.ring != nil
            if isShort { stray(text, number) } else { parcels[parcels.count - 1].points.append(point) }
        case .other:
            stray(text, number)
        }
    }

    /// A line that cannot be read spoils the parcel it stands in; above all parcels it is only remarked.
    private mutating func stray(_ text: String, _ number: Int) {
        let found = String(text.prefix(80))
        if parcels.isEmpty || parcels[parcels.count - 1].head == nil && parcels[parcels.count - 1].points.isEmpty {
            strays.append(RowRemark(.noted, .sourceReportedTrouble, place: "line \(number)", found: found))
        } else {
            parcels[parcels.count - 1].troubles.append(RowRemark(.refused, .geometryMustBeReadable, place: "line \(number)", found: found))
        }
    }

    private mutating func note(_ key: String, _ value: String, _ number: Int) {
        if section == "项目信息", keys[key] == nil { projectKeys.append(key) }
        guard let before = keys[key] else {
            keys[key] = value
            return
        }
        let decides = ["坐标系", "几度分带", "分带", "带号"].contains(key)
        guard decides, before != value else { return }
        conflict = RowRemark(.refused, .sourceReportedTrouble, place: "line \(number)", found: "\(key)=\(value) ≠ \(before)")
    }

    /// At least three points that can lie in China, and hardly a line of anything else.
    private var isPlainList: Bool {
        let points = parcels.flatMap(\.points)
        return points.count >= 3 && strays.count <= 1 + points.count / 20 && AxisOrder.of(points.map { ($0.first, $0.second) }) != nil
    }

    var declared: DeclaredCoordinates {
        let datum = keys["坐标系"] ?? ""
        let width = (keys["几度分带"] ?? keys["分带"]).flatMap { text in
            text.contains("6") || text.contains("六") ? 6 : text.contains("3") || text.contains("三") ? 3 : nil
        }
        let zone = keys["带号"].flatMap { Int($0.filter(\.isNumber)) }
        return datum.isEmpty && width == nil && zone == nil ? .none : .header(datum: datum, zoneWidth: width, zone: zone)
    }
}
