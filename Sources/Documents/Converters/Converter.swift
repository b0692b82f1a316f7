import Glibc
import Values

/// One run of a program outside the process: in a folder of its own, without network where the system allows that,
/// and with limits on time and output.
///
/// Reading is synchronous, and callers run it on threads of the concurrency pool; waiting there for an asynchronous
/// process library would wait for the very threads that are blocked. So the child is started by `posix_spawn`, in a
/// process group that is killed as a whole, since LibreOffice is a script that starts a program that starts another.
struct Converter {
    var program: String
    var arguments: [String]
    var folder: WorkFolder
    var limits: Limits
    /// Bytes of memory it may take; nil where the program reserves more than it uses.
    var memory: Int?

    private var name: String { program.split(separator: "/").last.map(String.init) ?? program }

    /// Runs to the end; what the program writes to its standard output and error is in `stdout` and `stderr` of the
    /// folder.
    func run() throws(DocumentError) {
        let child = try start(Self.networkless + [program] + arguments)
        guard let status = wait(for: child) else {
            throw .converter(.timedOut(program: name, seconds: limits.converterSeconds))
        }
        if status == .signal(SIGXFSZ) {
            throw .converter(.outputTooLarge(program: name, limit: limits.converterBytes))
        }
        guard status == .exit(0) else { throw failure("\(status)") }
    }

    /// The error for a run that did not give what it should: the program's last words, else `fallback`.
    func failure(_ fallback: String) -> DocumentError {
        let words = (try? folder.read("stderr", limit: 1 << 20, program: name)) ?? []
        let lines = String(decoding: words, as: UTF8.self).split(whereSeparator: \.isNewline)
        let detail = lines.last.map { String($0.replacing(folder.path + "/", with: "").prefix(200)) }
        return .converter(.failed(program: name, detail: detail ?? fallback))
    }

    func output(_ file: String) throws(DocumentError) -> [UInt8]? {
        try folder.read(file, limit: limits.converterBytes, program: name)
    }

    /// A prefix that runs a program in an empty network of its own, if unprivileged users may have one here.
    private static let networkless: [String] = {
        guard let unshare = InstalledPrograms.ofSystem.first(of: "unshare"), let folder = try? WorkFolder() else {
            return []
        }
        let prefix = [unshare, "--map-current-user", "--net", "--"]
        let trial = Converter(program: "/bin/true", arguments: [], folder: folder, limits: Limits())
        guard let child = try? trial.start(prefix + ["/bin/true"]), trial.wait(for: child) == .exit(0) else {
            return []
        }
        return prefix
    }()

    private enum Status: Equatable {
        case exit(Int32)
        case signal(Int32)
    }

    /// The shell sets limits and redirections, then becomes the program.
    private func start(_ command: [String]) throws(DocumentError) -> pid_t {
        let script = """
            cd "$1" && shift && ulimit -f \(limits.converterBytes / 512 + 1) \
            && ulimit -t \(limits.converterSeconds + 1) && ulimit -c 0 \
            \(memory.map { "&& ulimit -v \($0 >> 10) " } ?? "")&& exec "$@" </dev/null >stdout 2>stderr
            """
        let environment = [
            "PATH=/usr/local/bin:/usr/bin:/bin", "HOME=\(folder.path)", "TMPDIR=\(folder.path)", "LANG=C.UTF-8",
            // Reports are read side by side: each program keeps to one core.
            "OMP_THREAD_LIMIT=1",
        ]
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setpgroup(&attributes, 0)
        // Whoever started us may have ignored or blocked signals, the one of the size limit included.
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        var child: pid_t = 0
        let result = Self.withCStrings(["/bin/sh", "-c", script, "sh", folder.path] + command) { argv in
            Self.withCStrings(environment) { posix_spawn(&child, "/bin/sh", nil, &attributes, argv, $0) }
        }
        guard result == 0 else {
            throw .converter(.notStarted(program: name, reason: Phrase(systemError: result)))
        }
        return child
    }

    /// Waits until the deadline; whatever is left of the group is then killed. Nil means that the program was still
    /// running.
    private func wait(for child: pid_t) -> Status? {
        var pause: UInt32 = 1000
        var waited: UInt64 = 0
        var isDone = false
        while !isDone, waited < UInt64(limits.converterSeconds) * 1_000_000 {
            usleep(pause)
            waited += UInt64(pause)
            pause = min(pause * 2, 20_000)
            var info = siginfo_t()
            // The child stays a zombie for now, so that its number still means this group and no other.
            isDone = waitid(P_PID, id_t(child), &info, WEXITED | WNOHANG | WNOWAIT) != 0 || info.si_signo == SIGCHLD
        }
        kill(-child, SIGKILL)
        var status: Int32 = 0
        while waitpid(child, &status, 0) == -1, errno == EINTR {}
        guard isDone else { return nil }
        return status & 0x7F == 0 ? .exit(status >> 8 & 0xFF) : .signal(status & 0x7F)
    }

    private static func withCStrings<Result>(
        _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
    ) -> Result {
        let copies: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) } + [nil]
        defer { for copy in copies { free(copy) } }
        return body(copies)
    }
}
