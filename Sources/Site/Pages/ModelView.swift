import Mustache

/// A page's model as templates look into it (模型视图): the fields of a value by name, found once and kept.
///
/// Mustache alone would reflect a whole value anew for every name a template asks for, and again for each value round
/// it; half of the time of a page of fifty entries went there. Used by one rendering, on one thread.
final class ModelView: MustacheParent {
    private var fields: [String: Any] = [:]

    init(_ model: Any) {
        for child in Mirror(reflecting: model).children {
            if let name = child.label, let value = Self.present(child.value) { fields[name] = value }
        }
    }

    /// The field's value, itself ready to be looked into; nil for no such field, or one that holds nothing.
    func child(named name: String) -> Any? {
        guard let value = fields[name] else { return nil }
        let seen = Self.seen(value)
        fields[name] = seen
        return seen
    }

    /// What an optional holds; any other value as it is.
    private static func present(_ value: Any) -> Any? {
        let mirror = Mirror(reflecting: value)
        guard mirror.displayStyle == .optional else { return value }
        return mirror.children.first?.value
    }

    private static func seen(_ value: Any) -> Any {
        switch value {
        case is String, is Bool, is Int, is ModelView, is [String], is any MustacheParent: return value
        case let list as [Any]: return list.map(seen)
        default: return Mirror(reflecting: value).displayStyle == .struct ? ModelView(value) : value
        }
    }
}
