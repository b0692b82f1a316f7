import Foundation

// Usage: NIANBAO_FUZZ_TARGET=text swift run -c release Fuzzing -runs=1000000 [libFuzzer's options] [corpus folder]

private typealias Body = @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
private typealias Words = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

/// libFuzzer's own main loop.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<Words>, _ body: Body
) -> CInt

private enum Chosen {
    static let target = ProcessInfo.processInfo.environment["NIANBAO_FUZZ_TARGET"].flatMap(FuzzTarget.init)
}

/// Under the name that libFuzzer's own `main` asks for, which the linker looks at too where nothing is optimised.
@_cdecl("LLVMFuzzerTestOneInput")
public func LLVMFuzzerTestOneInput(_ bytes: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    if let broken = Chosen.target?.check([UInt8](UnsafeBufferPointer(start: bytes, count: size))) {
        preconditionFailure(broken)
    }
    return 0
}

guard Chosen.target != nil else {
    let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")
    FileHandle.standardError.write(Data("NIANBAO_FUZZ_TARGET must be one of: \(names)\n".utf8))
    exit(64)
}
var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
exit(runDriver(&count, &arguments, LLVMFuzzerTestOneInput))
