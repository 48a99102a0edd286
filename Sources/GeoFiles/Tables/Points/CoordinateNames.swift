/// Which columns of a table hold coordinates, by their names (坐标列).
enum CoordinateNames {
    enum Meaning {
        case longitude, latitude, easting, northing, first, second, wkt
    }

    /// What a column's name says: the last part of `位置.经度` or `坐标/经度` without unit and blanks.
    static func meaning(of name: String) -> Meaning? {
        let last = name.split(whereSeparator: { $0 == "." || $0 == "/" }).last.map(String.init) ?? name
        let bare = last.prefix { $0 != "(" && $0 != "（" && $0 != "[" }.lowercased().filter { !$0.isWhitespace && $0 != "_" }
        if let known = table[bare] { return known }
        if bare.hasSuffix("经度") { return .longitude }
        if bare.hasSuffix("纬度") { return .latitude }
        if bare.hasSuffix("东坐标") { return .easting }
        return bare.hasSuffix("北坐标") ? .northing : nil
    }

    private static let table: [String: Meaning] = [
        "经度": .longitude, "东经": .longitude, "lon": .longitude, "lng": .longitude, "long": .longitude, "longitude": .longitude,
        "lzb": .longitude, "jd": .longitude, "纬度": .latitude, "北纬": .latitude, "lat": .latitude, "latitude": .latitude,
        "bzb": .latitude, "wd": .latitude, "东坐标": .easting, "easting": .easting, "east": .easting, "北坐标": .northing,
        "northing": .northing, "north": .northing, "x": .first, "xzb": .first, "x坐标": .first, "坐标x": .first, "中心点x": .first,
        "pointx": .first, "xcoord": .first, "y": .second, "yzb": .second, "y坐标": .second, "坐标y": .second, "中心点y": .second,
        "pointy": .second, "ycoord": .second, "wkt": .wkt, "geom": .wkt, "geometry": .wkt, "thegeom": .wkt, "shape": .wkt,
        "几何": .wkt, "图形": .wkt,
    ]
}
