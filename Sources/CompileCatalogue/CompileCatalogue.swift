import Foundation
import PackagePlugin

/// Has the YAML files of the catalogue written as Swift before the catalogue is compiled. Who packages the program
/// names the commit that it is built from in `NIANBAO_COMMIT`; else nothing of the build depends on it.
@main struct CatalogueCompilerPlugin: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: Target) async throws -> [Command] {
        let folder = target.directoryURL.appending(path: "Data")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "yaml" }.sorted { $0.path < $1.path }
        let output = context.pluginWorkDirectoryURL.appending(path: "CompiledCatalogue.swift")
        let commit = ProcessInfo.processInfo.environment["NIANBAO_COMMIT"] ?? ""
        return [
            .buildCommand(
                displayName: "Compiling the catalogue's data",
                executable: try context.tool(named: "CatalogueCompiler").url,
                arguments: [output.path, commit] + files.map(\.path), inputFiles: files, outputFiles: [output])
        ]
    }
}
