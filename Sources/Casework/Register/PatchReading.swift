import Enforcement
import LandGeometry

/// What a registration has to know of a patch by itself (图斑认读); found on both processors.
struct KnownPatch: Sendable {
    var digest: String
    var category: String
    var place: Place
}

/// Finds it (图斑认读): from the patch, the plan and the units' ground alone.
struct PatchReading: Sendable {
    let places: PlaceFinder
    let category: @Sendable (Patch) -> String
    let digest: @Sendable (Patch) -> String

    func known(_ patch: Patch) -> KnownPatch {
        KnownPatch(digest: digest(patch), category: category(patch), place: places.place(of: patch))
    }
}
