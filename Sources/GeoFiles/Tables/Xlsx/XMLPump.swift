import CExpat

/// What an XML reader is told while bytes come in. Names are without prefix.
protocol XMLListener: AnyObject {
    func start(_ name: XMLName, _ attributes: XMLAttributes)
    func end(_ name: XMLName)
    func text(_ bytes: UnsafeBufferPointer<UInt8>)
}

/// A name in Expat's memory, compared without making strings.
struct XMLName {
    let pointer: UnsafePointer<CChar>

    /// After the colon, when there is one.
    init(_ full: UnsafePointer<CChar>) {
        var start = full
        var at = full
        while at.pointee != 0 {
            if at.pointee == 58 { start = at + 1 }
            at += 1
        }
        pointer = start
    }

    static func == (name: XMLName, text: StaticString) -> Bool {
        let other = UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self)
        var i = 0
        while i < text.utf8CodeUnitCount {
            guard name.pointer[i] == other[i] else { return false }
            i += 1
        }
        return name.pointer[i] == 0
    }

    static func ~= (text: StaticString, name: XMLName) -> Bool { name == text }
}

struct XMLAttributes {
    let pointer: UnsafeMutablePointer<UnsafePointer<CChar>?>?

    func value(_ name: StaticString) -> UnsafePointer<CChar>? {
        guard var at = pointer else { return nil }
        while let key = at[0], let value = at[1] {
            if XMLName(key) == name { return value }
            at += 2
        }
        return nil
    }

    subscript(name: StaticString) -> String? { value(name).map { String(cString: $0) } }
}

/// Feeds XML to a listener by Expat; document types are refused, so entities and what they drag in cannot occur. Depth is limited.
final class XMLPump {
    private let parser: OpaquePointer
    private let listener: any XMLListener
    private let part: String
    private var depth = 0
    private var refusal: FileError?

    init(_ listener: any XMLListener, part: String) throws(FileError) {
        guard let parser = XML_ParserCreate(nil) else { throw .limitMustHold(limit: "memory", value: part) }
        self.parser = parser
        self.listener = listener
        self.part = part
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser,
            { data, name, attributes in
                guard let pump = XMLPump.from(data), let name else { return }
                pump.start(XMLName(name), XMLAttributes(pointer: attributes))
            },
            { data, name in
                guard let pump = XMLPump.from(data), let name else { return }
                pump.depth -= 1
                pump.listener.end(XMLName(name))
            })
        XML_SetCharacterDataHandler(parser) { data, text, length in
            guard let pump = XMLPump.from(data), let text else { return }
            pump.listener.text(UnsafeBufferPointer(start: UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), count: Int(length)))
        }
        XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
            guard let pump = XMLPump.from(data) else { return }
            pump.refuse(.archiveMustBeSafe(found: "DOCTYPE in \(pump.part)"))
        }
    }

    deinit { XML_ParserFree(parser) }

    private static func from(_ data: UnsafeMutableRawPointer?) -> XMLPump? {
        data.map { Unmanaged<XMLPump>.fromOpaque($0).takeUnretainedValue() }
    }

    private func start(_ name: XMLName, _ attributes: XMLAttributes) {
        depth += 1
        guard depth <= 64 else { return refuse(.limitMustHold(limit: "depth", value: "64")) }
        listener.start(name, attributes)
    }

    /// Stops the parser; called by listeners too, when a limit is reached.
    func refuse(_ error: FileError) {
        refusal = refusal ?? error
        XML_StopParser(parser, 0)
    }

    func feed(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool = false) throws(FileError) {
        let status = bytes.withMemoryRebound(to: CChar.self) { XML_Parse(parser, $0.baseAddress, Int32($0.count), isLast ? 1 : 0) }
        if let refusal { throw refusal }
        guard status == XML_STATUS_OK else {
            let words = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? ""
            throw .fileMustBeWhole(found: "\(part), line \(XML_GetCurrentLineNumber(parser)): \(words)")
        }
    }

    func finish() throws(FileError) {
        try feed(UnsafeBufferPointer(start: nil, count: 0), isLast: true)
    }
}

extension ZipArchive {
    /// Reads an XML part; false when there is none of that name.
    func parse(_ name: String, with listener: any XMLListener, pump made: ((XMLPump) -> Void)? = nil) throws(FileError) -> Bool {
        let pump = try XMLPump(listener, part: name)
        made?(pump)
        let isThere = try inflate(name) { (bytes) throws(FileError) in try pump.feed(bytes) }
        if isThere { try pump.finish() }
        return isThere
    }
}
