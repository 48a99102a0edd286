import LandGeometry

/// Geometry and attributes exactly as received (图斑、线索); never edited.
public struct Patch: Codable, Equatable, Sendable {
    public var id: PatchID
    public var batch: BatchID
    /// Row in the file, from 1.
    public var row: Int
    /// The sender's number (JCBH); nil when the file has none.
    public var sourceNumber: String?
    /// Ground in EPSG:4490, repaired only as a remark says; nil for clues without geometry.
    public var shape: MultiPolygon?
    /// Position of a clue that is a point.
    public var point: Position?
    /// The geometry as received: ISO WKB in the file's own coordinates.
    public var receivedGeometry: [UInt8]?
    /// Ellipsoidal area of `shape`, recorded to 0.01 m²; the stated area where there is no shape.
    public var area: Area
    /// The area the sender states (JCMJ), in m²; nil when blank.
    public var statedArea: Area?
    /// Days of the images before and after (QSX, HSX), or of the report.
    public var before: Day?
    public var after: Day?
    public var division: String?
    public var placeWords: String?
    /// Patch type code (TBLX).
    public var type: String?
    /// Every attribute of the row as received, by the file's own field names, in file order.
    public var attributes: [Attribute]

    public init(
        id: PatchID, batch: BatchID, row: Int, sourceNumber: String? = nil, shape: MultiPolygon? = nil, point: Position? = nil,
        receivedGeometry: [UInt8]? = nil, area: Area = .zero, statedArea: Area? = nil, before: Day? = nil, after: Day? = nil,
        division: String? = nil, placeWords: String? = nil, type: String? = nil, attributes: [Attribute] = []
    ) {
        self.id = id
        self.batch = batch
        self.row = row
        self.sourceNumber = sourceNumber
        self.shape = shape
        self.point = point
        self.receivedGeometry = receivedGeometry
        self.area = area
        self.statedArea = statedArea
        self.before = before
        self.after = after
        self.division = division
        self.placeWords = placeWords
        self.type = type
        self.attributes = attributes
    }

    /// The value of an attribute by the file's own field name.
    public func attribute(_ name: String) -> String? {
        attributes.first { $0.name == name }?.value
    }
}

/// One field of a row as received (属性), as text.
public struct Attribute: Codable, Equatable, Sendable {
    public var name: String
    public var value: String

    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}
