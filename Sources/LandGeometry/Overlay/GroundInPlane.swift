extension GroundBatch {
    /// Writes the points of a ring in a plane, closed: one more than it has positions.
    @inline(__always)
    func project(_ ring: Int, in plane: Plane, into points: UnsafeMutablePointer<EqualAreaPoint>) {
        let count = positionCount(of: ring)
        guard count > 0 else { return }
        withBytes(of: ring) { bytes in
            switch plane {
            case .equalArea: AreaProjection.standard.project(count, bytes, into: points)
            case .asGiven:
                for i in 0..<count { points[i] = plane.point(at: bytes.position(i)) }
            }
        }
        points[count] = points[0]
    }

    /// The box of a feature in a plane; empty when it has no positions or one that is not a finite number. Both planes
    /// grow with the coordinates, so the corners tell.
    func box(of feature: Int, in plane: Plane) -> PlaneBox {
        guard let it = extent(of: feature) else { return .empty }
        let low = plane.point(at: Position(longitude: it.minX, latitude: it.minY))
        let high = plane.point(at: Position(longitude: it.maxX, latitude: it.maxY))
        return PlaneBox(minX: low.x, minY: low.y, maxX: high.x, maxY: high.y)
    }

    /// The least and the largest coordinates of a feature as they stand; nil without positions, or when one is not finite.
    public func extent(of feature: Int) -> (minX: Double, minY: Double, maxX: Double, maxY: Double)? {
        var whole = PlaneBox.empty
        for ring in rings(of: feature) {
            guard let box = withBytes(of: ring, { $0.extent(ofPositions: positionCount(of: ring)) }) else { return nil }
            whole.include(box)
        }
        return whole.isEmpty ? nil : (whole.minX, whole.minY, whole.maxX, whole.maxY)
    }
}

extension UnsafeRawPointer {
    /// Four positions at a time, number by number, for then the compiler takes all eight numbers at once.
    fileprivate func extent(ofPositions count: Int) -> PlaneBox? {
        withUnsafeTemporaryAllocation(of: Double.self, capacity: 24) { lanes in
            guard let low = lanes.baseAddress else { return nil }
            let (high, doubt) = (low + 8, low + 16)
            for lane in 0..<8 { (low[lane], high[lane], doubt[lane]) = (.infinity, -.infinity, 0) }
            let whole = count & ~3
            var place = self
            for _ in 0..<(whole / 4) {
                var lane = 0
                while lane < 8 {
                    let number = (place + lane &* 8).loadUnaligned(as: Double.self)
                    low[lane] = number < low[lane] ? number : low[lane]
                    high[lane] = number > high[lane] ? number : high[lane]
                    doubt[lane] += number * 0
                    lane &+= 1
                }
                place += 4 * GroundBatch.positionBytes
            }
            var box = PlaneBox.empty
            var unsound = 0.0
            for lane in stride(from: 0, to: 8, by: 2) {
                box.include(PlaneBox(minX: low[lane], minY: low[lane + 1], maxX: high[lane], maxY: high[lane + 1]))
                unsound += doubt[lane] + doubt[lane + 1]
            }
            for i in whole..<count {
                let it = position(i)
                box.include(x: it.longitude, y: it.latitude)
                unsound += it.longitude * 0 + it.latitude * 0
            }
            return unsound == 0 && box.isWithin(1e100) ? box : nil
        }
    }
}

extension PlaneBox {
    fileprivate func isWithin(_ most: Double) -> Bool { minX > -most && minY > -most && maxX < most && maxY < most }
}
