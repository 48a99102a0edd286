import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// The three kinds of answer the site gives (应答): a page, JSON, a way to go on.
enum Answers {
    static func html(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8"], body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    /// Keys sorted, so that the same content is the same bytes.
    static func json(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return json(bytes: Array(try encoder.encode(value)), status: status)
    }

    static func json(bytes: [UInt8], type: String = "application/json", status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "\(type); charset=utf-8"], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// After a form was taken in: the browser asks for `url` by GET, so that reloading repeats nothing.
    static func seeOther(_ url: SiteURL) -> Response { seeOther(path: url.path) }

    static func seeOther(path: String) -> Response {
        Response(status: .seeOther, headers: [.location: path])
    }
}
