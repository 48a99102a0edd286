import CPROJ

/// PROJ for one thread (PROJ 上下文), without network.
final class ProjContext {
    let handle: OpaquePointer

    init() {
        guard let handle = proj_context_create() else { preconditionFailure("PROJ gives a context") }
        self.handle = handle
        proj_log_level(handle, PJ_LOG_NONE)
        proj_context_set_enable_network(handle, 0)
    }

    deinit {
        proj_context_destroy(handle)
    }

    /// The system of a code (`EPSG:4527`, `4527`) or of well-known text; nil when PROJ knows no such system.
    func system(named definition: String) -> ReferenceSystem? {
        let code = definition.uppercased().hasPrefix("EPSG:") ? String(definition.dropFirst(5)) : definition
        if let number = Int(code) {
            return ChineseSystems.system(epsg: number) ?? ProjObject(self, "EPSG:\(number)").flatMap { identify($0, "EPSG:\(number)") }
        }
        return ProjObject(self, definition).flatMap { identify($0, definition) }
    }

    private func identify(_ object: ProjObject, _ definition: String) -> ReferenceSystem? {
        let system = object.horizontal
        guard let base = system.geodetic else { return nil }
        let datum = base.datum
        if system.isGeographic {
            if let known = ChineseSystems.geographic(datum) { return known }
            return ReferenceSystem(datum: datum, plane: .geographic, name: system.code ?? system.name, definition: definition)
        }
        if let (meridian, falseEasting) = system.gaussParameters {
            if let known = ChineseSystems.system(datum, meridian: meridian, falseEasting: falseEasting) { return known }
            let plane = ReferenceSystem.Plane.gauss(centralMeridian: meridian, falseEasting: falseEasting)
            return ReferenceSystem(datum: datum, plane: plane, name: system.code ?? system.name, definition: definition)
        }
        if let code = system.code, let known = code.split(separator: ":").last.flatMap({ Int($0) }).flatMap(ChineseSystems.system(epsg:)) {
            return known
        }
        return ReferenceSystem(datum: datum, plane: .projected, name: system.code ?? system.name, definition: definition)
    }
}
