import Foundation
import Values

/// Another program that holds an archive for writing, as far as the system tells.
package struct LockHolder: Sendable, Equatable {
    package let process: Int32
    /// `nianbao import`; empty where the system does not say.
    package let command: String
    /// Whose program it is.
    package let user: String

    /// Nil where nobody writes, or the system does not tell. The file itself is not opened: closing it would let go of
    /// the locks that this program has on it.
    package init?(of path: String) {
        var status = stat()
        guard stat(path, &status) == 0, let locks = try? String(contentsOfFile: "/proc/locks", encoding: .utf8) else {
            return nil
        }
        let own = getpid()
        for line in locks.split(separator: "\n") {
            // 1: POSIX  ADVISORY  WRITE 4711 08:01:131 1073741825 1073741825
            let fields = line.split(separator: " ")
            guard fields.count >= 8, fields[3] == "WRITE", let process = Int32(fields[4]), process != own,
                fields[5].split(separator: ":").last.flatMap({ UInt($0) }) == UInt(status.st_ino)
            else { continue }
            self.init(process: process)
            return
        }
        return nil
    }

    private init(process: Int32) {
        self.process = process
        let data = FileManager.default.contents(atPath: "/proc/\(process)/cmdline") ?? Data()
        let words = data.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
        command = words.prefix(2).map { ($0 as NSString).lastPathComponent }.joined(separator: " ")
        var status = stat()
        let isKnown = stat("/proc/\(process)", &status) == 0
        user = isKnown ? getpwuid(status.st_uid).map { String(cString: $0.pointee.pw_name) } ?? "" : ""
    }

    package var words: Phrase {
        let name = command.isEmpty ? Phrase(zh: "另一个程序", en: "another program") : Phrase(command)
        let owner = user.isEmpty ? Phrase("") : Phrase(zh: "用户 \(user)，", en: "user \(user), ")
        return Phrase(
            zh: "\(name.zh)（\(owner.zh)进程 \(process)）", en: "\(name.en) (\(owner.en)process \(process))")
    }
}
