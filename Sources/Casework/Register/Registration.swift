import Enforcement
import LandGeometry

/// A registration in the making (登记过程): which entries begin, which get another patch. Becomes one act.
struct Registration {
    let batch: Batch
    let reading: PatchReading
    private var numbers: EntryNumbers
    private var matcher = GroundMatcher()
    private(set) var created: [EntryNumber] = []
    /// The entries that begin, each with the patch that is its ground so far.
    private var grounds: [EntryNumber: (category: String, patch: Patch)] = [:]
    private var events: [EntryNumber: [Event]] = [:]
    private var versions: [EntryNumber: Int] = [:]
    private var touched: [EntryNumber] = []
    private var attachedCount = 0
    /// Entries met so far that have no area.
    private var withoutArea: Set<EntryNumber> = []

    init(batch: Batch, reading: PatchReading, numbers: EntryNumbers) {
        self.batch = batch
        self.reading = reading
        self.numbers = numbers
    }

    /// Entries of earlier acts that got a patch, each once.
    var attachedOnce: [EntryNumber] { touched.filter { versions[$0] != 0 } }

    /// Entries that begin, in order of number.
    var begun: [(number: EntryNumber, category: String, patch: Patch)] {
        created.compactMap { number in grounds[number].map { (number, $0.category, $0.patch) } }
    }

    /// - Parameter near: entries of the ledger whose ground touches the patch's box.
    mutating func add(_ patch: Patch, _ known: KnownPatch, near: [EntryGround], store: any Store) async throws {
        if let (number, match) = try await match(patch, near: near, store: store) {
            attach(patch, known, to: number, match: match)
        } else {
            begin(with: patch, known)
        }
    }

    /// More of what happens to an entry in the same act.
    mutating func add(_ events: [Event], to number: EntryNumber) {
        self.events[number, default: []] += events
    }

    func changes(of state: BatchState) -> [StreamChange] {
        let registered = BatchRegistered(created: created.count, attached: attachedCount)
        let batchChange = StreamChange(.batch(batch.id), expectedVersion: state.version, events: [.batchRegistered(registered)])
        return [batchChange] + touched.map { StreamChange(.entry($0), expectedVersion: versions[$0] ?? 0, events: events[$0] ?? []) }
    }

    private mutating func match(_ patch: Patch, near: [EntryGround], store: any Store) async throws -> (EntryNumber, GroundMatch)? {
        if patch.shape != nil || patch.point != nil {
            guard let found = matcher.match(patch, among: near) else { return nil }
            if versions[found.number] == nil, let known = near.first(where: { $0.number == found.number }) {
                versions[found.number] = known.version
                if known.shape == nil { withoutArea.insert(found.number) }
            }
            return (found.number, found.match)
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

    private mutating func begin(with patch: Patch, _ known: KnownPatch) {
        let number = numbers.next()
        created.append(number)
        grounds[number] = (known.category, patch)
        versions[number] = 0
        if patch.shape == nil { withoutArea.insert(number) }
        matcher.add(number, patch)
        record(
            .registered(
                Registered(
                    patch: patch.id, patchDigest: known.digest, sourceNumber: patch.sourceNumber, category: known.category,
                    place: known.place, area: patch.area, seen: patch.after)),
            for: number)
    }

    /// An entry that began with a point or with words gets its ground from the first patch with an area.
    private mutating func attach(_ patch: Patch, _ known: KnownPatch, to number: EntryNumber, match: GroundMatch) {
        attachedCount += 1
        var attached = Attached(
            patch: patch.id, patchDigest: known.digest, sourceNumber: patch.sourceNumber, match: match, seen: patch.after)
        if patch.shape != nil, withoutArea.remove(number) != nil {
            attached.ground = GivenGround(area: patch.area, place: known.place)
            grounds[number]?.patch = patch
        }
        record(.attached(attached), for: number)
    }

    private mutating func record(_ event: Event, for number: EntryNumber) {
        if events[number] == nil { touched.append(number) }
        events[number, default: []].append(event)
    }
}
