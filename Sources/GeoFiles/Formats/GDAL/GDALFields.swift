import CGDAL
import Foundation

/// The fields of a layer and the values of a feature as text (字段与取值).
struct GDALFields {
    let names: [String]
    private let types: [OGRFieldType]
    /// Encoding of undecoded DBF text; nil where the driver promises UTF-8.
    private let encoding: TextEncoding?
    private let converter: TextConverter?

    init(_ layer: OGRLayerH, encoding: TextEncoding?) {
        let definition = OGR_L_GetLayerDefn(layer)
        let count = OGR_FD_GetFieldCount(definition)
        let columns = (0..<count).map { OGR_FD_GetFieldDefn(definition, $0) }
        types = columns.map { OGR_Fld_GetType($0) }
        self.encoding = encoding
        converter = encoding.flatMap { $0 == .utf8 ? nil : TextConverter(from: $0.iconvName) }
        names = columns.map { column in
            guard let name = OGR_Fld_GetNameRef(column) else { return "" }
            let raw = GDALText.bytes(name)
            let text = TextDecoder.decode(raw, preferring: encoding ?? .utf8)?.text
            return text ?? TextDecoder.salvage(raw, as: encoding ?? .utf8)
        }
    }

    /// Nil for blank; dates in ISO form; text that does not decode is shown with U+FFFD beside a remark.
    func values(of feature: OGRFeatureH, remarks: inout [RowRemark]) -> [String?] {
        types.indices.map { value(of: feature, column: $0, remarks: &remarks) }
    }

    func value(of feature: OGRFeatureH, column index: Int, remarks: inout [RowRemark]) -> String? {
        guard OGR_F_IsFieldSetAndNotNull(feature, Int32(index)) != 0 else { return nil }
        if let date = date(feature, index) { return date }
        if types[index] == OFTReal { return Self.shortest(OGR_F_GetFieldAsDouble(feature, Int32(index))) }
        guard let pointer = OGR_F_GetFieldAsString(feature, Int32(index)) else { return nil }
        return text(GDALText.bytes(pointer), field: names[index], remarks: &remarks)
    }

    func text(_ bytes: UnsafeRawBufferPointer, field: String, remarks: inout [RowRemark]) -> String? {
        if bytes.allSatisfy({ $0 == 32 }) { return nil }
        let wanted = encoding ?? .utf8
        if let text = decoded(bytes) { return text }
        if encoding == nil, let text = TextDecoder.decode(bytes, as: .gb18030) {
            remarks.append(RowRemark(.noted, .encodingWasInferred, place: field, found: "GB18030"))
            return text
        }
        let hex = bytes.prefix(32).hex
        let salvaged = TextDecoder.salvage(bytes, as: wanted)
        remarks.append(RowRemark(.noted, .textMustDecode, place: field, found: "\(salvaged) (\(wanted.name): \(hex))"))
        return salvaged
    }

    private func decoded(_ bytes: UnsafeRawBufferPointer) -> String? {
        guard let converter else { return String(validating: bytes, as: UTF8.self) }
        return bytes.allSatisfy { $0 < 0x80 } ? String(decoding: bytes, as: UTF8.self) : converter.text(bytes)
    }

    private func date(_ feature: OGRFeatureH, _ index: Int) -> String? {
        guard types[index] == OFTDate || types[index] == OFTDateTime else { return nil }
        var (year, month, day, hour, minute, zone): (Int32, Int32, Int32, Int32, Int32, Int32) = (0, 0, 0, 0, 0, 0)
        var second: Float = 0
        guard OGR_F_GetFieldAsDateTimeEx(feature, Int32(index), &year, &month, &day, &hour, &minute, &second, &zone) != 0 else {
            return nil
        }
        let date = "\(Self.pad(year, 4))-\(Self.pad(month, 2))-\(Self.pad(day, 2))"
        if types[index] == OFTDate { return date }
        return "\(date)T\(Self.pad(hour, 2)):\(Self.pad(minute, 2)):\(Self.pad(Int32(second), 2))"
    }

    /// `39509846.6`, where the driver's fixed width would print `39509846.60000000149`.
    private static func shortest(_ number: Double) -> String {
        if let whole = Int(exactly: number), abs(whole) < 1_000_000_000_000_000 { return "\(whole)" }
        return "\(number)"
    }

    private static func pad(_ number: Int32, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
