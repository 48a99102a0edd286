import LandGeometry

/// What a file overlay found (文件套合结果): for each patch its area and what it shares with each class of each layer.
public struct FileOverlayTable: Equatable, Sendable {
    /// A patch in file order.
    public struct Patch: Equatable, Sendable {
        /// From 1, in file order.
        public var row: Int
        /// Value of the field named in the order; nil when blank or none was named.
        public var key: String?
        public var area: Area
    }
    /// The area a patch shares with one class of one layer.
    public struct Figure: Equatable, Sendable {
        /// Place of the patch in `patches`.
        public var patch: Int
        /// Place of the layer in the order.
        public var layer: Int
        /// Place of the class in the layer's list.
        public var classNumber: Int
        public var area: Area
        /// How many features of the class make it up.
        public var pieces: Int
    }

    public var patches: [Patch]
    /// By patch, then by layer, then by class in the order in which classes first stood in the layer.
    public var figures: [Figure]
    public var summary: FileOverlaySummary
}

/// The files of an overlay as they were read, and what it took (套合小结).
public struct FileOverlaySummary: Codable, Equatable, Sendable {
    /// A file that was read.
    public struct File: Codable, Equatable, Sendable {
        public var description: FileDescription
        public var rows: Int
        /// Rows without ground to reckon with.
        public var refused: Int
        public var positions: Int
        /// Classes in the order of their first row; empty for patches.
        public var classes: [String]
        /// Remarks on rows, the first hundred of them; those on the file as a whole stand in its description.
        public var remarks: [Remark]
    }
    /// A remark and the row it is about.
    public struct Remark: Codable, Equatable, Sendable {
        public var row: Int
        public var remark: RowRemark
    }
    /// Seconds a stage took, and seconds of processor time of all threads.
    public struct Stage: Codable, Equatable, Sendable {
        public var name: String
        public var seconds: Double
        public var processorSeconds: Double
        /// What of it went into preparing patches and overlaying: the rest is reading.
        public var kernelSeconds: Double
    }

    /// Patches first, then the layers in the order given.
    public var files: [File]
    public var stages: [Stage]
    /// Pairs of a patch and a feature that share ground.
    public var pairs: Int
    /// Most memory the process held, in bytes.
    public var peakBytes: Int
    public var kernel: String
}
