import Enforcement
import Foundation
import Mustache

/// The templates of the pages (模板), worded once per language at start.
///
/// `[[word]]` stands for a word of the catalogue, `[[asset:file]]` for the address of a file; both are put in when
/// the templates are read, so a missing word stops the start, not a page. Everything else is Mustache.
struct Templates: Sendable {
    private let libraries: [Language: MustacheLibrary]

    init(assets: Assets) throws {
        let sources = try Self.sources()
        var libraries: [Language: MustacheLibrary] = [:]
        for language in Language.allCases {
            var library = MustacheLibrary()
            for (name, source) in sources {
                try library.register(Self.worded(source, in: language, assets: assets, template: name), named: name)
            }
            libraries[language] = library
        }
        self.libraries = libraries
    }

    func render(_ name: String, _ model: Any, in language: Language) -> String {
        guard let text = libraries[language]?.render(ModelView(model), withTemplate: name) else {
            preconditionFailure("template \(name) is in the bundle")
        }
        return text
    }

    /// Template name → text; names keep their folder, without the ending.
    static func sources() throws -> [String: String] {
        guard let folder = Bundle.module.url(forResource: "Templates", withExtension: nil)?.path else { return [:] }
        var sources: [String: String] = [:]
        for case let path as String in FileManager.default.enumerator(atPath: folder) ?? FileManager.DirectoryEnumerator() {
            guard path.hasSuffix(".mustache") else { continue }
            sources[String(path.dropLast(9))] = try String(contentsOfFile: folder + "/" + path, encoding: .utf8)
        }
        return sources
    }

    private static func worded(_ source: String, in language: Language, assets: Assets, template: String) throws -> String {
        var text = ""
        for (index, piece) in source.split(separator: "[[", omittingEmptySubsequences: false).enumerated() {
            guard index > 0 else {
                text += piece
                continue
            }
            guard let end = piece.range(of: "]]") else { throw TemplateError.marksMustClose(template: template) }
            text += try replacement(for: String(piece[..<end.lowerBound]), in: language, assets: assets, template: template)
            text += piece[end.upperBound...]
        }
        return text
    }

    private static func replacement(for mark: String, in language: Language, assets: Assets, template: String) throws -> String {
        if mark.hasPrefix("asset:") { return assets.url(String(mark.dropFirst(6))) }
        guard let phrase = Catalogue.phrases[mark] else { throw TemplateError.wordMustExist(mark, template: template) }
        return phrase[language]
    }
}

/// What is wrong with a template; found at start.
enum TemplateError: Error, Equatable {
    case marksMustClose(template: String)
    case wordMustExist(String, template: String)
}
