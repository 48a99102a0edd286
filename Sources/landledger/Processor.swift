import Foundation

/// Whether this machine's processor (处理器) has what the kernel was built for; see `Package.swift`.
enum Processor {
    /// Asked before anything of the kernel runs: without the instructions it would die of a signal.
    static var fitsThisBuild: Bool {
        #if KERNEL_X86_64_V3
            guard let described = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8) else { return true }
            return ["avx2", "bmi2", "fma"].allSatisfy { described.contains(" \($0) ") }
        #else
            return true
        #endif
    }

    static let refusal = """
        此程序为支持 AVX2 的处理器构建，本机不支持；请用 LANDLEDGER_CPU=baseline 重新构建。
        This program was built for processors with AVX2, which this machine lacks: build it with LANDLEDGER_CPU=baseline.

        """
}
