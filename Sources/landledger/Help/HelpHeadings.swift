/// The headings of the parser's help pages, which it writes in English only (说明页标题).
enum HelpHeadings {
    private static let chinese = [
        "OVERVIEW:": "概述", "USAGE:": "用法", "ARGUMENTS:": "参数", "OPTIONS:": "选项", "SUBCOMMANDS:": "子命令",
    ]

    static func bilingual(_ page: String) -> String {
        page.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let found = chinese.first { line.hasPrefix($0.key) }
            return found.map { "\($0.value) \(line)" } ?? String(line)
        }.joined(separator: "\n")
            .replacing("Show the version.", with: "程序版本 Show the version.")
            .replacing("Show help information.", with: "显示本说明 Show help information.")
            .replacing("  See 'landledger help <subcommand>' for detailed help.", with: "  各子命令的说明：landledger help <subcommand>")
    }
}
