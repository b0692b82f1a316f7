import Foundation
import PackagePlugin

/// Has the schema that the migrations make together written as Swift before the storage is compiled.
@main struct SchemaCompilerPlugin: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: Target) async throws -> [Command] {
        let output = context.pluginWorkDirectoryURL.appending(path: "CompiledSchema.swift")
        return [
            .buildCommand(
                displayName: "Compiling the schema", executable: try context.tool(named: "SchemaCompiler").url,
                arguments: [output.path], inputFiles: [], outputFiles: [output])
        ]
    }
}
