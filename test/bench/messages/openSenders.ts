import { sql } from 'kysely'
import { type Database, openDatabase, serviceActor } from '#platform/db'
import { makeUuid } from '#platform/ids'
import { readChildren } from '../../../src/main/demo/index.ts'
import { startWorker } from '../../faults/service.ts'
import { type LineEnd, placeLine } from '../../support/hospitalLine.ts'
import type { BenchCluster } from '../benchCluster.ts'
import { CONTEXT_SECRET, contextKeyOf } from '../county.ts'

/** A county with the real door and jobs at work on it, in a process of their own. */
export type OpenSenders = {
  readonly cluster: BenchCluster
  /** Name of the county's database. */
  readonly county: string
  readonly database: Database
  readonly line: LineEnd
  /** As the hospital's generator is given them. */
  readonly children: Awaited<ReturnType<typeof readChildren>>
  /** How many messages have been kept and not yet read. */
  waiting(): Promise<number>
  close(): Promise<void>
}

/** Whose connection of many one is: they are shared out by turns. */
export const facilityAt = (facilities: readonly string[], place: number): string =>
  facilities[place % facilities.length] ?? ''

/** Lets hospitals of these names send to a county, and starts what takes and reads their messages. */
export async function openSenders(
  cluster: BenchCluster,
  county: string,
  facilities: readonly string[],
): Promise<OpenSenders> {
  const line = await placeLine(`${cluster.folder}/line-${county}`)
  const database = openDatabase(
    cluster.serveUrl(county),
    { suffix: county, contextKey: contextKeyOf(county) },
    4,
  )
  await database.as(serviceActor('storyteller'), 'demo', work =>
    sql`insert into health_sender (id, organisation_id, facility, fingerprints, liaison_team_id, started_on)
      select v.id, s.organisation_id, v.facility, array[${line.fingerprint}], s.liaison_team_id, s.started_on
      from (select * from health_sender order by id limit 1) s
        cross join unnest(${facilities.map(() => makeUuid())}::uuid[], ${[...facilities]}::text[]) v (id, facility)`.execute(
      work.db(),
    ),
  )
  const worker = await startWorker({
    ...line.variables,
    DATABASE_URL: cluster.serveUrl(county),
    DATABASE_OWNER_URL: cluster.ownerUrl(county),
    KITH_DATA: `${cluster.folder}/service-${county}`,
    KITH_CONTEXT_KEY: CONTEXT_SECRET,
  })
  return {
    ...{ cluster, county, database, line },
    children: await database.as(serviceActor('storyteller'), 'demo', readChildren),
    waiting: async () => {
      const [row] = await cluster.asSuperuser<{ n: number }>(
        county,
        `select count(*)::int as n from app.message_work where state = 'waiting'`,
      )
      return row?.n ?? 0
    },
    close: async () => {
      await worker.stop()
      await database.close()
    },
  }
}
