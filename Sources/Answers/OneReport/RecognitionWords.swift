import Reports
import Values

/// How answers tell that a figure was recognised from a picture.
enum RecognitionWords {
    /// Behind a source: `柳溪镇.pdf:21 (OCR)`, with a question mark where no sum proves it.
    static func mark(_ recognition: Recognition?) -> String {
        switch recognition {
        case nil: ""
        case .proved: " (OCR)"
        case .unproved: " (OCR?)"
        }
    }

    static func explanation(_ recognition: Recognition) -> Phrase {
        switch recognition {
        case .proved: Phrase(zh: "从图片识别，经合计核定", en: "recognised from a picture (OCR), proved by sums")
        case .unproved:
            Phrase(
                zh: "从图片识别，没有合计可以核定，请对照图片核对",
                en: "recognised from a picture (OCR), not proved by sums: compare it with the picture")
        }
    }

    /// Of a report, how many of its figures were recognised; nil where none was.
    static func summary(_ figures: [Figure]) -> Phrase? {
        let count = figures.count { $0.recognition != nil }
        let proved = figures.count { $0.recognition == .proved }
        guard count > 0 else { return nil }
        return Phrase(
            zh: "\(count) 个数字从图片识别，其中 \(proved) 个经合计核定",
            en: "\(count) figures were recognised from pictures (OCR), \(proved) of them proved by sums")
    }
}
