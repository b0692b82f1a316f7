import Testing

@testable import Documents

@Suite struct FileNameTests {
    /// 柳溪镇 in GBK.
    private static let township: [UInt8] = [0xC1, 0xF8, 0xCF, 0xAA, 0xD5, 0xF2]

    @Test func nameIsShownInWhateverItIsWritten() {
        #expect(FileName("年报/柳溪镇.txt").shown == "年报/柳溪镇.txt")
        #expect(FileName(Array("年报/".utf8) + Self.township + Array(".txt".utf8)).shown == "年报/柳溪镇.txt")
        #expect(FileName([0x61, 0xFF, 0x62]).shown == "a\\xFFb")
        #expect(FileName([0x61, 0xC1]).shown == "a\\xC1")
    }

    @Test func pathIsMadeAbsoluteByItsBytes() {
        let folder = FileName(cString: "/a/./b/../c//")
        #expect(folder.absolute.shown == "/a/c")
        #expect(folder.absolute.appending(FileName(Self.township)).bytes == Array("/a/c/".utf8) + Self.township)
        #expect(FileName("x/y").absolute.shown.hasSuffix("/x/y"))
        #expect(FileName("/a/柳溪镇.txt").last.shown == "柳溪镇.txt")
    }
}
