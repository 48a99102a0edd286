/// The version of the overlay kernel (内核版本), recorded with every finding it computes.
///
/// Raised whenever a change may alter a figure by more than its last bits: another area formula, another rule
/// for contact, another treatment of invalid ground. Findings of an older version stay on record as they are.
public enum KernelVersion {
    /// `area` names the formula of record, `overlay` the method; the number counts changes of either.
    public static let current = "land-geometry 2 (area 2008-32, overlay bilinear by rings)"
}
