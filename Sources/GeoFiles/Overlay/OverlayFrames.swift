import Foundation
import LandGeometry

/// The figures of an overlay as bytes between the processes (套合帧); the reading half trusts nothing it is sent.
struct OverlayFrames {
    private var patches: [FileOverlayTable.Patch] = []
    private var figures: [FileOverlayTable.Figure] = []

    /// A frame takes about this many entries.
    static let frameEntries = 10_000

    static func progress(_ count: Int) -> [UInt8] {
        var writer = FrameWriter(.progress)
        writer.put(Int64(count))
        return writer.bytes
    }

    static func count(_ payload: ArraySlice<UInt8>) throws(FileError) -> Int {
        let count = payload.withUnsafeBytes { bytes in
            var reader = FrameReader(bytes)
            return reader.integer(Int64.self)
        }
        guard let count else { throw broken }
        return Int(count)
    }

    static func frame(_ patches: ArraySlice<FileOverlayTable.Patch>) -> [UInt8] {
        var writer = FrameWriter(.patches)
        writer.put(UInt32(patches.count))
        for patch in patches {
            writer.put(Int64(patch.row))
            writer.put(UInt8(patch.key == nil ? 0 : 1))
            writer.put((patch.key ?? "").utf8)
            writer.put(patch.area.squareMetres)
        }
        return writer.bytes
    }

    static func frame(_ figures: ArraySlice<FileOverlayTable.Figure>) -> [UInt8] {
        var writer = FrameWriter(.figures)
        writer.put(UInt32(figures.count))
        for figure in figures {
            writer.put(UInt32(figure.patch))
            writer.put(UInt16(figure.layer))
            writer.put(UInt32(figure.classNumber))
            writer.put(UInt32(figure.pieces))
            writer.put(figure.area.squareMetres)
        }
        return writer.bytes
    }

    mutating func take(_ kind: FrameKind, _ payload: ArraySlice<UInt8>) throws(FileError) {
        let isWhole = payload.withUnsafeBytes { bytes in
            var reader = FrameReader(bytes)
            guard let count = reader.integer(UInt32.self) else { return false }
            return (0..<count).allSatisfy { _ in takeEntry(kind, &reader) }
        }
        guard isWhole else { throw Self.broken }
    }

    private mutating func takeEntry(_ kind: FrameKind, _ reader: inout FrameReader) -> Bool {
        switch kind {
        case .patches:
            guard let patch = Self.patch(&reader) else { return false }
            patches.append(patch)
        case .figures:
            guard let figure = Self.figure(&reader) else { return false }
            figures.append(figure)
        default: return false
        }
        return true
    }

    /// Everything taken, with the summary that ends it: every figure must be about something that was announced.
    func table(_ summary: ArraySlice<UInt8>) throws -> FileOverlayTable {
        let summary = try JSONDecoder.ofFrames.decode(FileOverlaySummary.self, from: Data(summary))
        for figure in figures {
            guard patches.indices.contains(figure.patch), summary.files.indices.contains(figure.layer + 1),
                summary.files[figure.layer + 1].classes.indices.contains(figure.classNumber)
            else { throw Self.broken }
        }
        return FileOverlayTable(patches: patches, figures: figures, summary: summary)
    }

    private static func patch(_ reader: inout FrameReader) -> FileOverlayTable.Patch? {
        guard let row = reader.integer(Int64.self), let hasKey = reader.integer(UInt8.self), let key = reader.text(),
            let area = reader.double()
        else { return nil }
        return FileOverlayTable.Patch(row: Int(row), key: hasKey == 0 ? nil : key, area: Area(squareMetres: area))
    }

    private static func figure(_ reader: inout FrameReader) -> FileOverlayTable.Figure? {
        guard let patch = reader.integer(UInt32.self), let layer = reader.integer(UInt16.self),
            let classNumber = reader.integer(UInt32.self), let pieces = reader.integer(UInt32.self), let area = reader.double()
        else { return nil }
        return FileOverlayTable.Figure(
            patch: Int(patch), layer: Int(layer), classNumber: Int(classNumber), area: Area(squareMetres: area), pieces: Int(pieces))
    }

    private static var broken: FileError { .readerMustSurvive(found: "a frame that is none") }
}

extension JSONDecoder {
    /// For JSON written by `FrameOutput`.
    static var ofFrames: JSONDecoder {
        let decoder = JSONDecoder()
        decoder.nonConformingFloatDecodingStrategy = .convertFromString(positiveInfinity: "+", negativeInfinity: "-", nan: "?")
        return decoder
    }
}
