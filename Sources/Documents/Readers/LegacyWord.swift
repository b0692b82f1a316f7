import Catalogue

/// Word files before 2007 (`.doc`), those of WPS Office (`.wps`), and rich text under either name.
enum LegacyWord {
    static let format = Phrase(zh: "旧版 Word 文档（doc、wps）", en: "old Word file (doc, wps)")
}
