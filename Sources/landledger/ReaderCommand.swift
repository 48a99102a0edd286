import ArgumentParser
import Foundation
import GeoFiles

/// The process that reads foreign files, started by `FileReader` (读取进程); not for people.
struct ReaderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "reader", shouldDisplay: false)

    func run() {
        Foundation.exit(ReaderProcess.main())
    }
}
