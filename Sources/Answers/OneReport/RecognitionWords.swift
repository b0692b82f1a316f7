import Documents
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

    /// Where to look: `第 2 页，距左 31%、距上 45%`.
    static func place(_ place: PicturePlace) -> Phrase {
        let (left, top) = ((place.left + place.right) / 200, (place.top + place.bottom) / 200)
        let picture = place.picture.map { $0 + 1 }
        let quarters = (place.turned + 4500) / 9000 % 4
        let turn = [
            Phrase(""), Phrase(zh: "（右转后）", en: ", turned right"), Phrase(zh: "（倒转后）", en: ", turned upside down"),
            Phrase(zh: "（左转后）", en: ", turned left"),
        ][quarters]
        return Phrase(
            zh: "\(picture.map { "第 \($0) 张图片" } ?? "第 \(place.page) 页")\(turn.zh)，距左 \(left)%、距上 \(top)%",
            en: "\(picture.map { "picture \($0)" } ?? "page \(place.page)")\(turn.en), \(left)% from the left, "
                + "\(top)% from the top")
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
