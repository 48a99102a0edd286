import Enforcement
import LandGeometry

/// A registration in the making (登记过程): which entries begin, which get another patch. Becomes one act.
struct Registration {
    let batch: Batch
    let places: PlaceFinder
    let category: @Sendable (Patch) -> String
    let digest: @Sendable (Patch) -> String
    private var numbers: EntryNumbers
    private var matcher = GroundMatcher()
    private(set) var created: [EntryNumber] = []
    private var events: [EntryNumber: [Event]] = [:]
    private var versions: [EntryNumber: Int] = [:]
    private var touched: [EntryNumber] = []
    private var attachedCount = 0

    init(
        batch: Batch, places: PlaceFinder, numbers: EntryNumbers, category: @escaping @Sendable (Patch) -> String,
        digest: @escaping @Sendable (Patch) -> String
    ) {
        self.batch = batch
        self.places = places
        self.numbers = numbers
        self.category = category
        self.digest = digest
    }

    /// Entries of earlier acts that got a patch, each once.
    var attachedOnce: [EntryNumber] { touched.filter { versions[$0] != 0 } }

    mutating func add(_ patch: Patch, store: any Store) async throws {
        if let (number, match) = try await match(patch, store: store) {
            attach(patch, to: number, match: match)
        } else {
            begin(with: patch)
        }
    }

    func changes(of state: BatchState) -> [StreamChange] {
        let registered = BatchRegistered(created: created.count, attached: attachedCount)
        let batchChange = StreamChange(.batch(batch.id), expectedVersion: state.version, events: [.batchRegistered(registered)])
        return [batchChange] + touched.map { StreamChange(.entry($0), expectedVersion: versions[$0] ?? 0, events: events[$0] ?? []) }
    }

    private mutating func match(_ patch: Patch, store: any Store) async throws -> (EntryNumber, GroundMatch)? {
        if let ground = GroundMatcher.Ground(of: patch) {
            let near = try await store.grounds(in: ground.box, EntryQuery(), limit: 1000)
            if let found = matcher.match(patch, among: near) {
                if versions[found.number] == nil { versions[found.number] = near.first { $0.number == found.number }?.version }
                return (found.number, found.match)
            }
            return nil
        }
        return try await matchNumber(of: patch, store: store)
    }

    /// Clues and old ledgers without ground are matched by the sender's number.
    private mutating func matchNumber(of patch: Patch, store: any Store) async throws -> (EntryNumber, GroundMatch)? {
        guard let source = patch.sourceNumber else { return nil }
        let match = GroundMatch(kind: .number, shareOfPatch: nil, shareOfEntry: nil)
        if let new = matcher.newEntry(withSourceNumber: source) { return (new, match) }
        guard let number = try await store.entries(withSourceNumber: source).first, let state = try await store.entry(number) else {
            return nil
        }
        if versions[number] == nil { versions[number] = state.version }
        return (number, match)
    }

    private mutating func begin(with patch: Patch) {
        let number = numbers.next()
        created.append(number)
        versions[number] = 0
        matcher.add(number, patch)
        record(
            .registered(
                Registered(
                    patch: patch.id, patchDigest: digest(patch), sourceNumber: patch.sourceNumber, category: category(patch),
                    place: places.place(of: patch),
                    area: patch.area, seen: patch.after)),
            for: number)
    }

    private mutating func attach(_ patch: Patch, to number: EntryNumber, match: GroundMatch) {
        attachedCount += 1
        record(
            .attached(
                Attached(patch: patch.id, patchDigest: digest(patch), sourceNumber: patch.sourceNumber, match: match, seen: patch.after)),
            for: number)
    }

    private mutating func record(_ event: Event, for number: EntryNumber) {
        if events[number] == nil { touched.append(number) }
        events[number, default: []].append(event)
    }
}
