import Enforcement
import Foundation
import GRDB

/// Writes plan texts and the state of the plan in force (写方案).
struct PlanWriter {
    var db: Database

    func write(_ fold: ActFold, _ material: Material) throws {
        for (digest, text) in material.plans.sorted(by: { $0.key < $1.key }) where try !PlanReader(db: db).isOnFile(digest) {
            try db.execute(sql: "INSERT INTO plan_text (digest, body) VALUES (?, ?)", arguments: [digest, Data(text)])
        }
        try fold.checkPlans { try PlanReader(db: db).isOnFile($0) }
        if case .plan(let state)? = fold.after[.plan] { try update(state) }
    }

    func update(_ state: PlanState) throws {
        try db.execute(
            sql: """
                INSERT INTO plan (id, version, plan, plan_version, digest, state) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET version = excluded.version, plan = excluded.plan, plan_version = excluded.plan_version,
                    digest = excluded.digest, state = excluded.state
                """,
            arguments: [
                Enforcement.Stream.plan.id, state.version, state.activation.plan, state.activation.planVersion, state.activation.digest,
                try LedgerJSON.text(of: state),
            ])
    }
}
