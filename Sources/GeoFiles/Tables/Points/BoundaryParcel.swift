/// A parcel of a boundary-point text (地块): the cells of its head and its points, not yet in rings.
struct BoundaryParcel {
    var line: Int
    /// Nil for plain lists.
    var head: [String]?
    var points: [BoundaryPoint] = []
    var troubles: [RowRemark] = []

    init(line: Int, head: [String]? = nil, troubles: [RowRemark] = []) {
        self.line = line
        self.head = head
        self.troubles = troubles
    }

    /// Plain lists in which one number stands on several lines running hold a parcel per number; other lists one parcel.
    var separated: [BoundaryParcel] {
        guard head == nil else { return [self] }
        guard !points.isEmpty else { return [] }
        var groups: [[BoundaryPoint]] = []
        for point in points {
            if groups.last?.last?.name == point.name { groups[groups.count - 1].append(point) } else { groups.append([point]) }
        }
        guard groups.allSatisfy({ $0.count >= 3 }) else { return [self] }
        return groups.map { group in
            var parcel = self
            parcel.points = group
            parcel.line = group[0].line
            return parcel
        }
    }

    /// The eight cells of the head (界址点数 … 地类编码), blank ones nil. When 图形属性 stands elsewhere than fifth, as in the
    /// dialects of 12 and 13 columns, the cells are counted from it.
    var fields: [String?] {
        let cells = head ?? []
        let kind = cells.firstIndex { ["面", "线", "点"].contains($0) } ?? 4
        let start = max(0, kind - 4)
        return (0..<8).map { offset in
            cells[safe: start + offset].flatMap(CellText.clean)
        }
    }

    /// Rings in file order: a new one where the ring number changes or the line closes. x is east.
    func rings(_ order: AxisOrder) -> [[(x: Double, y: Double)]] {
        var rings: [[BoundaryPoint]] = []
        var isOpen = false
        for point in points {
            if isOpen, rings[rings.count - 1][0].ring == point.ring {
                rings[rings.count - 1].append(point)
            } else {
                rings.append([point])
                isOpen = true
            }
            let ring = rings[rings.count - 1]
            if ring.count > 3, ring[0].first == point.first, ring[0].second == point.second { isOpen = false }
        }
        return rings.map { ring in ring.map { order == .northFirst ? ($0.second, $0.first) : ($0.first, $0.second) } }
    }
}
