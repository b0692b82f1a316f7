import Values

/// LibreOffice, which knows the formats that others keep to themselves.
struct Office {
    private let program: String

    /// Nothing where it is not installed.
    init?(_ programs: InstalledPrograms) {
        guard let program = programs.first(of: "soffice", "libreoffice") else { return nil }
        self.program = program
    }

    /// A file in another format; `name` tells by its ending what it is, and `filter` by a colon what it becomes:
    /// `docx:MS Word 2007 XML`.
    func convert(_ bytes: [UInt8], _ name: String, to filter: String, limits: Limits) throws(DocumentError) -> [UInt8] {
        let folder = try WorkFolder()
        try folder.write(bytes, to: name)
        let converter = Converter(
            program: program,
            arguments: [
                "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--norestore", "--nolockcheck",
                "--convert-to", filter, "--outdir", folder.path + "/out", name,
            ], folder: folder, limits: limits)
        try converter.run()
        // It says that a file could not be loaded, and ends with 0.
        let ending = filter.split(separator: ":").first ?? ""
        let stem = name.split(separator: ".").first ?? ""
        guard let converted = try converter.output("out/\(stem).\(ending)") else {
            throw converter.failure(String(ending))
        }
        return converted
    }
}
