import LandGeometry

/// The digest of a patch as received (图斑摘要): what `registered` and `attached` carry, so that a change of
/// the patch beside the log is seen.
public enum PatchDigest {
    /// The bytes that are hashed: every field of the patch, in the order of its declaration.
    public static func bytes(of patch: Patch) -> [UInt8] {
        var canonical = CanonicalBytes("landledger-patch-1")
        canonical.append(patch.id.text)
        canonical.append(patch.batch.text)
        canonical.append(patch.row)
        canonical.append(patch.sourceNumber)
        canonical.append(optional: patch.shape) { $0.append($1) }
        canonical.append(optional: patch.point) {
            $0.append($1.longitude)
            $0.append($1.latitude)
        }
        canonical.append(optional: patch.receivedGeometry) { $0.append($1) }
        canonical.append(patch.area.squareMetres)
        canonical.append(patch.statedArea)
        canonical.append(patch.before)
        canonical.append(patch.after)
        canonical.append(patch.division)
        canonical.append(patch.placeWords)
        canonical.append(patch.type)
        canonical.append(patch.attributes)
        return canonical.bytes
    }

    public static func hash(of patch: Patch, by digest: LogDigest) -> [UInt8] {
        digest.hash(bytes(of: patch))
    }

    /// Lower-case hexadecimal, as events carry it.
    public static func text(of patch: Patch, by digest: LogDigest) -> String {
        Hexadecimal.text(hash(of: patch, by: digest))
    }
}

/// The digest of everything that came in with a batch (批次摘要): its patches by row, then its remarks in order.
public enum BatchDigest {
    public static func text(patches: [Patch], remarks: [Remark], by digest: LogDigest) -> String {
        text(patches.sorted { $0.row < $1.row }.mapInParallel { PatchDigest.hash(of: $0, by: digest) }, remarks: remarks, by: digest)
    }

    /// From the digests of the patches, in the order of their rows.
    public static func text(_ patches: [[UInt8]], remarks: [Remark], by digest: LogDigest) -> String {
        var canonical = CanonicalBytes("landledger-batch-1")
        canonical.append(patches.count)
        for patch in patches { canonical.append(patch) }
        canonical.append(remarks.count)
        for remark in remarks { canonical.append(remark) }
        return Hexadecimal.text(digest.hash(canonical.bytes))
    }
}

extension CanonicalBytes {
    mutating func append(_ remark: Remark) {
        append(remark.row)
        append(remark.effect.rawValue)
        append(remark.rule)
        append(remark.place)
        append(remark.found)
        append(remark.areaBefore)
        append(remark.areaAfter)
    }
}
