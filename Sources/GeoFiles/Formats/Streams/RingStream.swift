import LandGeometry

/// The rings of a file and one field, record by record, without GDAL (环流): for the formats large layers come in.
///
/// Takes what it is sure of and nothing else: `init?` of each format answers nil for a file with anything unusual in it,
/// which is then read through GDAL. Records come in the order in which GDAL would give them.
protocol RingStream {
    /// Adds the rings of the next record to `ground` and ends the feature there; a record without ground adds none.
    /// - Parameter take: is given the field's bytes for the length of the call, nil when blank.
    /// - Throws: `fileMustBeWhole`.
    mutating func next(into ground: inout GroundBatch, _ take: (UnsafeRawBufferPointer?) -> Void) throws(FileError) -> RingRecord
}

/// What became of a record of a ring stream.
enum RingRecord: Equatable {
    case taken
    /// Its rings do not tell by themselves which are holes: GDAL is to be asked for the feature of this number.
    case unsure(feature: Int)
    case end
}
