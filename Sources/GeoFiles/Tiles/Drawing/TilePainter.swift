import LandGeometry

/// Draws one tile of a layer from its drawing file (绘制瓦片): features under `features`, names under `labels`.
struct TilePainter {
    private let view: DrawingView
    private let words: DrawingWords
    private let address: TileAddress
    private let box: WorldBox
    private let lattice: TileLattice
    /// World units below which both sides of a polygon's box make it small.
    private let leastArea: Double
    private var pen = RingPen()
    private var path = TilePath()
    private var features = TileLayer(name: "features")
    private var codeKey: UInt32?
    private var codeValues: [UInt32?]
    private var piles: [UInt32: ClassPile] = [:]

    private init(_ view: DrawingView, _ words: DrawingWords, _ address: TileAddress) {
        self.view = view
        self.words = words
        self.address = address
        box = address.worldBox
        lattice = TileLattice(address)
        let unit = address.zoom <= 20 ? Double(1 << (20 - address.zoom)) : 1
        leastArea = address.zoom >= TileScale.finest ? 0 : Double(TileScale.leastArea) * unit * unit
        codeValues = [UInt32?](repeating: nil, count: words.codes.count)
    }

    /// The protocol-buffer bytes; empty for a tile without features.
    static func tile(_ address: TileAddress, of view: DrawingView, _ words: DrawingWords) -> [UInt8] {
        var painter = TilePainter(view, words, address)
        return painter.paint()
    }

    private mutating func paint() -> [UInt8] {
        var polygons: [Int] = []
        view.forEachPolygon(in: box) { polygons.append($0) }
        var next = 0
        while next < polygons.count {
            let feature = Int(view.polygonFeatures[polygons[next]])
            path.removeAll()
            while next < polygons.count, Int(view.polygonFeatures[polygons[next]]) == feature {
                draw(polygons[next], of: feature)
                next += 1
            }
            if !path.isEmpty { features.add(.polygon, geometry: path.commands, id: view.numbers[feature], tags: tags(view.codes[feature])) }
        }
        addPiles()
        var tile = ProtocolBuffer()
        if !features.isEmpty { tile.field(3, message: features.encoded(extent: TileScale.extent)) }
        addLabels(to: &tile)
        return tile.bytes
    }

    private mutating func draw(_ polygon: Int, of feature: Int) {
        let isSmall = isSmall(view.tree[polygon])
        for ring in view.rings(of: polygon) {
            let isOuter = ring == view.rings(of: polygon).lowerBound
            guard view.ringBoxes[ring].touches(box), trace(ring) else {
                if isOuter { return }
                continue
            }
            if isSmall {
                piles[view.codes[feature], default: ClassPile()].add(pen.points)
                continue
            }
            pen.tidy()
            let area = pen.doubleArea
            // What the lattice has turned inside out has no ground left to show.
            if isOuter ? area > 0 : area < 0 { path.ring(pen.points) } else if isOuter { return }
        }
    }

    /// Whether anything of the ring lies in the tile.
    private mutating func trace(_ ring: Int) -> Bool {
        guard let x = view.x.baseAddress, let y = view.y.baseAddress, let levels = view.levels.baseAddress else { return false }
        pen.begin()
        pen.add(view.range(ring), x: x, y: y, levels: levels, zoom: UInt8(address.zoom), lattice)
        pen.cut()
        return pen.points.count >= 3
    }

    /// By the box, which is the same in every tile, so that a piece is drawn alike on both sides of a tile's edge.
    private func isSmall(_ box: WorldBox) -> Bool {
        Double(box.east - box.west) * Double(box.south - box.north) < leastArea
    }

    private mutating func addPiles() {
        for (code, pile) in piles.sorted(by: { $0.key < $1.key }) {
            path.removeAll()
            for ring in pile.outlines() { path.ring(ring) }
            if !path.isEmpty { features.add(.polygon, geometry: path.commands, id: nil, tags: tags(code)) }
        }
    }

    private mutating func tags(_ code: UInt32) -> (UInt32, UInt32)? {
        let text = words.codes[Int(code)]
        guard !text.isEmpty else { return nil }
        let key = codeKey ?? features.number(of: "code")
        codeKey = key
        let value = codeValues[Int(code)] ?? features.number(of: .text(text))
        codeValues[Int(code)] = value
        return (key, value)
    }

    /// A name stands once, in the one tile that holds its place.
    private func addLabels(to tile: inout ProtocolBuffer) {
        guard !words.labels.isEmpty else { return }
        let box = address.box()
        var labels = VectorTile(address)
        for label in words.labels {
            let place = Position(longitude: label.longitude, latitude: label.latitude)
            guard box.holds(place) else { continue }
            labels.add(place, id: label.number, properties: [("name", .text(label.name)), ("code", .text(label.code))], to: "labels")
        }
        tile.fields(labels.encoded())
    }
}

extension BoundingBox {
    /// West and south edges belong to the box, east and north do not: each point lies in one tile.
    public func holds(_ position: Position) -> Bool {
        west <= position.longitude && position.longitude < east && south <= position.latitude && position.latitude < north
    }
}
