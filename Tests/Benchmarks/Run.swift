import Foundation

/// One run of a program, from its start to its end.
struct Run {
    let seconds: Double
    /// Of all its threads, in user and system mode.
    let cpuSeconds: Double
    let peakMegabytes: Double
    let output: String

    /// The output as a number, 0 if it is none.
    var number: Double { Double(output.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0 }

    struct Failure: Error, CustomStringConvertible {
        let description: String
        /// The exit code, negative for a signal; 0 where the program did not come to run.
        var status: Int32 = 0
        var peakMegabytes = 0.0
    }

    /// Runs a program of the path; what it prints on standard output is kept only if it is wanted.
    ///
    /// - Parameters:
    ///   - maySayAttention: exit code 1 is an answer too: done, and something needs attention.
    ///   - isQuiet: what it prints on standard error is for nobody.
    init(
        _ arguments: [String], keepsOutput: Bool = false, maySayAttention: Bool = false, isQuiet: Bool = false
    ) throws {
        let scratch = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
        let file = keepsOutput ? scratch : "/dev/null"
        defer { if keepsOutput { try? FileManager.default.removeItem(atPath: file) } }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        if isQuiet { posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0) }
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, file, O_WRONLY | O_CREAT | O_TRUNC, 0o600)

        var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        defer { words.forEach { free($0) } }
        var child: pid_t = 0
        let start = ContinuousClock.now
        let status = posix_spawnp(&child, arguments[0], &actions, nil, &words, environ)
        guard status == 0 else {
            throw Failure(description: "\(arguments[0]): \(String(cString: strerror(status)))")
        }
        var exit: Int32 = 0
        var usage = rusage()
        wait4(child, &exit, 0, &usage)
        let duration = start.duration(to: .now)
        let code = exit & 0x7F == 0 ? exit >> 8 & 0xFF : -(exit & 0x7F)
        peakMegabytes = Double(usage.ru_maxrss) / 1024
        guard code == 0 || maySayAttention && code == 1 else {
            throw Failure(
                description: "status \(code): \(arguments.joined(separator: " "))", status: code,
                peakMegabytes: peakMegabytes)
        }
        seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
        cpuSeconds = [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
        output = keepsOutput ? try String(contentsOfFile: file, encoding: .utf8) : ""
    }

    /// The best of several runs, which is the one that others disturbed least; `before` makes each run start from the
    /// same.
    static func best(
        of count: Int = 3, by measure: (Run) -> Double = \.seconds, keepsOutput: Bool = false,
        before: () throws -> Void = {}, _ arguments: [String]
    ) throws -> Run {
        var best: Run?
        for _ in 0..<count {
            try before()
            let run = try Run(arguments, keepsOutput: keepsOutput)
            if best.map({ measure(run) < measure($0) }) ?? true { best = run }
        }
        guard let best else { throw Failure(description: "no runs: \(arguments.joined(separator: " "))") }
        return best
    }
}
