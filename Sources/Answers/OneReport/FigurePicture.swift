import Catalogue
import Documents
import Output
import Reports
import Storage
import Values

/// The picture of one figure that was recognised, cut out of the original that the archive keeps.
package enum FigurePicture {
    /// As a PNG file.
    package static func png(of ids: [Indicator.ID], in report: StoredReport, _ archive: Archive) throws -> [UInt8] {
        let asked = report.report.figures.filter { ids.contains($0.indicator) }
        let seen = asked.filter { $0.place != nil }
        guard let figure = seen.first, let place = figure.place else {
            throw FigurePictureError.none(asked.contains { $0.recognition != nil })
        }
        guard seen.count == 1 else {
            throw FigurePictureError.several(seen.map { archive.indicators[$0.indicator].code })
        }
        let original = try archive.original(of: report.summary)
        let cuts = try PictureCutter(original, name: report.summary.path).cut([place])
        guard let cut = cuts[place] else { throw FigurePictureError.none(true) }
        return PNGFile.bytes(width: cut.width, height: cut.height, light: cut.light)
    }
}

/// Why there is no picture to show.
package enum FigurePictureError: ExplainedError, Equatable {
    /// Whether something was recognised at least.
    case none(Bool)
    /// The codes of the indicators that are meant.
    case several([String])

    package var status: ExitStatus {
        switch self {
        case .none: .noInput
        case .several: .usage
        }
    }

    package var explanation: Phrase {
        switch self {
        case .none(true):
            Phrase(
                zh: "这个数字是从图片上的正文识别的，没有记下位置；请打开原件查看",
                en: "the figure was recognised in running text, whose place is not noted; look into the original")
        case .none(false):
            Phrase(
                zh: "没有从图片识别的数字，原件里就是文字；不加 --picture 即可看到原文",
                en: "no figure of these was recognised from a picture: leave --picture out and read the passage")
        case .several(let codes):
            Phrase(
                zh: "--picture 一次只取一个数字，这里有 \(codes.count) 个：\(codes.prefix(5).joined(separator: "、"))；请写一个指标代码",
                en: "--picture takes one figure at a time, and \(codes.count) are meant: "
                    + "\(codes.prefix(5).joined(separator: ", ")); name one code")
        }
    }
}
