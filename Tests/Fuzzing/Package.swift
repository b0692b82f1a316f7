// swift-tools-version: 6.1
import PackageDescription

// Counts the ways through the code for libFuzzer, and watches every access to memory.
let watched: [SwiftSetting] = [
    .swiftLanguageMode(.v6), .unsafeFlags(["-sanitize=fuzzer,address", "-enable-testing"]),
]

func library(_ name: String, _ pkgConfig: String) -> Target {
    .systemLibrary(name: name, path: "Sources/SystemLibraries/\(name)", pkgConfig: pkgConfig)
}

func module(
    _ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = [], plugins: [Target.PluginUsage] = []
) -> Target {
    .target(
        name: name, dependencies: dependencies, resources: resources, swiftSettings: watched, plugins: plugins)
}

// A package of its own, since sanitizers are for whole programs. The modules are links to those of nianbao.
let package = Package(
    name: "Fuzzing",
    dependencies: [
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0")
    ],
    targets: [
        library("CArchive", "libarchive"),
        library("CDeflate", "libdeflate"),
        .systemLibrary(name: "CLinux", path: "Sources/SystemLibraries/CLinux"),
        library("CXLSXWriter", "xlsxwriter"),
        library("CXML2", "libxml-2.0"),
        module("Values", []),
        // Also a part of the tool that runs while the package is built, which is no fuzzer.
        .target(name: "CompactYAML", dependencies: ["Yams"], swiftSettings: [.swiftLanguageMode(.v6)]),
        .executableTarget(
            name: "CatalogueCompiler", dependencies: ["CompactYAML"], swiftSettings: [.swiftLanguageMode(.v6)]),
        .plugin(
            name: "CompileCatalogue", capability: .buildTool(), dependencies: ["CatalogueCompiler"],
            path: "Sources/CompileCatalogue"),
        module(
            "Catalogue", ["Values", "CompactYAML", "Yams"], resources: [.embedInCode("Data")],
            plugins: ["CompileCatalogue"]),
        module("Documents", ["Values", "CXML2", "CArchive", "CLinux"]),
        module("Reports", ["Values", "Catalogue", "Documents"], resources: [.embedInCode("Data")]),
        module("Output", ["Values", "CLinux", "CXLSXWriter", "CArchive", "CDeflate"]),
        .executableTarget(
            name: "Fuzzing", dependencies: ["Values", "Catalogue", "Documents", "Reports", "Output"],
            swiftSettings: watched,
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"])]),
    ]
)
