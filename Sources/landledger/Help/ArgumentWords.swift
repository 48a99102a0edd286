import Foundation

/// What is wrong with the words of a command, in Chinese (命令写法提示); the parser itself says it in English only.
struct ArgumentWords {
    /// - Parameter message: what the parser says, without `Error: `.
    static func line(for message: String) -> String? {
        if message.contains(where: { ("\u{4E00}"..."\u{9FFF}").contains($0) }) && !message.contains("'") { return nil }
        let told = forms.lazy.compactMap { form in form(message) }.first
        return "错误：" + (told ?? "命令写法不对") + "。用 --help 查看用法和示例。"
    }

    private static let forms: [@Sendable (String) -> String?] = [unknown, missing, surplus, invalid]

    private static func unknown(_ text: String) -> String? {
        if let it = text.firstMatch(of: /Unknown option '([^']+)'\. Did you mean '([^']+)'/) { return "没有选项 \(it.1)，是否应为 \(it.2)" }
        return text.firstMatch(of: /Unknown option '([^']+)'/).map { "没有选项 \($0.1)" }
    }

    private static func missing(_ text: String) -> String? {
        if let it = text.firstMatch(of: /Missing value for '([^']+)'/) { return "选项 \(it.1) 后面缺少值" }
        if let it = text.firstMatch(of: /Missing expected argument '([^']+)'/) { return "缺少 \(it.1)" }
        if let it = text.firstMatch(of: /Missing one of: (.+)/) { return "应写明其中之一：\(it.1)" }
        return text.contains("Missing required subcommand") ? "缺少子命令" : nil
    }

    private static func surplus(_ text: String) -> String? {
        if let it = text.firstMatch(of: /The option '([^']+)' does not take any value, but '(.*)' was/) {
            return "选项 \(it.1) 不带值，却写了“\(it.2)”"
        }
        if let it = text.firstMatch(of: /[Uu]nexpected arguments?:? (.+)/) { return "没有这样的子命令，或多出了参数：\(it.1)" }
        return text.contains("had already been set") ? "同一选项写了两次，且互相矛盾" : nil
    }

    private static func invalid(_ text: String) -> String? {
        guard let it = text.firstMatch(of: /(?s)The value '(.*?)' is invalid(?: for '([^']+)')?(.*)/) else { return nil }
        let place = it.2.map { " \($0) " } ?? ""
        let choices = it.3.firstMatch(of: /(?s)Please provide one of(.*)/).map { found in
            found.1.matches(of: /'([^']+)'|- (\S+)/).compactMap { $0.1 ?? $0.2 }.joined(separator: "、")
        }
        return "“\(it.1)”不能用作\(place)的值" + (choices.map { "，可写 \($0)" } ?? "")
    }
}
