import Enforcement
import Foundation
import GeoFiles
import LandGeometry
import Testing

@testable import Casework

@Suite("Suspicion of shifted map coordinates")
struct ShiftTestTests {
    private static let county = LayerFeature(
        number: 1, code: "U1", name: nil,
        shape: MultiPolygon([
            Polygon(
                outer: Ring([
                    Position(longitude: 117.7, latitude: 36.7), Position(longitude: 117.9, latitude: 36.7),
                    Position(longitude: 117.9, latitude: 36.9), Position(longitude: 117.7, latitude: 36.9),
                ]))
        ]), attributes: [])

    /// Patches over the whole county, some of them within 300 m of its eastern border.
    private static let inside = (0..<400).map { index in
        Position(longitude: 117.702 + Double(index % 20) * 0.0103, latitude: 36.702 + Double(index / 20) * 0.0103)
    }

    /// The oracle is the pair every open conversion library prints for the centre of Beijing.
    @Test("The shift at the centre of Beijing is the published one, and undoing it comes back within five metres")
    func beijing() {
        let position = Position(longitude: 116.404, latitude: 39.915)
        let offset = ChinaShift.offset(position)
        #expect(abs(position.longitude + offset.longitude - 116.410_244_499_169) < 1e-9)
        #expect(abs(position.latitude + offset.latitude - 39.916_404_281_502) < 1e-9)
        let shifted = Position(longitude: position.longitude + offset.longitude, latitude: position.latitude + offset.latitude)
        let back = ChinaShift.undone(shifted)
        #expect(abs(back.longitude - position.longitude) < 5e-5 && abs(back.latitude - position.latitude) < 5e-5)
    }

    @Test("Patches that leave the county by the shift, and come back when it is undone, are told")
    func shifted() throws {
        let moved = Self.inside.map { position in
            let offset = ChinaShift.offset(position)
            return Position(longitude: position.longitude + offset.longitude, latitude: position.latitude + offset.latitude)
        }
        let remark = try #require(ShiftTest(units: [Self.county]).remark(on: moved))
        #expect(remark.rule == .coordinatesMayBeShifted && remark.effect == .noted)
        #expect(remark.found?.contains("/400 outside every unit, 0 when GCJ-02 is undone") == true, "\(remark.found ?? "")")
    }

    @Test("Patches that lie in the county, across its border, or in another county raise no suspicion")
    func unshifted() {
        let test = ShiftTest(units: [Self.county])
        let across = Self.inside + (0..<20).map { Position(longitude: 117.91 + Double($0) * 0.001, latitude: 36.8) }
        let elsewhere = Self.inside.map { Position(longitude: $0.longitude + 1, latitude: $0.latitude) }
        for positions in [Self.inside, across, elsewhere, []] { #expect(test.remark(on: positions) == nil) }
        #expect(ShiftTest(units: []).remark(on: Self.inside) == nil)
    }
}
