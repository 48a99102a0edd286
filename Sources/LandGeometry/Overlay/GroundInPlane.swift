extension GroundBatch {
    /// Appends the points of a ring in a plane, closed.
    func project(_ ring: Int, in plane: Plane, into points: inout [EqualAreaPoint]) {
        let range = positions(of: ring)
        let first = points.count
        points.append(contentsOf: repeatElement(EqualAreaPoint(x: 0, y: 0), count: range.count + 1))
        x.withUnsafeBufferPointer { x in
            y.withUnsafeBufferPointer { y in
                points.withUnsafeMutableBufferPointer { points in
                    for (k, i) in range.enumerated() { points[first + k] = plane.point(at: Position(longitude: x[i], latitude: y[i])) }
                    points[first + range.count] = points[first]
                }
            }
        }
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
        let range = positions(ofFeature: feature)
        let (minX, maxX) = x[range].extent
        let (minY, maxY) = y[range].extent
        return minX <= maxX && minY <= maxY ? (minX, minY, maxX, maxY) : nil
    }
}

extension ArraySlice<Double> {
    /// The least and the largest number, eight at a time; an empty extent when a number is none to reckon with.
    fileprivate var extent: (Double, Double) {
        withUnsafeBufferPointer { numbers in
            var low = SIMD8<Double>(repeating: .infinity)
            var high = -low
            var doubt = SIMD8<Double>.zero
            let whole = numbers.count & ~7
            for start in stride(from: 0, to: whole, by: 8) {
                let eight = UnsafeRawPointer(numbers.baseAddress.unsafelyUnwrapped + start).loadUnaligned(as: SIMD8<Double>.self)
                low.replace(with: eight, where: eight .< low)
                high.replace(with: eight, where: eight .> high)
                doubt += eight * 0
            }
            var (least, largest, unsound) = (low.min(), high.max(), doubt.sum())
            for number in numbers[whole...] {
                least = Swift.min(least, number)
                largest = Swift.max(largest, number)
                unsound += number * 0
            }
            return unsound == 0 && least > -1e100 && largest < 1e100 ? (least, largest) : (.infinity, -.infinity)
        }
    }
}
