import Glibc
import Values

/// One run of a program outside the process: in a folder of its own and with an empty home, without network and without
/// writing elsewhere where the system allows that, and with limits on time, output and memory.
///
/// Reading is synchronous, and callers run it on threads of the concurrency pool; waiting there for an asynchronous
/// process library would wait for the very threads that are blocked. So the child is started by `posix_spawn`, in a
/// process group that is killed as a whole, since LibreOffice is a script that starts a program that starts another.
struct Converter {
    var program: String
    var arguments: [String]
    var folder: WorkFolder
    var limits: Limits
    /// Bytes of memory it may take, or reserve; nil for the usual.
    var memory: Int?

    private var name: String { program.split(separator: "/").last.map(String.init) ?? program }

    /// Runs to the end; what the program writes to its standard output and error is in `stdout` and `stderr` of the
    /// folder.
    func run() throws(DocumentError) {
        let command = Self.networkless + [Office.program(of: program)] + arguments
        guard var status = wait(for: try start(command)) else { throw timeout }
        if status == .exit(Office.again) {
            guard let second = wait(for: try start(command)) else { throw timeout }
            status = second
        }
        if status == .signal(SIGXFSZ) {
            throw .converter(.outputTooLarge(program: name, limit: limits.converterBytes))
        }
        guard status == .exit(0) else { throw failure("\(status)") }
    }

    private var timeout: DocumentError { .converter(.timedOut(program: name, seconds: limits.converterSeconds)) }

    /// The error for a run that did not give what it should: the program's last words, else `fallback`.
    func failure(_ fallback: String) -> DocumentError {
        if folder.isFull { return .converter(.noWorkFolder(path: folder.path, reason: Phrase(systemError: ENOSPC))) }
        let words = (try? folder.read("stderr", limit: 1 << 20, program: name)) ?? []
        let lines = String(decoding: words, as: UTF8.self).split(whereSeparator: \.isNewline)
        let detail = lines.last.map { String($0.replacing(folder.path + "/", with: "").prefix(200)) }
        return .converter(.failed(program: name, detail: detail ?? fallback))
    }

    func output(_ file: String) throws(DocumentError) -> [UInt8]? {
        if let size = folder.size(of: file), size > 4 * Limits.lightBytes { limits.turn() }
        return try folder.read(file, limit: limits.converterBytes, program: name)
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
            cd "$1" && shift && mkdir -p home && ulimit -f \(limits.converterBytes / 512 + 1) \
            && ulimit -t \(limits.converterSeconds + 1) && ulimit -c 0 \
            && ulimit -v \((memory ?? limits.converterMemory) >> 10) && exec "$@" </dev/null >stdout 2>stderr
            """
        let environment = [
            "PATH=/usr/local/bin:/usr/bin:/bin", "HOME=\(folder.path)/home", "TMPDIR=\(folder.path)", "LANG=C.UTF-8",
            // Reports are read side by side: each program keeps to one core.
            "OMP_THREAD_LIMIT=1",
        ]
        let arguments = ["/bin/sh", "-c", script, "sh", folder.path] + command
        let started = Confinement.run(in: folder.path) {
            Leftovers.ofThisRun.starting { Self.spawn(arguments, environment) }
        }
        switch started {
        case .success(let child): return child
        case .failure(let error): throw .converter(.notStarted(program: name, reason: Phrase(systemError: error.code)))
        case nil: throw .converter(.notStarted(program: name, reason: Phrase(systemError: EAGAIN)))
        }
    }

    private struct SpawnError: Error {
        let code: Int32
    }

    private static func spawn(_ arguments: [String], _ environment: [String]) -> Result<pid_t, SpawnError> {
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
        let result = withCStrings(arguments) { argv in
            withCStrings(environment) { posix_spawn(&child, "/bin/sh", nil, &attributes, argv, $0) }
        }
        return result == 0 ? .success(child) : .failure(SpawnError(code: result))
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
        Leftovers.ofThisRun.remove(group: child)
        if Office.isMeant(by: program) { Office.removeSockets() }
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
