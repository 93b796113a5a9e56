import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { AgenciesTables } from '../tables.ts'
import type { PlannedLine } from '../worker-import/planWorkerImport.ts'
import { recordLeaver } from './recordLeaver.ts'
import { saveDirectoryRow } from './saveDirectoryRow.ts'

/** Does what the good lines of a plan say, in the caller's transaction. @returns how many lines changed something */
export async function applyWorkerImport(work: Work, plans: readonly PlannedLine[]): Promise<number> {
  const doing = plans.filter(plan => plan.problems.length === 0 && plan.action !== 'nothing')
  for (const plan of doing) {
    const id = await saveDirectoryRow(work, 'worker', plan.workerId, plan.columns)
    await beginPost(work, id, plan)
    if (plan.leftOn !== null) await recordLeaver(work, id, endOf(plan.leftOn))
  }
  return doing.length
}

/** A leaver's last day belongs to them: access ends with it. */
const endOf = (day: Temporal.PlainDate): Temporal.Instant =>
  day.add({ days: 1 }).toZonedDateTime('Europe/London').toInstant()

async function beginPost(work: Work, workerId: Uuid, { post, startedOn }: PlannedLine): Promise<void> {
  if (post === null) return
  await work
    .db<AgenciesTables>()
    .insertInto('post')
    .values({
      id: makeUuid(),
      worker_id: workerId,
      team_id: post.teamId,
      role: post.role,
      fte: post.fte,
      holds_cases: post.holdsCases,
      started_on: startedOn,
    })
    .execute()
}
