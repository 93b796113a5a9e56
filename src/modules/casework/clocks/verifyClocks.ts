import { type Database, serviceActor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { CaseworkTables } from '../tables.ts'
import { clockDifferences } from './clockDifferences.ts'

/** What a recomputation of every clock found. Ids and rules only, never names. */
export type ClockReport = {
  readonly people: number
  readonly clocks: number
  readonly differing: readonly { readonly personId: Uuid; readonly clock: string; readonly kind: string }[]
}

const AT_ONCE = 500

/**
 * Computes every clock of the authority again from the facts, a batch of people at a time, and says which differ from
 * what is stored: none must.
 * @param onStep called after each batch with how many people are done
 */
export async function verifyClocks(
  database: Database,
  onStep: (done: number) => void = () => {},
): Promise<ClockReport> {
  const differing: { personId: Uuid; clock: string; kind: string }[] = []
  let people = 0
  let clocks = 0
  for (let after: Uuid | null = null; ; ) {
    const batch: { ids: readonly Uuid[]; clocks: number; found: typeof differing } = await verifyBatch(
      database,
      after,
    )
    differing.push(...batch.found)
    people += batch.ids.length
    clocks += batch.clocks
    onStep(people)
    after = batch.ids.at(-1) ?? null
    if (batch.ids.length < AT_ONCE) return { people, clocks, differing }
  }
}

async function verifyBatch(database: Database, after: Uuid | null) {
  return database.as(
    serviceActor('verifier'),
    'verify',
    async work => {
      const ids = await idsAfter(work, after)
      if (ids.length === 0) return { ids, clocks: 0, found: [] }
      const stored = await work
        .db<CaseworkTables>()
        .selectFrom('clock')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('person_id', 'in', ids)
        .executeTakeFirstOrThrow()
      const found = (await clockDifferences(work, ids)).map(difference => {
        const clock = difference.kind === 'unfounded' ? difference.stored : difference.derived
        return { personId: clock.personId, clock: clock.definitionId, kind: difference.kind }
      })
      return { ids, clocks: stored.count, found }
    },
    { statementSeconds: 120 },
  )
}

async function idsAfter(
  work: Parameters<Parameters<Database['as']>[2]>[0],
  after: Uuid | null,
): Promise<readonly Uuid[]> {
  let query = work
    .db<{ person: { id: Uuid } }>()
    .selectFrom('person')
    .select('id')
    .orderBy('id')
    .limit(AT_ONCE)
  if (after !== null) query = query.where('id', '>', after)
  return (await query.execute()).map(row => row.id)
}
