import Foundation
import Support

/// The program in a terminal of its own, as Python's `pty` makes one: what a person would see.
enum Terminal {
    static let isThere = ExternalProgram.python != nil

    /// Runs a shell's command line in a terminal of so many columns and rows, and types `keys` into it once it waits.
    static func run(
        _ command: String, width: Int = 80, height: Int = 24, keys: [String] = [], in folder: Folder,
        environment: [String: String] = [:]
    ) throws -> String {
        guard let python = ExternalProgram.python else { throw CocoaError(.executableNotLoadable) }
        let script = folder.path(".terminal.py")
        try source.write(toFile: script, atomically: true, encoding: .utf8)
        let settings = environment.map { "\($0.key)=\($0.value)" }
        let path = "\(Program.executable.deletingLastPathComponent().path):/usr/bin:/bin"
        let run = try ExternalProgram("env")?.run(
            ["-i", "PATH=\(path)", "HOME=\(folder.path)", "TERM=xterm", "LANG=C.UTF-8"] + settings + [
                "python3", script, "\(width)", "\(height)", command,
            ] + keys, in: folder.url, keepingErrors: true)
        _ = python
        return run?.text.replacing("\r\n", with: "\n") ?? ""
    }

    private static let source = """
        import fcntl, os, pty, select, signal, struct, sys, termios, time
        width, height, command, keys = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4:]
        pid, terminal = pty.fork()
        if pid == 0:
            time.sleep(0.2)
            os.execvp('/bin/sh', ['/bin/sh', '-c', command])
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack('HHHH', height, width, 0, 0))
        output, end, quiet = b'', time.time() + 40, 0.0
        while time.time() < end:
            ready, _, _ = select.select([terminal], [], [], 0.1)
            if ready:
                try: piece = os.read(terminal, 65536)
                except OSError: break
                if not piece: break
                output, quiet = output + piece, 0.0
            else:
                quiet += 0.1
                if quiet > 2.5 and keys:
                    os.write(terminal, keys.pop(0).encode())
                    quiet = 0.0
                elif quiet > 6 and output: break
        try: os.kill(pid, signal.SIGKILL)
        except ProcessLookupError: pass
        sys.stdout.buffer.write(output)
        """
}
