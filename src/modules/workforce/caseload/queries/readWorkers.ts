import { caseloadsOn, workerNames } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { type CaseloadRule, type Held, type Standing, standingOf } from '../rules/caseloadRule.ts'
import { pressure } from '../rules/words.ts'
import { readRule } from './readRule.ts'

/** What one worker holds for a team. */
export type WorkerCaseload = {
  readonly workerId: Uuid
  readonly name: string
  readonly held: Held
  readonly standing: Standing
}

/** The workers of a team who hold children for it or could, the most pressed first. */
export async function readWorkers(
  work: Work,
  teamId: Uuid,
  day: Temporal.PlainDate,
): Promise<{
  readonly rule: CaseloadRule
  readonly workers: readonly WorkerCaseload[]
  readonly team: Held | null
}> {
  const rule = await readRule(work)
  const rows = (await caseloadsOn(work, [day])).filter(row => row.teamId === teamId)
  const ids = rows.flatMap(({ workerId }) => workerId ?? [])
  const names = await workerNames(work, ids)
  const workers = rows.flatMap(({ workerId, ...held }) =>
    workerId === null
      ? []
      : [
          {
            workerId,
            name: names.get(workerId) ?? 'Somebody not in the directory',
            held,
            standing: standingOf(held, rule),
          },
        ],
  )
  return {
    rule,
    workers: workers.toSorted(
      (one, other) => pressure(other.standing) - pressure(one.standing) || one.name.localeCompare(other.name),
    ),
    team: rows.find(({ workerId }) => workerId === null) ?? null,
  }
}
