#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// Sine under a name of its own, so that no file but this one needs the C library for it.
func sine(_ x: Double) -> Double { sin(x) }

/// Cosine, likewise.
func cosine(_ x: Double) -> Double { cos(x) }
