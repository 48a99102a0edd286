/// What is known of a face while the county is made (面标记).
struct FaceTag: Sendable {
    /// What kind of area a face is still to be filled as, or what made it.
    enum Setting: UInt8, Sendable {
        case open, plain, hills, town, zone, village, way
    }
    var cover: LandCover
    var setting: Setting
    /// The block between roads it lies in; −1 for what separates blocks.
    var block: Int32 = -1
    /// The village or town it is part of; −1 in the open.
    var place: Int32 = -1
    /// Place of the unit in the county's list; −1 outside the county.
    var unit: Int16 = -1
}
