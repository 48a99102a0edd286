import LandGeometry

/// A control layer in one version (管控图层版本): what it says, since when, and which file it came from.
public struct LayerVersion: Codable, Equatable, Sendable {
    public var id: LayerVersionID
    public var layer: LayerName
    /// Title for people: `永久基本农田`.
    public var title: String
    /// Label of the version: a year, a date or an approval number.
    public var version: String
    public var validFrom: Day?
    public var validTo: Day?
    /// Approving document.
    public var approval: String?
    public var sourceFile: String
    /// SM3 digest of the source file.
    public var sourceDigest: String
    /// Code scheme of the class codes: `SD3`, `GBT21010-2017`, `YDYH2023`, `JSYDGZQ`, … ; nil when there are no classes.
    public var codeScheme: String?
    /// Field the class code was taken from.
    public var classField: String?
    public var featureCount: Int
    public var refused: Int
    public var area: Area
    /// `LayerDigest` over the features in order; a store adopts the version only when it is right.
    public var contentDigest: String

    public init(
        id: LayerVersionID, layer: LayerName, title: String, version: String, validFrom: Day?, validTo: Day?, approval: String?,
        sourceFile: String, sourceDigest: String, codeScheme: String?, classField: String?, featureCount: Int, refused: Int, area: Area,
        contentDigest: String = ""
    ) {
        self.id = id
        self.layer = layer
        self.title = title
        self.version = version
        self.validFrom = validFrom
        self.validTo = validTo
        self.approval = approval
        self.sourceFile = sourceFile
        self.sourceDigest = sourceDigest
        self.codeScheme = codeScheme
        self.classField = classField
        self.featureCount = featureCount
        self.refused = refused
        self.area = area
        self.contentDigest = contentDigest
    }

    /// Whether the version is in force on `day`; an open end never closes.
    public func isInForce(on day: Day) -> Bool {
        (validFrom.map { $0 <= day } ?? true) && (validTo.map { day <= $0 } ?? true)
    }
}

/// One feature of a layer version (图层要素).
public struct LayerFeature: Codable, Equatable, Sendable {
    /// Place in the layer version, from 1.
    public var number: Int
    /// Class code in the layer's scheme; empty where there is none.
    public var code: String
    /// Name for the map, when the source has one.
    public var name: String?
    public var shape: MultiPolygon
    public var attributes: [Attribute]

    public init(number: Int, code: String, name: String?, shape: MultiPolygon, attributes: [Attribute]) {
        self.number = number
        self.code = code
        self.name = name
        self.shape = shape
        self.attributes = attributes
    }
}
