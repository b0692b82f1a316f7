import Storage

/// By what another engine can show that it has the same figures as a publication.
struct FigureChecksum {
    let rows: Int
    /// Of all values there are, in smallest units; nil beyond 64 bits.
    let sum: Int64?
    /// Of the lines `report_id,indicator_id,state,value` of all figures by these keys, each with a line feed.
    let sha256: String

    init(of publication: Publication) throws {
        let digest = RunningDigest()
        var (rows, sum): (Int, Int64?) = (0, 0)
        try publication.rows(of: .figure) { values in
            rows += 1
            guard case .integer(let report) = values[0], case .integer(let indicator) = values[1],
                case .text(let state) = values[2]
            else { return }
            var line = "\(report),\(indicator),\(state),"
            if case .integer(let value) = values[3] {
                line += "\(value)"
                sum = sum.flatMap { sum in
                    let (total, overflow) = sum.addingReportingOverflow(value)
                    return overflow ? nil : total
                }
            }
            digest.add(line + "\n")
        }
        (self.rows, self.sum) = (rows, sum)
        sha256 = digest.finished()
    }

    var csv: String { "rows,sum,sha256\n\(rows),\(sum.map { "\($0)" } ?? ""),\(sha256)\n" }
}
