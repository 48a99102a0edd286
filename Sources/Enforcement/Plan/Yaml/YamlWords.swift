extension PlanDiagnostic.Rule {
    /// Words for a file that is no YAML, or none we take: what stands there, the rule, the remedy. Nil for the rules of plans.
    var yamlWords: (zh: String, en: String)? {
        switch self {
        case .yamlMustParse:
            (
                "不是合格的 YAML，写的是“@”；请检查这一行和上一行的缩进、引号、冒号",
                "not well-formed YAML at “@”; check indentation, quotes and colons of this line and the one before"
            )
        case .yamlMustIndentBySpaces:
            ("“@”一行用了制表符缩进；YAML 只能用空格缩进，请把制表符改为空格", "a tab indents “@”; YAML indents by spaces only: replace the tab with spaces")
        case .yamlBracketMustBeClosed:
            ("“@”里的括号没有配对，或项目之间缺逗号；请补上 ]、} 或逗号", "a bracket in “@” is not closed, or a comma is missing; add ], } or the comma")
        case .yamlQuoteMustBeClosed:
            ("“@”里的引号没有配对；请补上引号", "a quotation mark in “@” is not closed; close it")
        case .yamlKeyMustHaveColon:
            ("“@”里的键后面缺冒号；请写成“键: 值”，冒号用半角，后面空一格", "the key in “@” has no colon; write “key: value” with a space after the colon")
        case .yamlMustIndentAlike:
            (
                "“@”与上下文的缩进不一致，或一行里多了冒号；同一级的各行缩进要相同，含冒号的文字请加引号",
                "“@” does not fit its neighbours: lines of one level need the same indentation, and text with a colon needs quotes"
            )
        case .yamlWordMustBeQuoted:
            ("“@”里有以特殊符号（* & ! % ` 等）开头的文字；请给它加引号", "a text in “@” begins with a special sign (* & ! % `); put it in quotes")
        case .yamlEscapeMustBeKnown:
            (
                "“@”的双引号里有不认识的反斜杠写法；请改用单引号，或把 \\ 写成 \\\\",
                "a backslash in the double quotes of “@” means nothing; use single quotes, or write \\\\"
            )
        case .yamlMustBeOneDocument:
            (
                "“@”之后是另一个文档；一个文件只写一个方案，请删去 --- 或 ... 之后的内容",
                "another document begins at “@”; a file holds one plan: remove what follows --- or ..."
            )
        case .yamlMustHaveNoControls:
            ("文件里有不可见的控制字符 @；请删除", "the file holds the control character @; remove it")
        default: limitWords
        }
    }

    private var limitWords: (zh: String, en: String)? {
        switch self {
        case .fileMustBeSmall:
            ("“@”超过 1 MiB；方案文件只有几十 KiB，请确认是不是选错了文件", "“@” is larger than 1 MiB; a plan takes some tens of KiB: is it the right file?")
        case .textMustBeUTF8:
            ("“@”之后有不是 UTF-8 的字节；请在编辑器里另存为 UTF-8（不要用 GBK/ANSI）", "after “@” come bytes that are not UTF-8; save the file as UTF-8, not GBK")
        case .referenceMustNotStand:
            (
                "方案不能使用 YAML 引用“@”；请把被引用的内容照写一遍，文字里的 * 请加引号",
                "a plan takes no YAML reference such as “@”; write its content out, and put a text with * in quotes"
            )
        case .nestingMustBeShallow:
            ("“@”嵌套超过 24 层；方案不需要这么深，请检查括号和缩进", "“@” nests deeper than 24 levels; no plan needs that: check brackets and indentation")
        default: nil
        }
    }
}
