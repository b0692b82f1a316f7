import Foundation

// Usage: swift run -c release Benchmarks [--reports N] [--growth N,N,…] [--scans N [--kind WORDS]] [--program FILE] [--python FILE] [--folder
// FOLDER]

func option(_ name: String, else usual: String) -> String {
    let words = CommandLine.arguments
    guard let place = words.firstIndex(of: "--\(name)"), place + 1 < words.count else { return usual }
    return words[place + 1]
}

let root = URL(filePath: #filePath).appending(path: "../../../../..").standardized
do {
    let bench = try Bench(
        program: option("program", else: root.appending(path: ".build/release/nianbao").path),
        python: option("python", else: "python3"),
        folder: URL(filePath: option("folder", else: NSTemporaryDirectory() + "nianbao-benchmarks")))
    let reports = Int(option("reports", else: "2000")) ?? 2000
    if reports > 0 { try Whole(bench, reports: reports).measure() }
    let scans = Int(option("scans", else: "0")) ?? 0
    if scans > 0 { try Scans(bench, seeds: scans, only: option("kind", else: "")).measure() }
    let sizes = option("growth", else: "").split(separator: ",").compactMap { Int($0) }
    if !sizes.isEmpty { try Growth(bench: bench, sizes: sizes).measure() }
} catch {
    FileHandle.standardError.write(Data("\(error)\n".utf8))
    exit(1)
}
