import CPROJ
import Foundation

/// A coordinate system inside PROJ (PROJ 对象); destroyed with the value.
final class ProjObject {
    let handle: OpaquePointer
    private let context: ProjContext

    init?(_ context: ProjContext, _ definition: String) {
        guard let handle = proj_create(context.handle, definition), proj_is_crs(handle) != 0 else { return nil }
        self.handle = handle
        self.context = context
    }

    private init(_ context: ProjContext, owning handle: OpaquePointer) {
        self.handle = handle
        self.context = context
    }

    deinit {
        proj_destroy(handle)
    }

    /// Without a bound transformation and without heights.
    var horizontal: ProjObject {
        switch proj_get_type(handle) {
        case PJ_TYPE_BOUND_CRS:
            proj_get_source_crs(context.handle, handle).map { ProjObject(context, owning: $0).horizontal } ?? self
        case PJ_TYPE_COMPOUND_CRS:
            proj_crs_get_sub_crs(context.handle, handle, 0).map { ProjObject(context, owning: $0).horizontal } ?? self
        default: self
        }
    }

    var name: String { proj_get_name(handle).map { String(cString: $0) } ?? "" }

    var isGeographic: Bool { [PJ_TYPE_GEOGRAPHIC_2D_CRS, PJ_TYPE_GEOGRAPHIC_3D_CRS].contains(proj_get_type(handle)) }

    /// `EPSG:27700`: as it says of itself, or as PROJ recognises it for certain.
    var code: String? {
        if let own = Self.code(handle) { return own }
        var confidences: UnsafeMutablePointer<Int32>?
        guard let list = proj_identify(context.handle, handle, "EPSG", nil, &confidences) else { return nil }
        defer {
            proj_int_list_destroy(confidences)
            proj_list_destroy(list)
        }
        guard proj_list_get_count(list) > 0, let confidence = confidences?[0], confidence >= 90,
            let first = proj_list_get(context.handle, list, 0)
        else { return nil }
        defer { proj_destroy(first) }
        return Self.code(first)
    }

    private static func code(_ handle: OpaquePointer) -> String? {
        guard let authority = proj_get_id_auth_name(handle, 0), let code = proj_get_id_code(handle, 0) else { return nil }
        return "\(String(cString: authority)):\(String(cString: code))"
    }

    var geodetic: ProjObject? {
        proj_crs_get_geodetic_crs(context.handle, handle).map { ProjObject(context, owning: $0) }
    }

    /// Semi-major axis in metres and inverse flattening.
    var ellipsoid: (axis: Double, inverseFlattening: Double)? {
        guard let ellipsoid = proj_get_ellipsoid(context.handle, handle) else { return nil }
        defer { proj_destroy(ellipsoid) }
        var (axis, inverse) = (0.0, 0.0)
        guard proj_ellipsoid_get_parameters(context.handle, ellipsoid, &axis, nil, nil, &inverse) != 0 else { return nil }
        return (axis, inverse)
    }

    /// By the names of system and datum, which must agree with the ellipsoid: a name alone is not believed.
    var datum: ReferenceSystem.Datum {
        var names = [name]
        if let datum = proj_crs_get_datum_forced(context.handle, handle) {
            names.append(proj_get_name(datum).map { String(cString: $0) } ?? "")
            proj_destroy(datum)
        }
        let text = names.joined(separator: " ").lowercased()
        guard let (axis, inverse) = ellipsoid else { return .other(name) }
        let near = { (a: Double, f: Double) in abs(axis - a) < 0.5 && abs(inverse - f) < 1e-3 }
        let isModern = near(6_378_137, 298.257222101)
        if isModern, ["cgcs", "china_2000", "china 2000", "china geodetic", "2000国家"].contains(where: text.contains) { return .cgcs2000 }
        if isModern,
            text.contains("world geodetic system 1984") || text.contains("wgs 84") || text.contains("wgs_1984") || text.contains("wgs84")
        {
            return .wgs84
        }
        if near(6_378_140, 298.257), text.contains("xian") || text.contains("西安") { return .xian80 }
        if near(6_378_245, 298.3), text.contains("beijing") && !text.contains("new beijing") { return .beijing54 }
        return .other(name)
    }

    /// Central meridian and false easting of a transverse Mercator with scale 1 from the equator; nil for any other plane.
    var gaussParameters: (meridian: Double, falseEasting: Double)? {
        guard let conversion = proj_crs_get_coordoperation(context.handle, handle) else { return nil }
        defer { proj_destroy(conversion) }
        var values: [String: Double] = [:]
        var method: UnsafePointer<CChar>?
        proj_coordoperation_get_method_info(context.handle, conversion, &method, nil, nil)
        guard let method, ["Transverse Mercator", "Gauss Kruger", "Gauss-Kruger"].contains(String(cString: method)) else { return nil }
        for index in 0..<proj_coordoperation_get_param_count(context.handle, conversion) {
            var code: UnsafePointer<CChar>?
            var (value, factor) = (0.0, 0.0)
            proj_coordoperation_get_param(context.handle, conversion, index, nil, nil, &code, &value, nil, &factor, nil, nil, nil, nil)
            if let code {
                values[String(cString: code)] = value * factor * (["8801", "8802"].contains(String(cString: code)) ? 180 / .pi : 1)
            }
        }
        guard let latitude = values["8801"], let longitude = values["8802"], let scale = values["8805"], let east = values["8806"],
            let north = values["8807"], abs(latitude) < 1e-9, abs(scale - 1) < 1e-9, abs(north) < 1e-6
        else { return nil }
        return ((longitude * 1e9).rounded() / 1e9, east)
    }
}
