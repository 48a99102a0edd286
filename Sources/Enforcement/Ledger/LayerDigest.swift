import LandGeometry

/// The digest of a layer version's features (图层内容摘要): what `LayerVersion.contentDigest` holds.
///
/// It is the hash over the hashes of the features in their order, so that a changed feature can be named.
public enum LayerDigest {
    /// The bytes of one feature that are hashed.
    public static func bytes(of feature: LayerFeature) -> [UInt8] {
        var canonical = CanonicalBytes("landledger-feature-1")
        canonical.append(feature.number)
        canonical.append(feature.code)
        canonical.append(feature.name)
        canonical.append(feature.shape)
        canonical.append(feature.attributes)
        return canonical.bytes
    }

    public static func hash(of feature: LayerFeature, by digest: LogDigest) -> [UInt8] {
        digest.hash(bytes(of: feature))
    }

    /// Over all features of a version, in the order of their numbers.
    public static func text(of features: [LayerFeature], by digest: LogDigest) -> String {
        text(features.map { hash(of: $0, by: digest) }, by: digest)
    }

    /// From the digests of the features, in the order of their numbers.
    public static func text(_ features: [[UInt8]], by digest: LogDigest) -> String {
        var canonical = CanonicalBytes("landledger-layer-1")
        canonical.append(features.count)
        for feature in features { canonical.append(feature) }
        return Hexadecimal.text(digest.hash(canonical.bytes))
    }
}
