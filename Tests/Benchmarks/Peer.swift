/// What else one would take for the same work. Each does less, and the table says what it leaves out.
struct Peer {
    let name: String
    /// What it does not do, or does otherwise, beside nianbao.
    let lacks: String
    /// Nil where it is there; else how to get it.
    let missing: String?

    private init(_ name: String, lacks: String, trial: [String], remedy: String) {
        self.name = name
        self.lacks = lacks
        missing = (try? Run(trial, isQuiet: true)) == nil ? remedy : nil
    }

    init(_ bench: Bench, module: String, package: String, lacks: String) {
        self.init(
            package, lacks: lacks, trial: [bench.python, "-c", "import \(module)"],
            remedy: "\(bench.python) -m pip install \(package)")
    }

    static func script(_ bench: Bench, lacks: String) -> Peer {
        Peer(
            "a script in Python", lacks: lacks, trial: [bench.python, "-c", "import sqlite3"],
            remedy: "apt install python3")
    }

    static func sqlite(lacks: String) -> Peer {
        Peer("the sqlite3 shell", lacks: lacks, trial: ["sqlite3", "--version"], remedy: "apt install sqlite3")
    }

    static func loop(lacks: String) -> Peer {
        Peer("a bare loop in C", lacks: lacks, trial: ["cc", "--version"], remedy: "apt install gcc libsqlite3-dev")
    }
}
