import Foundation
import Testing

/// The house keeps its own rules: read from the sources, not remembered.
@Suite("The house is tidy")
struct TidyTests {
    @Test("Imports between modules run one way", arguments: SourceTree.modules)
    func importsRunOneWay(module: String) throws {
        let allowed = try #require(SourceTree.allowedImports[module])
        for file in try SourceTree.files(in: "Sources/\(module)") {
            let own = file.imports.filter { SourceTree.modules.contains($0) }
            #expect(own.subtracting(allowed).isEmpty, "\(file.path) imports \(own.subtracting(allowed))")
        }
    }

    @Test("Files stay small: none over 400 lines, half of them within 90")
    func filesStaySmall() throws {
        let files = try SourceTree.files(in: "Sources")
        let long = files.filter { $0.lines.count > 400 }
        let lengths = files.map(\.lines.count).sorted()

        #expect(long.isEmpty, "\(long.map(\.path))")
        #expect(lengths[lengths.count / 2] <= 90)
        #expect(lengths[lengths.count * 9 / 10] <= 250)
    }

    @Test("No function is longer than 70 lines")
    func functionsStayShort() throws {
        let long = try SourceTree.files(in: "Sources").flatMap { file in
            file.functionLengths.filter { $0.length > 70 }.map { "\(file.path):\($0.line) \($0.length)" }
        }
        #expect(long.isEmpty, "\(long)")
    }

    @Test("Nothing forces, promises or hides: no try!, no fatalError, no TODO", arguments: ["try!", "fatalError(", "TODO", "FIXME"])
    func nothingForces(word: String) throws {
        let places = try SourceTree.files(in: "Sources").flatMap { file in
            file.lines.enumerated().filter { $0.element.contains(word) }.map { "\(file.path):\($0.offset + 1)" }
        }
        #expect(places.isEmpty, "\(places)")
    }

    @Test("Every unchecked Sendable and every unsafe global says which rule makes it safe")
    func uncheckedIsExplained() throws {
        let places = try SourceTree.files(in: "Sources").flatMap { file in
            file.lines.indices.filter { index in
                ["@unchecked Sendable", "nonisolated(unsafe)"].contains { file.lines[index].contains($0) }
                    && !file.lines[max(0, index - 4)...index].contains { $0.contains("//") }
            }.map { "\(file.path):\($0 + 1)" }
        }
        #expect(places.isEmpty, "\(places)")
    }

    @Test("Every public type of the domain stands in the glossary with its Chinese term")
    func domainTypesAreInTheGlossary() throws {
        let glossary = try String(contentsOf: SourceTree.root.appendingPathComponent("GLOSSARY.md"), encoding: .utf8)
        let missing = try ["Enforcement", "LandGeometry", "Casework"].flatMap { module in
            try SourceTree.files(in: "Sources/\(module)").flatMap(\.publicTypes).filter { !glossary.contains("`\($0)`") }
        }
        #expect(missing.isEmpty, "\(Set(missing).sorted())")
    }

    @Test("No page carries inline script or style, which the content security policy would refuse")
    func templatesHaveNothingInline() throws {
        let templates = try SourceTree.paths(in: "Sources/Site/Templates", ending: ".mustache")
        #expect(!templates.isEmpty)
        for path in templates {
            let text = try String(contentsOf: path, encoding: .utf8)
            #expect(!text.contains(" style=\"") && !text.contains("<style"), "\(path.lastPathComponent)")
            #expect(text.range(of: #"\son[a-z]+="#, options: .regularExpression) == nil, "\(path.lastPathComponent)")
            #expect(text.range(of: #"<script(?![^>]*\bsrc=)[^>]*>"#, options: .regularExpression) == nil, "\(path.lastPathComponent)")
        }
    }
}
