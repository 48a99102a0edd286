import ArgumentParser
import Foundation
import Hummingbird
import Logging
import Site

/// `landledger serve`: the workplace.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "工作平台 Serve the workplace.",
        discussion: "EXAMPLE\n  landledger serve --home var/demo --port 8080")
    @OptionGroup var common: CommonOptions
    @Option(help: "Address to listen on.") var host = "127.0.0.1"
    @Option(name: .shortAndLong, help: "Port; 0 takes a free one.") var port = 8080
    @Option(help: "Folder of the front-end files the setup installed.") var vendor = "vendor"
    @ArgumentParser.Flag(help: "The site is reached by HTTPS through a proxy: cookies are marked so.") var secure = false
    @Option(help: "Megabytes of map tiles kept in memory; 0 makes every tile anew.") var tileMemory = 64
    @Option(help: "Log level.") var logLevel: Logger.Level = .notice

    func run() async throws {
        let terminal = Terminal(common)
        let level = logLevel
        LoggingSystem.bootstrap { label in
            var handler = StreamLogHandler.standardError(label: label)
            handler.logLevel = level
            return handler
        }
        do {
            let home = Home(common.home)
            let casework = try await home.open()
            let demonstration = DemonstrationAccounts.read(from: home)
            let configuration = SiteConfiguration(
                host: host, port: port, vendorFolder: vendor, workFolder: home.folder.appendingPathComponent("work").path,
                demonstrationNotice: demonstration != nil, isSecure: secure, tileMemory: max(0, tileMemory) << 20)
            for line in demonstration?.lines(terminal) ?? [] { print(line) }
            let site = try await buildSite(configuration, casework: casework, logger: Logger(label: "landledger")) { [host] port in
                // Tests and `make run` wait for this line; it must not stand in a buffer.
                FileHandle.standardOutput.write(Data("http://\(host):\(port)\n".utf8))
            }
            try await site.runService()
        } catch {
            throw terminal.failure(error)
        }
    }
}

extension Logger.Level: @retroactive ExpressibleByArgument {}
