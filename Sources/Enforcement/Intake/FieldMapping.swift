/// What the program wants to know of a row, whatever the file calls it (字段含义).
public enum PatchField: String, Codable, CaseIterable, Sendable {
    case number, division, place, type, before, after, statedArea, longitude, latitude, east, north, category, discovered, status, unit,
        note
}

/// Which field of a file means what (字段对应), matched by the official schema and its aliases,
/// or told once by a user and remembered under the layout's signature.
public struct FieldMapping: Codable, Equatable, Sendable {
    public enum AreaUnit: String, Codable, CaseIterable, Sendable {
        case squareMetres, mu, hectares
    }
    /// Meaning → the file's field name.
    public var fields: [PatchField: String]
    /// Unit of the stated area; nil when neither the file nor the user told.
    public var areaUnit: AreaUnit?

    public init(fields: [PatchField: String] = [:], areaUnit: AreaUnit? = nil) {
        self.fields = fields
        self.areaUnit = areaUnit
    }

    /// What a layout is remembered by: its field names, sorted, in one text.
    public static func signature(of fieldNames: [String]) -> String {
        fieldNames.map { $0.uppercased() }.sorted().joined(separator: ",")
    }
}
