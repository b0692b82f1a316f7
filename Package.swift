// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [.swiftLanguageMode(.v6)]

/// A C library of the system, with the Debian package that brings it.
func library(_ name: String, _ pkgConfig: String, apt: String) -> Target {
    .systemLibrary(
        name: name, path: "Sources/SystemLibraries/\(name)", pkgConfig: pkgConfig, providers: [.apt([apt])])
}

func module(
    _ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = [], plugins: [Target.PluginUsage] = []
) -> Target {
    .target(
        name: name, dependencies: dependencies, resources: resources, swiftSettings: strict, plugins: plugins)
}

func tests(_ module: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(
        name: "\(module)Tests", dependencies: ["Support"] + dependencies, exclude: exclude, swiftSettings: strict)
}

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")

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
    // In the order of the way of the data; `LayeringTests` holds who may use whom.
    targets: [
        library("CArchive", "libarchive", apt: "libarchive-dev"),
        library("CCrypto", "libcrypto", apt: "libssl-dev"),
        library("CDeflate", "libdeflate", apt: "libdeflate-dev"),
        .systemLibrary(name: "CLinux", path: "Sources/SystemLibraries/CLinux"),
        library("CSQLite", "sqlite3", apt: "libsqlite3-dev"),
        library("CXLSXWriter", "xlsxwriter", apt: "libxlsxwriter-dev"),
        library("CXML2", "libxml-2.0", apt: "libxml2-dev"),

        module("Values", []),
        module("CompactYAML", ["Yams"]),
        .executableTarget(name: "CatalogueCompiler", dependencies: ["CompactYAML"], swiftSettings: strict),
        .plugin(
            name: "CompileCatalogue", capability: .buildTool(), dependencies: ["CatalogueCompiler"],
            path: "Sources/CompileCatalogue"),
        module(
            "Catalogue", ["Values", "CompactYAML", "Yams"], resources: [.embedInCode("Data")],
            plugins: ["CompileCatalogue"]),
        module("Documents", ["Values", "CXML2", "CArchive", "CLinux"]),
        module("Reports", ["Values", "Catalogue", "Documents"], resources: [.embedInCode("Data")]),
        module("Checks", ["Values", "Catalogue", "Reports"]),
        .target(
            name: "Migrations", path: "Migrations", resources: [.embedInCode("sql")],
            swiftSettings: strict),
        .executableTarget(
            name: "SchemaCompiler", dependencies: ["Migrations", "CSQLite"], swiftSettings: strict),
        .plugin(
            name: "CompileSchema", capability: .buildTool(), dependencies: ["SchemaCompiler"],
            path: "Sources/CompileSchema"),
        module(
            "Storage",
            ["Values", "Catalogue", "Documents", "Reports", "Migrations", "CCrypto", "CDeflate", "CSQLite", grdb],
            resources: [.embedInCode("Data")], plugins: ["CompileSchema"]),
        module("Importing", ["Values", "Catalogue", "Documents", "Reports", "Storage"]),
        module("Output", ["Values", "CLinux", "CXLSXWriter", "CArchive", "CDeflate"]),
        module(
            "Answers", ["Values", "Catalogue", "Documents", "Reports", "Checks", "Storage", "Output"],
            resources: [.embedInCode("Data")]),
        .executableTarget(
            name: "nianbao",
            dependencies: [
                "Values", "Catalogue", "Documents", "Reports", "Checks", "Storage", "Importing", "Answers", "Output",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),

        .target(name: "Support", dependencies: ["Catalogue"], path: "Tests/Support", swiftSettings: strict),
        // Runs the built program as its users do; what cannot be told apart from outside, it measures in the modules.
        .executableTarget(
            name: "Benchmarks", dependencies: ["Values", "Catalogue", "Documents", "Reports", "Support"],
            path: "Tests/Benchmarks", exclude: ["Peers"], swiftSettings: strict),
        tests("Values", ["Values"]),
        tests("Catalogue", ["Values", "CompactYAML", "Catalogue"]),
        tests("Documents", ["Values", "Documents"], exclude: ["Fixtures"]),
        tests("Reports", ["Values", "Catalogue", "Documents", "Reports"]),
        tests("Checks", ["Values", "Catalogue", "Documents", "Reports", "Checks"]),
        tests("Migrations", ["Migrations"]),
        tests("Storage", ["Values", "Catalogue", "Documents", "Reports", "Migrations", "Storage", "CSQLite", grdb]),
        tests("Importing", ["Values", "Catalogue", "Documents", "Reports", "Storage", "Importing"]),
        tests("Output", ["Values", "Output"]),
        tests(
            "Answers",
            ["Values", "Catalogue", "Documents", "Reports", "Checks", "Storage", "Importing", "Output", "Answers"],
            exclude: ["Engines"]),
        tests(
            "Command", ["nianbao", "CSQLite"],
            exclude: ["Survival/failing_writes.c", "Survival/power_cut.c", "Survival/large_inputs.py"]),
        tests("Fuzzing", ["Values", "Catalogue", "Documents", "Reports", "Output"], exclude: ["Hostile"]),
        tests("Structure", []),
    ]
)
