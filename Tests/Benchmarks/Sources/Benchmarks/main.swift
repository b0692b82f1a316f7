import Foundation

do {
    let options = try Options(Array(CommandLine.arguments.dropFirst()))
    if options.wantsHelp {
        print(Options.usage)
        exit(0)
    }
    let bench = try Bench(options)
    let whole = Record("whole", bench)
    try Whole(bench, whole, reports: options.reports).measure()
    var records = [whole]
    if !options.growth.isEmpty {
        let (growth, commands) = (Record("growth", bench), Record("commands", bench))
        try Growth(bench, growth, commands, options).measure()
        records += [growth, commands]
    }
    if options.scans > 0 {
        let scans = Record("scans", bench)
        try Scans(bench, scans, seeds: options.scans, only: options.kind).measure()
        records.append(scans)
    }
    if let readme = options.readme { for record in records { try record.write(into: readme) } }
} catch let error as Options.Wrong {
    FileHandle.standardError.write(Data("\(error)\n\(Options.usage)\n".utf8))
    exit(64)
} catch {
    FileHandle.standardError.write(Data("\(error)\n".utf8))
    exit(1)
}
