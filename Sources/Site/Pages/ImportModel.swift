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
    var coordinates: [Choice] = []
    var asksTransformation = false
    var asksLayer = false
    var layers: [Choice] = []
    var asksMapping = false
    var fields: [Field] = []
    var units: [Choice] = []
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
            units = Self.units(nil, language)
        case .fileMustBeReadable(let inner):
            guard ask(inner) else { return nil }
        default: return nil
        }
    }

    private mutating func ask(_ error: FileError) -> Bool {
        switch error {
        case .coordinatesMustBeNamed(_, let candidates), .coordinatesMustBeKnown(_, let candidates),
            .coordinatesMustFitValues(_, _, let candidates):
            asksCoordinates = true
            coordinates = candidates.map { Choice(value: $0, text: CoordinateWords.title(of: $0), isChosen: $0 == candidates.first) }
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
        units = Self.units(guess.areaUnit, language)
        fields = PatchField.allCases.map { field in
            Field(
                name: "field-" + field.rawValue, title: Catalogue.text("field." + field.rawValue, in: language),
                choices: names.map { Choice(value: $0, text: $0, isChosen: guess.fields[field] == $0) })
        }
    }

    private static func units(_ chosen: FieldMapping.AreaUnit?, _ language: Language) -> [Choice] {
        FieldMapping.AreaUnit.allCases.map {
            Choice(value: $0.rawValue, text: Catalogue.text("unit-of-area." + $0.rawValue, in: language), isChosen: $0 == chosen)
        }
    }
}

/// Coordinate systems by name (坐标系名称), for choices.
enum CoordinateWords {
    /// `EPSG:4527` with the words a surveyor knows; other texts as they are.
    static func title(of code: String) -> String {
        guard code.hasPrefix("EPSG:"), let number = Int(code.dropFirst(5)) else { return code }
        let words: String? =
            switch number {
            case 4490: "CGCS2000 经纬度"
            case 4326: "WGS 84 经纬度"
            case 3857: "Web Mercator"
            case 4610: "西安80 经纬度"
            case 4214: "北京54 经纬度"
            case 4491...4501: "CGCS2000 六度带 \(number - 4491 + 13) 带"
            case 4502...4512: "CGCS2000 六度带 中央经线 \(75 + 6 * (number - 4502))°"
            case 4513...4533: "CGCS2000 三度带 \(number - 4513 + 25) 带"
            case 4534...4554: "CGCS2000 三度带 中央经线 \(75 + 3 * (number - 4534))°"
            case 2349...2369: "西安80 三度带 \(number - 2349 + 25) 带"
            case 2370...2390: "西安80 三度带 中央经线 \(75 + 3 * (number - 2370))°"
            case 2401...2421: "北京54 三度带 \(number - 2401 + 25) 带"
            case 2422...2442: "北京54 三度带 中央经线 \(75 + 3 * (number - 2422))°"
            default: nil
            }
        return words.map { "\(code) · \($0)" } ?? code
    }
}
