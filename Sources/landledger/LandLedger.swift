import ArgumentParser

@main struct LandLedger: AsyncParsableCommand { func run() async throws { print("hi") } }
