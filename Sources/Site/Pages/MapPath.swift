import Enforcement

/// Addresses of the map's fragments and of the tiles (地图与瓦片地址), beside the pages of `SiteURL`.
enum MapPath {
    case list, find, measure
    case panel(EntryNumber)
    /// Templates with `{z}/{x}/{y}`, as the map asks for them.
    case entryTiles
    case layerTiles(LayerVersionID)

    enum Route: String, CaseIterable {
        case list = "/map/list"
        case find = "/map/find"
        case measure = "/map/measure"
        case panel = "/map/entries/{number}"
        case entryTile = "/tiles/entries/{z}/{x}/{y}.mvt"
        case layerTile = "/tiles/layers/{version}/{z}/{x}/{y}.mvt"
    }

    var path: String {
        switch self {
        case .list: Route.list.rawValue
        case .find: Route.find.rawValue
        case .measure: Route.measure.rawValue
        case .panel(let number): "/map/entries/" + PercentCoding.encode(number.text)
        case .entryTiles: Route.entryTile.rawValue
        case .layerTiles(let version):
            "/tiles/layers/\(PercentCoding.encode(version.text))/{z}/{x}/{y}.mvt?edition=\(LayerDrawings.edition)"
        }
    }
}
