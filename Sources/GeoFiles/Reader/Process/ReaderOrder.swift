/// The first frame a reader process receives (读取进程指令).
struct ReaderOrder: Codable {
    enum Verb: String, Codable {
        case read, write, overlay
    }
    var verb: Verb
    /// A private folder the parent made and removes: links to the file and its companions, members of archives, side files of drivers.
    var workFolder: String
    /// For `read`.
    var request: ReadRequest?
    /// For `overlay`.
    var overlay: FileOverlayOrder?
}
