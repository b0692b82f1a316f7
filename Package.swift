// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [.swiftLanguageMode(.v6)]

/// The modules in the way of the data: each uses those before it, and the catalogue.
let package = Package(
    name: "nianbao",
    products: [
        .executable(name: "nianbao", targets: ["nianbao"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CZlib", path: "Sources/SystemLibraries/CZlib", pkgConfig: "zlib",
            providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(
            name: "CCrypto", path: "Sources/SystemLibraries/CCrypto", pkgConfig: "libcrypto",
            providers: [.apt(["libssl-dev"])]),
        .systemLibrary(
            name: "CSQLite", path: "Sources/SystemLibraries/CSQLite", pkgConfig: "sqlite3",
            providers: [.apt(["libsqlite3-dev"])]),

        .target(
            name: "Catalogue",
            dependencies: [.product(name: "Yams", package: "Yams")],
            resources: [.embedInCode("Data")],
            swiftSettings: strict),
        .target(name: "Documents", dependencies: ["Catalogue"], swiftSettings: strict),
        .target(name: "Reports", dependencies: ["Catalogue", "Documents"], swiftSettings: strict),
        .target(
            name: "Migrations", path: "Migrations", resources: [.embedInCode("sql")], swiftSettings: strict),
        .target(
            name: "Storage",
            dependencies: [
                "Catalogue", "Documents", "Reports", "Migrations", "CZlib", "CCrypto", "CSQLite",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .target(
            name: "Importing", dependencies: ["Catalogue", "Documents", "Reports", "Storage"],
            swiftSettings: strict),
        .target(name: "Output", dependencies: ["Catalogue"], swiftSettings: strict),
        .executableTarget(
            name: "nianbao",
            dependencies: [
                "Catalogue", "Documents", "Reports", "Storage", "Importing", "Output",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),

        .testTarget(name: "CatalogueTests", dependencies: ["Catalogue"], swiftSettings: strict),
        .testTarget(name: "MigrationsTests", dependencies: ["Migrations"], swiftSettings: strict),
        .testTarget(
            name: "StorageTests",
            dependencies: [
                "Catalogue", "Documents", "Reports", "Migrations", "Storage",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
    ]
)
