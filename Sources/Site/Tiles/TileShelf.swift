import Foundation
import GeoFiles

/// Tiles of layer versions kept on disk (瓦片文件缓存): a version never changes, so its tiles outlive the program.
///
/// One folder per version under the work folder; deleting it is safe at any time. Trouble with the disk costs time, never a tile:
/// what cannot be read is made again. Called on the workshop's threads only.
struct TileShelf: Sendable {
    let folder: String

    func tile(of source: String, at address: TileAddress) -> [UInt8]? {
        FileManager.default.contents(atPath: path(source, address)).map { [UInt8]($0) }
    }

    /// Written beside and renamed, so that a tile is whole or absent.
    func keep(_ bytes: [UInt8], of source: String, at address: TileAddress) {
        let path = path(source, address)
        try? FileManager.default.createDirectory(
            atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try? Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    }

    private func path(_ source: String, _ address: TileAddress) -> String {
        "\(folder)/\(source)/\(address.zoom)/\(address.column)/\(address.row).mvt"
    }
}
