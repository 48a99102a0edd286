// swift-tools-version:6.2
import Foundation
import PackageDescription

// Swift 6 language mode, every warning an error: the house style of ARCHITECTURE.md.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]
// The kernel and the reading of files are optimised in debug builds too, so that tests run on real data.
let hot = settings + [.unsafeFlags(["-O"], .when(configuration: .debug))]

// The kernel uses the wide registers of the machine it is built on; a program for other machines is built with
// LANDLEDGER_CPU=baseline. Figures are the same to the last bit: Swift never contracts a·b + c. Started on a processor
// that lacks them, the program says so (Sources/landledger/Processor.swift).
let processor = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
let isWide = ["avx2", "bmi2", "fma"].allSatisfy { processor.contains(" \($0) ") }
let cpu = Context.environment["LANDLEDGER_CPU"] ?? (isWide ? "x86-64-v3" : "baseline")
let wide: [SwiftSetting] = cpu == "x86-64-v3" ? [.unsafeFlags(["-Xcc", "-march=x86-64-v3"])] : []
let told: [SwiftSetting] = cpu == "x86-64-v3" ? [.define("KERNEL_X86_64_V3")] : []

let package = Package(
    name: "landledger",
    platforms: [.macOS(.v26)],
    products: [.executable(name: "landledger", targets: ["landledger"])],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1", traits: ["FullFoundation"]),
        .package(url: "https://github.com/hummingbird-project/swift-mustache.git", from: "2.1.1"),
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
        .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams.git", from: "6.2.2"),
    ],
    targets: [
        // C libraries of the system
        .systemLibrary(name: "CGDAL", pkgConfig: "gdal", providers: [.apt(["libgdal-dev"])]),
        .systemLibrary(name: "CGEOS", pkgConfig: "geos", providers: [.apt(["libgeos-dev"])]),
        .systemLibrary(name: "CPROJ", pkgConfig: "proj", providers: [.apt(["libproj-dev"])]),
        .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CArgon2", pkgConfig: "libargon2", providers: [.apt(["libargon2-dev"])]),
        .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),

        // The program, lowest first; imports run one way (Tests/TidyTests checks it)
        .target(name: "LandGeometry", swiftSettings: hot + wide),
        .target(
            name: "GeoFiles",
            dependencies: ["LandGeometry", "CGDAL", "CGEOS", "CPROJ", "COpenSSL", "CXlsxWriter", "CZlib", "CExpat"],
            swiftSettings: hot),
        .target(
            name: "Enforcement",
            dependencies: ["LandGeometry", .product(name: "Yams", package: "Yams")],
            resources: [.embedInCode("Plan/Dates/china-workdays.csv")],
            swiftSettings: settings),
        .target(
            name: "Casework",
            dependencies: ["Enforcement", "GeoFiles", "LandGeometry"],
            swiftSettings: settings),
        .target(
            name: "LedgerSQLite",
            dependencies: [
                "Enforcement", "GeoFiles", "LandGeometry",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: settings),
        .target(
            name: "Site",
            dependencies: [
                "Casework", "Enforcement", "GeoFiles", "LandGeometry", "CArgon2",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            resources: [.copy("Templates"), .copy("Public")],
            swiftSettings: settings),
        .executableTarget(
            name: "landledger",
            dependencies: [
                "Casework", "Enforcement", "GeoFiles", "LandGeometry", "LedgerSQLite", "Site",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
            ],
            resources: [.copy("Resources")],
            swiftSettings: settings + told),

        .target(name: "Seeds", path: "Tests/Seeds", swiftSettings: settings),
        .testTarget(name: "LandGeometryTests", dependencies: ["LandGeometry", "GeoFiles", "CGEOS", "CZlib", "Seeds"], swiftSettings: hot),
        .testTarget(name: "GeoFilesTests", dependencies: ["GeoFiles", "LandGeometry", "landledger", "Seeds"], swiftSettings: settings),
        .testTarget(name: "EnforcementTests", dependencies: ["Enforcement", "LandGeometry"], swiftSettings: settings),
        .testTarget(
            name: "LedgerTests",
            dependencies: [
                "LedgerSQLite", "Enforcement", "LandGeometry", "GeoFiles", "Seeds", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: settings),
        .testTarget(
            name: "CaseworkTests",
            dependencies: ["Casework", "Enforcement", "GeoFiles", "LandGeometry", "landledger"],
            swiftSettings: settings),
        .testTarget(
            name: "SiteTests",
            dependencies: [
                "Site", "Casework", "Enforcement", "GeoFiles", "LandGeometry",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
            ],
            swiftSettings: settings),
        .testTarget(
            name: "EndToEndTests", dependencies: ["landledger", "GeoFiles", "LandGeometry", "Enforcement"], swiftSettings: settings),
        .testTarget(name: "TidyTests", swiftSettings: settings),
    ]
)
