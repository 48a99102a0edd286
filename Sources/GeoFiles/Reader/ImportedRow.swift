import LandGeometry

/// A row as it stands in a foreign file (读入行): the first stage on a patch's path.
/// Text is valid UTF-8, geometry is in EPSG:4490 and valid, or absent with a remark that says why.
public struct ImportedRow: Equatable, Sendable {
    /// From 1, in file order; for tables the row number a spreadsheet shows.
    public var row: Int
    /// Values by position of the layer's fields; nil for blank.
    public var values: [String?]
    public var ground: Ground
    /// Geometry exactly as received, ISO WKB in the file's coordinates; nil when the row has none.
    public var received: [UInt8]?
    /// Area of the geometry as received in the plane of its projected coordinates, m²; nil for geographic ones.
    public var planarArea: Double?
    public var remarks: [RowRemark]

    public enum Ground: Equatable, Sendable {
        case none
        case point(Position)
        case area(MultiPolygon)
    }

    public init(
        row: Int, values: [String?], ground: Ground, received: [UInt8]?, planarArea: Double?, remarks: [RowRemark]
    ) {
        self.row = row
        self.values = values
        self.ground = ground
        self.received = received
        self.planarArea = planarArea
        self.remarks = remarks
    }

    /// Whether a remark keeps the row out.
    public var isRefused: Bool { remarks.contains { $0.effect == .refused } }
}

/// What is remarked about a row or a file while it is read (读取备注).
public struct RowRemark: Codable, Equatable, Sendable {
    public enum Effect: String, Codable, Sendable {
        case noted, repaired, refused
    }
    public var effect: Effect
    public var rule: ReadingRule
    /// Field, part, ring or cell.
    public var place: String?
    public var found: String?
    public var areaBefore: Area?
    public var areaAfter: Area?

    public init(
        _ effect: Effect, _ rule: ReadingRule, place: String? = nil, found: String? = nil, areaBefore: Area? = nil, areaAfter: Area? = nil
    ) {
        self.effect = effect
        self.rule = rule
        self.place = place
        self.found = found
        self.areaBefore = areaBefore
        self.areaAfter = areaAfter
    }
}

/// The rules a foreign file can break (读取规则). Raw values are the names under which the catalogue words them.
public enum ReadingRule: String, Codable, CaseIterable, Sendable {
    // geometry of one row
    case ringMustNotCrossItself = "ring-must-not-cross-itself"
    case ringMustClose = "ring-must-close"
    case ringMustHaveArea = "ring-must-have-area"
    case ringMustNotSpike = "ring-must-not-spike"
    case positionMustNotRepeat = "position-must-not-repeat"
    case holeMustLieInside = "hole-must-lie-inside"
    case partsMustNotOverlap = "parts-must-not-overlap"
    case sliverMustBeLookedAt = "sliver-must-be-looked-at"
    case coordinateMustBeFinite = "coordinate-must-be-finite"
    case heightIsLeftOut = "height-is-left-out"
    case curveIsStroked = "curve-is-stroked"
    case geometryMustBePresent = "geometry-must-be-present"
    case geometryMustBeAreaOrPoint = "geometry-must-be-area-or-point"
    case geometryMustBeReadable = "geometry-must-be-readable"
    case repairMustBeUnambiguous = "repair-must-be-unambiguous"
    case positionMustLieInChina = "position-must-lie-in-china"
    case vertexLimit = "vertex-limit"
    // text and numbers of one row
    case textMustDecode = "text-must-decode"
    case longNumberDamaged = "long-number-damaged"
    case mergedCellFilled = "merged-cell-filled"
    case statedAreaMustAgree = "stated-area-must-agree"
    // the whole file
    case encodingWasInferred = "encoding-was-inferred"
    case coordinatesWereInferred = "coordinates-were-inferred"
    case coordinatesWereOverruled = "coordinates-were-overruled"
    case coordinatesMayBeShifted = "coordinates-may-be-shifted"
    case titleRowsSkipped = "title-rows-skipped"
    case hiddenRowsRead = "hidden-rows-read"
    case otherLayersNotRead = "other-layers-not-read"
    case companionMustLieBeside = "companion-must-lie-beside"
    case sourceReportedTrouble = "source-reported-trouble"
    case axesWereSwapped = "axes-were-swapped"
}

/// A file as the reader found it (文件概况): sent before the first row.
public struct FileDescription: Codable, Equatable, Sendable {
    public struct Layer: Codable, Equatable, Sendable {
        public var name: String
        public var geometry: String
        /// Announced number of features; nil when the format does not tell.
        public var features: Int?
        public init(name: String, geometry: String, features: Int?) {
            self.name = name
            self.geometry = geometry
            self.features = features
        }
    }
    /// `ESRI Shapefile`, `boundary-point TXT`, `XLSX`, …
    public var format: String
    public var layers: [Layer]
    /// The layer that is read.
    public var layer: String
    public var fields: [String]
    /// `EPSG:4527`, or words when the system has no code; nil for rows without geometry.
    public var coordinates: String?
    /// How it is known: `file`, `user`, `values`.
    public var coordinatesBasis: String?
    public var encoding: String?
    public var encodingBasis: String?
    /// About the file as a whole.
    public var remarks: [RowRemark]

    public init(
        format: String, layers: [Layer], layer: String, fields: [String], coordinates: String?, coordinatesBasis: String?,
        encoding: String?, encodingBasis: String?, remarks: [RowRemark]
    ) {
        self.format = format
        self.layers = layers
        self.layer = layer
        self.fields = fields
        self.coordinates = coordinates
        self.coordinatesBasis = coordinatesBasis
        self.encoding = encoding
        self.encodingBasis = encodingBasis
        self.remarks = remarks
    }
}

/// What comes out of the reader process, in this order: one description, rows, one end (读取消息).
public enum ReadMessage: Equatable, Sendable {
    case described(FileDescription)
    case row(ImportedRow)
    case finished(ReadSummary)
}

/// Counts at the end of a reading; `rows` is what the file announced or the rows seen, whichever is more,
/// so that a row that vanished is missed (读取小结).
public struct ReadSummary: Codable, Equatable, Sendable {
    public var rows: Int
    public var good: Int
    public var refused: Int

    public init(rows: Int, good: Int, refused: Int) {
        self.rows = rows
        self.good = good
        self.refused = refused
    }
}
