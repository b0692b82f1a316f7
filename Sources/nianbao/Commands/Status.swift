import Answers
import ArgumentParser
import Storage
import Values

struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: words("档案在哪里，里面有什么", "Where the archive is, and what is in it"),
        discussion: words(
            """
            新建的档案只有本人能读写（权限 600）：年报在公布之前不必让别人看见。要与同事共用，把档案放进大家都能写的文件夹，
            再放开权限：文件夹和档案都归同一个组，文件夹 2770，档案 660（读写时档案旁会有临时文件，所以文件夹也要能写）。
            只给同事看，档案 640 即可。每人都设好 NIANBAO_ARCHIVE，就不必再写 --archive。

            例：
              nianbao status
              chgrp 政务公开 /共享/年报 /共享/年报/nianbao.sqlite && chmod 2770 /共享/年报 && chmod 660 /共享/年报/nianbao.sqlite
              export NIANBAO_ARCHIVE=/共享/年报/nianbao.sqlite
            """,
            """
            A new archive can be read and written by you alone (mode 600): nobody need see reports before they are
            published. To share it with colleagues, put it into a folder that all may write to, and open the
            permissions: folder and archive of one group, the folder 2770, the archive 660 (there are files beside it
            while it is written, so that the folder must admit writing too). For colleagues who only read, 640 is
            enough. With NIANBAO_ARCHIVE set, nobody has to write --archive.

            Examples:
              nianbao status
              chgrp disclosure /shared/reports /shared/reports/nianbao.sqlite
              chmod 2770 /shared/reports && chmod 660 /shared/reports/nianbao.sqlite
              export NIANBAO_ARCHIVE=/shared/reports/nianbao.sqlite
            """))

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let status = try common.openForReading().status()
        let sheet = StatusSheet(
            status, path: common.archivePath, isForPeople: output.isForPeople, .current
        ).sheet
        try output.write([sheet])
    }
}
