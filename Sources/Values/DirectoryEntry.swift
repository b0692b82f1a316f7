import Glibc

extension UnsafeMutablePointer<dirent> {
    /// Where the name of this entry begins: bytes up to a zero, good until the next entry is read.
    ///
    /// `dirent` declares 256 bytes for a name, but the system gives the name's own alone: who copies the field reads
    /// past the end of a full listing.
    package var name: UnsafePointer<CChar> {
        // Fields that C declares always have a place.
        let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? MemoryLayout<dirent>.size
        return UnsafeRawPointer(self).advanced(by: offset).assumingMemoryBound(to: CChar.self)
    }
}
