import CPROJ
import Foundation

/// From a file's coordinates to longitude and latitude on CGCS2000 (坐标转换). One thread.
final class GroundTransform {
    private let context: ProjContext
    /// File coordinates to degrees on the file's own datum, or straight to CGCS2000.
    private let steps: [OpaquePointer]
    /// The file is in degrees on CGCS2000 or WGS 84 already: PROJ, asked about the file's own positions, gives every one back bit for bit.
    private(set) var changesNothing = false

    /// More than this away from the position without any datum shift, a transformation is wrong: real shifts stay below 300 m.
    private static let plausibleShiftDegrees = 0.01

    /// - Throws: `transformationMustBeNamed` for Xi'an 80, Beijing 54 and every datum PROJ has no exact way from;
    ///   `transformationMustBeUsable` for words that are no transformation or move land by a kilometre.
    init(_ system: ReferenceSystem, named transformation: String?, sample: CoordinateSample, _ context: ProjContext) throws(FileError) {
        self.context = context
        guard let object = ProjObject(context, system.definition)?.horizontal, let base = object.geodetic,
            let direct = Self.normalised(context, object.handle, base.handle)
        else { throw .transformationMustBeUsable(found: system.name) }
        guard let transformation, !transformation.trimmingCharacters(in: .whitespaces).isEmpty else {
            steps = try Self.unaided(system, object, direct, context)
            changesNothing = system.isGeographic && [.cgcs2000, .wgs84].contains(system.datum) && returns(sample)
            return
        }
        if let parameters = SevenParameters(transformation) {
            guard let ellipsoid = base.ellipsoid, let shift = parameters.operation(context, from: ellipsoid) else {
                proj_destroy(direct)
                throw .transformationMustBeUsable(found: transformation)
            }
            steps = [direct, shift]
        } else {
            guard transformation.contains("+proj="), let whole = proj_create(context.handle, transformation), proj_is_crs(whole) == 0 else {
                proj_destroy(direct)
                throw .transformationMustBeUsable(found: transformation)
            }
            steps = [whole]
            defer { proj_destroy(direct) }
            try check(sample, against: [direct], transformation)
            return
        }
        try check(sample, against: [direct], transformation)
    }

    deinit {
        for step in steps { proj_destroy(step) }
    }

    private static func unaided(
        _ system: ReferenceSystem, _ object: ProjObject, _ direct: OpaquePointer, _ context: ProjContext
    ) throws(FileError) -> [OpaquePointer] {
        switch system.datum {
        case .cgcs2000, .wgs84: return [direct]
        case .xian80, .beijing54:
            proj_destroy(direct)
            throw .transformationMustBeNamed(system: system.name)
        case .other:
            proj_destroy(direct)
            guard let target = ProjObject(context, "EPSG:4326"), let operation = normalised(context, object.handle, target.handle) else {
                throw .transformationMustBeNamed(system: system.name)
            }
            return [operation]
        }
    }

    /// Longitude first and in degrees, whatever the authority says; nil when PROJ would only pretend that two datums are one.
    private static func normalised(_ context: ProjContext, _ from: OpaquePointer, _ to: OpaquePointer) -> OpaquePointer? {
        let operation = GDAL.withStrings(["ALLOW_BALLPARK=NO"]) { proj_create_crs_to_crs_from_pj(context.handle, from, to, nil, $0) }
        guard let operation else { return nil }
        defer { proj_destroy(operation) }
        return proj_normalize_for_visualization(context.handle, operation)
    }

    private func returns(_ sample: CoordinateSample) -> Bool {
        var points = sample.points
        return apply(&points)
            && zip(points, sample.points).allSatisfy { $0.x.bitPattern == $1.x.bitPattern && $0.y.bitPattern == $1.y.bitPattern }
    }

    /// In place. False when a position has no place on the ground; the positions are then of no use.
    func apply(_ points: inout [PlanePoint]) -> Bool {
        Self.run(steps, &points)
    }

    private static func run(_ steps: [OpaquePointer], _ points: inout [PlanePoint]) -> Bool {
        let stride = MemoryLayout<PlanePoint>.stride
        points.withUnsafeMutableBytes { bytes in
            guard let base = bytes.baseAddress else { return }
            let x = base.assumingMemoryBound(to: Double.self)
            let count = bytes.count / stride
            for step in steps {
                _ = proj_trans_generic(step, PJ_FWD, x, stride, count, x + 1, stride, count, nil, 0, 0, nil, 0, 0)
                proj_errno_reset(step)
            }
        }
        return points.allSatisfy { $0.isFinite && abs($0.y) <= 90 }
    }

    /// The named transformation against the position without a datum shift.
    private func check(_ sample: CoordinateSample, against direct: [OpaquePointer], _ named: String) throws(FileError) {
        guard let first = sample.points.first else { return }
        var shifted = [first]
        var plain = [first]
        let works = apply(&shifted) && Self.run(Array(steps.prefix(steps.count - 1)).isEmpty ? direct : direct, &plain)
        let distance = max(abs(shifted[0].x - plain[0].x), abs(shifted[0].y - plain[0].y))
        guard works, distance <= Self.plausibleShiftDegrees else {
            throw .transformationMustBeUsable(found: "\(named): moves land by \(distance)°")
        }
    }
}

/// Seven parameters `dx,dy,dz,rx,ry,rz,ppm` (七参数): metres, arc seconds, parts per million; position vector convention.
struct SevenParameters: Equatable {
    private let values: [Double]

    /// Nil for anything but seven finite numbers.
    init?(_ words: String) {
        let numbers = words.split(whereSeparator: { ", ;，".contains($0) }).map { Double($0) }
        guard numbers.count == 7, numbers.allSatisfy({ $0?.isFinite == true }) else { return nil }
        values = numbers.compactMap { $0 }
    }

    /// Degrees on an ellipsoid to degrees on CGCS2000, heights taken as zero.
    func operation(_ context: ProjContext, from ellipsoid: (axis: Double, inverseFlattening: Double)) -> OpaquePointer? {
        let v = values
        return proj_create(
            context.handle,
            """
            +proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad \
            +step +proj=cart +a=\(ellipsoid.axis) +rf=\(ellipsoid.inverseFlattening) \
            +step +proj=helmert +x=\(v[0]) +y=\(v[1]) +z=\(v[2]) +rx=\(v[3]) +ry=\(v[4]) +rz=\(v[5]) +s=\(v[6]) +convention=position_vector \
            +step +inv +proj=cart +a=6378137 +rf=298.257222101 \
            +step +proj=unitconvert +xy_in=rad +xy_out=deg
            """)
    }
}
