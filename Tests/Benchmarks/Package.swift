// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [.swiftLanguageMode(.v6)]

func library(_ name: String, _ pkgConfig: String) -> Target {
    .systemLibrary(name: name, path: "Sources/SystemLibraries/\(name)", pkgConfig: pkgConfig)
}

func module(
    _ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = [], plugins: [Target.PluginUsage] = []
) -> Target {
    .target(
        name: name, dependencies: dependencies, resources: resources, swiftSettings: strict, plugins: plugins)
}

// A package of its own: who builds nianbao need not build this. `Whole` measures the built program from outside, as its
// users run it; what cannot be told apart from outside, `Inside` measures in the modules themselves, which are links to
// those of nianbao.
let package = Package(
    name: "Benchmarks",
    dependencies: [
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0")
    ],
    targets: [
        library("CArchive", "libarchive"),
        .systemLibrary(name: "CLinux", path: "Sources/SystemLibraries/CLinux"),
        library("CXML2", "libxml-2.0"),
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
        module("Support", ["Catalogue"]),
        .executableTarget(
            name: "Benchmarks", dependencies: ["Values", "Catalogue", "Documents", "Reports", "Support"],
            swiftSettings: strict),
    ]
)
