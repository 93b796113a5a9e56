import { sql } from 'kysely'
import type { Database, Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { asStoryteller } from '../../chronicle/asStoryteller.ts'
import { openDay } from '../../chronicle/moments.ts'
import { writeChronicle } from '../../chronicle/writeChronicle.ts'
import type { County } from '../../county/county.ts'
import type { Teller } from '../../teller.ts'
import { firstTeam, personaOf, type Told } from '../story.ts'
import { tellAudit, tellWellbeing } from './tellQuality.ts'
import { tellSession } from './tellSession.ts'
import { tellStandIn } from './tellStandIn.ts'
import { type Held, tellTeam } from './tellTeam.ts'

/**
 * The supervision of the personas' team, once it is known who holds whom; of nobody whom a named list keeps from their manager. Written
 * before clocks are derived and access is brought in line.
 */
export async function writeSupervision(
  database: Database,
  teller: Teller,
  county: County,
  told: readonly Told[],
): Promise<void> {
  const own = { ...teller, dice: teller.dice.fork('supervision') } // nobody else’s chances change
  const team = firstTeam(county)
  const hidden = new Set(told.flatMap(({ restricted }) => restricted?.people ?? []))
  await asStoryteller(database, async work => {
    const held = (await heldIn(work, team.id, own.today)).filter(({ personId }) => !hidden.has(personId))
    const specialists = (county.practitioners.get(team.id) ?? []).filter(({ leftOn }) => leftOn === null)
    const rowan = personaOf(county, 'socialWorker')
    const sessions = tellTeam(own, team, { specialists, rowan, held })
    const leader = personaOf(county, 'serviceLeader')
    for (const days of [44, 16])
      tellSession(own, {
        supervisee: team.manager,
        supervisor: leader,
        on: openDay(own.today.subtract({ days })),
        children: [],
      })
    tellAudit(own, team, leader, sessions)
    tellWellbeing(own, county)
    tellStandIn(own, county, team)
    await writeChronicle(work, own.chronicle.take())
  })
}

/** Children led for the team, as its allocations say. */
async function heldIn(work: Work, teamId: Uuid, today: Temporal.PlainDate): Promise<readonly Held[]> {
  const { rows } = await sql<{ person_id: Uuid; worker_id: Uuid; since: Temporal.PlainDate }>`
    select person_id, worker_id, min(started_on) as since from record.allocation
    where team_id = ${teamId} and role = 'lead_social_worker' and worker_id is not null and ended_on is null
      and started_on < ${today}::date
    group by person_id, worker_id order by person_id`.execute(work.db())
  return rows.map(row => ({ personId: row.person_id, workerId: row.worker_id, since: row.since }))
}
