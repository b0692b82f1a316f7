import Glibc

extension Phrase {
    /// Why the system refused something, by its error number.
    package init(systemError code: Int32) {
        let zh =
            switch code {
            case ENOENT: "不存在"
            case EACCES, EPERM: "没有权限"
            case EISDIR: "是文件夹"
            case ENOTDIR: "路径中有一段不是文件夹"
            case ENAMETOOLONG: "文件名过长"
            case ELOOP: "链接循环"
            case EROFS: "磁盘为只读"
            case ENOSPC, EDQUOT: "磁盘已满"
            case EIO: "磁盘读写出错"
            case EMFILE, ENFILE: "打开的文件过多"
            case ENOMEM: "内存不足"
            case EBUSY, ETXTBSY: "正被占用"
            default: "系统错误 \(code)"
            }
        self.init(zh: zh, en: String(cString: strerror(code)))
    }
}
