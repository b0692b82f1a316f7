import Foundation

do {
    let options = try Options(Array(CommandLine.arguments.dropFirst()))
    if options.wantsHelp {
        print(Options.usage)
        exit(0)
    }
    let bench = try Bench(options)
    var records: [Record] = []
    if options.reports > 0 {
        let whole = Record("whole", bench)
        try Whole(bench, whole, reports: options.reports).measure()
        records.append(whole)
    }
    var commands = EveryCommand(bench)
    if !options.growth.isEmpty {
        let growth = Record("growth", bench)
        try Growth(bench, growth, options).measure { commands.measure($0, at: options.commands) }
        records.append(growth)
    }
    for archive in options.archives { commands.measure(archive) }
    if let record = commands.record() { records.append(record) }
    if options.pdfs > 0 {
        let pdfs = Record("pdfs", bench)
        try PrintedReports(bench, pdfs, count: options.pdfs).measure()
        records.append(pdfs)
    }
    if options.scans > 0 {
        let (scans, chinese) = (Record("scans", bench), Record("scans zh", bench, isPrinted: false))
        try Scans(scans, chinese, seeds: options.scans, only: options.kind).measure()
        records += [scans, chinese]
    }
    if let readme = options.readme { for record in records { try record.write(into: readme) } }
} catch let error as Options.Wrong {
    FileHandle.standardError.write(Data("\(error)\n\(Options.usage)\n".utf8))
    exit(64)
} catch {
    FileHandle.standardError.write(Data("\(error)\n".utf8))
    exit(1)
}
