import type { AgenciesTables } from '#modules/agencies'
import type { Work } from '#platform/db'
import { parseUuid, type Uuid } from '#platform/ids'
import type { ChildFacts } from '../matching/matchChildren.ts'
import { schoolDayAfter } from '../rules/schoolDay.ts'
import type { Standing } from '../telling/standing.ts'
import { ask, notify, tellReader } from '../telling/tellReader.ts'
import type { Encompass } from './encompassSchema.ts'

/**
 * Tells the safeguarding leads of the child's school before the next school day; of a child educated at home the council's education team. The
 * roll of the record decides where it knows one: another school is never told. Of a restricted child the front door decides who is told.
 * @param facts of the child where the record is sure who it is
 */
export async function tellEncompass(
  work: Work,
  notice: Standing,
  told: Encompass,
  facts: ChildFacts | null,
): Promise<void> {
  const before = schoolDayAfter(told.happenedAt, notice.receivedAt)
  await notify(work, facts?.workers ?? [], 'partner_notice', notice.id)
  if (facts?.isRestricted === true) return await ask(work, notice, 0, 'sensitive')
  if (told.schooling === 'home_educated') {
    const team = await educationTeam(work)
    if (team === null) return await ask(work, notice, 0, 'no_school')
    return await tellReader(work, notice, { kind: 'home_education', teamId: team, before })
  }
  const named = parseUuid(told.schoolId ?? '')
  const roll = facts?.schools ?? []
  if (roll.length > 0 && named !== null && !roll.includes(named)) await ask(work, notice, 0, 'school_differs')
  const schools = roll.length > 0 ? roll : named === null ? [] : [named]
  if (schools.length === 0) return await ask(work, notice, 0, 'no_school')
  for (const organisationId of schools)
    await tellReader(work, notice, { kind: 'school', organisationId, before })
}

/** The team whose officers answer for children educated at home: the council's education team. */
async function educationTeam(work: Work): Promise<Uuid | null> {
  const row = await work
    .db<AgenciesTables>()
    .selectFrom('team')
    .select('id')
    .where('kind', '=', 'education')
    .where('ended_on', 'is', null)
    .orderBy('name')
    .executeTakeFirst()
  return row?.id ?? null
}
