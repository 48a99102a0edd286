import ArgumentParser

@main struct LandLedger: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "landledger", subcommands: [ReaderCommand.self])

    func run() async throws { print("hi") }
}
