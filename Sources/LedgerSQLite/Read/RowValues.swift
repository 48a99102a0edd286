import Foundation
import GRDB

extension Row {
    /// The value of a column, nil when it is NULL or of another type. A damaged file must give an error, not a crash:
    /// GRDB's own subscript traps on a value it cannot convert.
    func value<Value: DatabaseValueConvertible>(_ index: Int, _ type: Value.Type = Value.self) -> Value? {
        let stored: DatabaseValue = self[index]
        return Value.fromDatabaseValue(stored)
    }

    func text(_ index: Int) -> String { value(index) ?? "" }
    func integer(_ index: Int) -> Int { value(index) ?? 0 }
    /// Of a blob, or of a text in UTF-8.
    func bytes(_ index: Int) -> [UInt8] { value(index, Data.self).map { [UInt8]($0) } ?? [] }
}
