import LandGeometry
import Testing

@Suite("Squares of the map")
struct MercatorCellTests {
    @Test("A place lies in the square OpenStreetMap's formula gives")
    func known() {
        // Beijing's and Shanghai's tiles by the slippy-map formula of the OpenStreetMap wiki
        #expect(
            MercatorCell(level: 10, at: Position(longitude: 116.391, latitude: 39.907)) == MercatorCell(level: 10, column: 843, row: 388))
        #expect(
            MercatorCell(level: 12, at: Position(longitude: 121.4737, latitude: 31.2304))
                == MercatorCell(level: 12, column: 3430, row: 1673))
        #expect(MercatorCell(level: 3, at: Position(longitude: .nan, latitude: 0)) == nil)
        #expect(MercatorCell(level: 3, at: Position(longitude: 180, latitude: -90)) == MercatorCell(level: 3, column: 7, row: 7))
    }

    @Test("The squares within a square are one run of keys, and its middle lies in it", arguments: [0, 1, 5, 12, 15])
    func keys(level: Int) throws {
        let position = Position(longitude: 117.93, latitude: 36.81)
        let cell = try #require(MercatorCell(level: level, at: position))
        #expect(MercatorCell(level: level, key: cell.key) == cell)
        #expect(MercatorCell(level: level, at: cell.middle) == cell)
        let deep = try #require(MercatorCell(level: 15, at: position))
        #expect(deep.within(level) == cell && cell.keys(at: 15).contains(deep.key))
        #expect(cell.keys(at: 15).count == 1 << (2 * (15 - level)))
        let beside = MercatorCell(level: 15, column: deep.column ^ (1 << (15 - max(level, 1))), row: deep.row)
        #expect(cell.keys(at: 15).contains(beside.key) == (level == 0))
    }
}
