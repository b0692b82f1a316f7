import Answers
import ArgumentParser
import Foundation
import Output
import Values

/// What letters look like: options of the commands that write some.
struct LetterOptions: ParsableArguments {
    @Option(
        name: .customLong("letter-format"), parsing: .upToNextOption,
        help: help("通知写成哪几种文件（默认三种都写）", "what the letters are written as (else all three)").named("格式", "format"))
    var formats: [TextDocument.FormList] = [TextDocument.FormList(forms: TextDocument.Form.allCases)]

    @Option(help: help("通知的落款", "who signs the letters").named("单位", "name"))
    var from: String?

    @Option(
        help: help("通知请乡镇在哪一天前办理，如 2024-03-15", "the day by which letters ask for an answer, such as 2024-03-15")
            .named("日期", "date"))
    var by: CalendarDay?

    func paper(_ day: String) -> LetterPaper { LetterPaper(sender: from, day: day, due: by?.description) }

    /// Writes the letters, which come into the folder together, prints their paths, and warns of older ones.
    ///
    /// - Parameter names: of all letters that such a run may write, without their endings.
    func write(
        _ letters: [LetterFile], to folder: String, among names: Set<String>, replacing: Bool, _ common: CommonOptions
    ) throws {
        let folder = folder.withoutTrailingSlashes
        let chosen = Set(formats.flatMap(\.forms))
        let forms = TextDocument.Form.allCases.filter(chosen.contains)
        // 丁/镇 and 丁-镇 are files of one name.
        let files = zip(letters, FileNames.distinct(letters.map(\.name))).flatMap { letter, stem in
            forms.map { (name: "\(stem).\($0.rawValue)", document: letter.document, form: $0) }
        }
        let whole = try OutputFolder(folder, of: files.map(\.name), replacing: replacing)
        for file in files {
            let bytes = try file.document.bytes(as: file.form)
            try whole.write(file.name) { output in try bytes.withUnsafeBytes(output.write) }
        }
        try whole.commit()
        for file in files { print("\(folder)/\(file.name)") }
        if !letters.isEmpty { warnOfHead(common) }
        let written = Set(files.map(\.name))
        let older = OlderFiles.names(in: folder, of: names).filter { !written.contains($0) }
        guard !older.isEmpty else { return }
        let paths = older.map { "\(folder)/\($0)" }
        common.warn(
            Phrase(
                zh: "文件夹里还有以前写的通知，这次没有重写（该乡镇已没有要办的事项，或格式不同），发送前请核对、删去：\(paths.joined(separator: "、"))",
                en:
                    "older letters that were not written again lie in the folder (there is nothing to ask any "
                    + "more, or they are of another format); look at them, or delete them, before sending it: "
                    + paths.joined(separator: ", ")))
    }

    /// Warns of a day that is past, and of a sender that is missing.
    private func warnOfHead(_ common: CommonOptions) {
        if let by, by.description < CalendarDay.today.description {
            common.warn(
                Phrase(
                    zh: "--by \(by) 已过，通知里的期限请核对", en: "--by \(by) is past: look at the day that the letters name"))
        }
        guard from == nil else { return }
        common.warn(
            Phrase(
                zh: "通知没有写落款，可用 --from 单位名称 注明", en: "the letters are not signed; --from NAME says by whom they are"))
    }
}

extension TextDocument {
    /// Formats as options list them: `docx,md`.
    struct FormList: ExpressibleByArgument {
        let forms: [Form]

        init(forms: [Form]) { self.forms = forms }

        init?(argument: String) {
            let names = argument.split(whereSeparator: ",，、".contains)
            forms = names.compactMap { Form(rawValue: $0.lowercased()) }
            guard !names.isEmpty, forms.count == names.count else { return nil }
        }

        var defaultValueDescription: String { forms.map(\.rawValue).joined(separator: ",") }
        static var allValueStrings: [String] { Form.allCases.map(\.rawValue) }
    }
}
