import Foundation

/// Lets this process change files below one folder only (写入围栏), by Linux's Landlock; where the kernel has none, nothing happens.
///
/// Drivers are not trusted to leave what they read alone: GDAL rewrites a Shapefile's index, writes schemas beside GML and
/// databases beside VFK, whatever the file's permissions when the server runs as root.
enum WriteFence {
    private typealias SystemCall = @convention(c) (Int, Int, Int, Int, Int) -> Int
    private typealias ProcessControl = @convention(c) (Int32, Int, Int, Int, Int) -> Int32

    /// Write file, remove folder and file, make device, folder, file, socket, pipe, block device, link (`linux/landlock.h`, first version).
    private static let changes: UInt64 = 0x2 | 0x1FF0

    @discardableResult
    static func enclose(_ folder: String) -> Bool {
        guard let callSymbol = dlsym(nil, "syscall"), let controlSymbol = dlsym(nil, "prctl") else { return false }
        let call = unsafeBitCast(callSymbol, to: SystemCall.self)
        let control = unsafeBitCast(controlSymbol, to: ProcessControl.self)
        let (createRuleset, addRule, restrictSelf, noNewPrivileges) = (444, 445, 446, Int32(38))
        var handled = changes
        let ruleset = withUnsafeMutablePointer(to: &handled) { call(createRuleset, Int(bitPattern: $0), 8, 0, 0) }
        guard ruleset >= 0 else { return false }
        defer { close(Int32(ruleset)) }
        for path in [folder, "/dev/null"] {
            // struct landlock_path_beneath_attr: allowed accesses, then the folder's descriptor, packed
            let descriptor = open(path, O_RDONLY)
            var rule: (UInt64, Int32) = (path == folder ? changes : 0x2, descriptor)
            _ = withUnsafeMutablePointer(to: &rule) { call(addRule, ruleset, 1, Int(bitPattern: $0), 0) }
            close(descriptor)
        }
        return control(noNewPrivileges, 1, 0, 0, 0) == 0 && call(restrictSelf, ruleset, 0, 0, 0) == 0
    }
}
