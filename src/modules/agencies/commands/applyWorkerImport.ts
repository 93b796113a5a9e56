import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { AgenciesTables } from '../tables.ts'
import type { PlannedLine } from '../worker-import/planWorkerImport.ts'
import { saveDirectoryRow } from './saveDirectoryRow.ts'

/** Does what the good lines of a plan say, in the caller's transaction. @returns how many lines changed something */
export async function applyWorkerImport(work: Work, plans: readonly PlannedLine[]): Promise<number> {
  const doing = plans.filter(plan => plan.problems.length === 0 && plan.action !== 'nothing')
  for (const plan of doing) {
    const left = plan.leftOn === null ? {} : { left_at: endOf(plan.leftOn) }
    const id = await saveDirectoryRow(work, 'worker', plan.workerId, { ...plan.columns, ...left })
    await beginPost(work, id, plan)
  }
  return doing.length
}

/** A leaver's last day belongs to them: access ends with it. */
const endOf = (day: Temporal.PlainDate): string =>
  day.add({ days: 1 }).toZonedDateTime('Europe/London').toInstant().toString()

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
