import Casework
import Enforcement
import Site
import Synchronization

import struct Foundation.Data
import class Foundation.FileHandle

/// A bar on standard error (进度条), drawn at most ten times a second.
final class ProgressBar: Sendable {
    private let isShown: Bool
    private let language: Language
    private let lastDrawn = Mutex<ContinuousClock.Instant?>(nil)

    init(isShown: Bool, language: Language) {
        self.isShown = isShown
        self.language = language
    }

    func show(_ progress: Progress) {
        guard isShown else { return }
        let now = ContinuousClock.now
        let isDue = lastDrawn.withLock { last in
            guard last.map({ now - $0 > .milliseconds(100) }) ?? true || progress.step == .done else { return false }
            last = now
            return true
        }
        if isDue { write("\r\u{1B}[K" + line(progress)) }
    }

    func finish() {
        let wasDrawn = lastDrawn.withLock { last in
            defer { last = nil }
            return last != nil
        }
        if isShown, wasDrawn { write("\r\u{1B}[K") }
    }

    private func line(_ progress: Progress) -> String {
        let step = Catalogue.text("progress." + progress.step.rawValue, in: language)
        guard let total = progress.total, total > 0 else { return "\(step) \(progress.done)" }
        let filled = min(24, progress.done * 24 / total)
        return "\(step) [" + String(repeating: "█", count: filled) + String(repeating: "·", count: 24 - filled)
            + "] \(progress.done)/\(total)"
    }

    private func write(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }
}
