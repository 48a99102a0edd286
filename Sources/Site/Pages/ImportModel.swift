import Casework
import Enforcement
import GeoFiles

/// The page to send a file from (导入页).
struct ImportModel {
    var uploadURL = SiteURL.api(.uploads).path
    var limit: String
    var limitBytes: Int
    var batches: [BatchRow]
    var hasBatches: Bool
    var batchesURL = SiteURL.batches.path
}

/// A file on its way into the ledger (待导入文件页): options, a question, progress, or a refusal.
struct UploadModel {
    var fileName: String
    var size: String
    var start: String
    var drop: String
    var kinds: [Choice]
    var origins: [Choice]
    var period: String
    var coordinates: String
    var transformation: String
    var encodings: [Choice]
    var layer: String
    var units: [Choice]
    /// Whether the part under “more” stands open.
    var isOpen: Bool
    var question: Question?
    var message: String?
}

/// What the program must ask before it can go on (待答问题).
struct Question {
    struct Field {
        var name: String
        var title: String
        var choices: [Choice]
    }
    var text: String
    /// `coordinates`, `transformation`, `layer`, `mapping`, `unit`: which part of the form answers.
    var asksCoordinates = false
    /// What was typed and is no system; it stays in the field.
    var typedCoordinates = ""
    var coordinates: [Choice] = []
    var asksTransformation = false
    var asksLayer = false
    var layers: [Choice] = []
    var asksMapping = false
    var fields: [Field] = []
    var areaUnits: [Choice] = []
    var asksUnit = false

    /// Nil when the error is no question but a refusal.
    init?(_ error: any Error, order: ImportOrder, in language: Language) {
        text = Catalogue.message(for: error, in: language)
        guard let error = error as? CaseworkError else { return nil }
        switch error {
        case .mappingMustBeNamed(let fields, let guess): ask(mapping: fields, guess, language)
        case .mappingMustNameFields(_, let fields): ask(mapping: fields, order.mapping ?? FieldMapping(), language)
        case .areaUnitMustBeNamed:
            asksUnit = true
            areaUnits = Self.units(order.mapping?.areaUnit, language)
        case .fileMustBeReadable(let inner):
            guard ask(inner, typed: order.coordinates, language) else { return nil }
        default: return nil
        }
    }

    private mutating func ask(_ error: FileError, typed: String?, _ language: Language) -> Bool {
        switch error {
        case .coordinatesMustBeNamed(_, let candidates), .coordinatesMustBeKnown(_, let candidates),
            .coordinatesMustFitValues(_, _, let candidates):
            asksCoordinates = true
            typedCoordinates = typed.flatMap { candidates.contains($0) ? nil : $0 } ?? ""
            coordinates = candidates.map {
                Choice(value: $0, text: CoordinateWords.title(of: $0, in: language), isChosen: $0 == candidates.first)
            }
        case .transformationMustBeNamed, .transformationMustBeUsable: asksTransformation = true
        case .layerMustBeNamed(let candidates), .layerMustExist(_, let candidates):
            asksLayer = true
            layers = candidates.map { Choice(value: $0, text: $0, isChosen: $0 == candidates.first) }
        default: return false
        }
        return true
    }

    private mutating func ask(mapping names: [String], _ guess: FieldMapping, _ language: Language) {
        asksMapping = true
        areaUnits = Self.units(guess.areaUnit, language)
        fields = PatchField.allCases.map { field in
            Field(
                name: "field-" + field.rawValue, title: Catalogue.text("field." + field.rawValue, in: language),
                choices: names.map { Choice(value: $0, text: $0, isChosen: guess.fields[field] == $0) })
        }
    }

    static func units(_ chosen: FieldMapping.AreaUnit?, _ language: Language) -> [Choice] {
        FieldMapping.AreaUnit.allCases.map {
            Choice(value: $0.rawValue, text: Catalogue.text("unit-of-area." + $0.rawValue, in: language), isChosen: $0 == chosen)
        }
    }
}
