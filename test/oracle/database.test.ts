import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { testRecord } from '#test/record.ts'
import { compareWorld, verbs } from './compare.ts'
import { compareWorlds, decisionsOf, type Findings, share } from './manyWorlds.ts'
import { letTimePass } from './passingTime.ts'
import { randomScene } from './randomWorld.ts'
import { openRealDatabase, type RealDatabase } from './realDatabase.ts'
import { storiesOf } from './stories.ts'
import { storyOf } from './story.ts'
import { tables, tablesBehindFunctions } from './tables.ts'

const { KITH_ORACLE_DECISIONS, KITH_ORACLE_SEED } = process.env
/** How many decisions to compare: the long form is `npm run oracle`. */
const wanted = Number(KITH_ORACLE_DECISIONS ?? 8_000)
/** Other worlds from another seed; any number. */
const seed = Number(KITH_ORACLE_SEED ?? 20_261)
/** Long forms say how far they are. */
const step = 100_000

const first = await testRecord()
const databases = [await openRealDatabase(first), await openRealDatabase(await first.another())] as const
afterAll(async () => {
  for (const database of databases) await database.close()
})

function tell(findings: Findings): void {
  const { add, change, read } = findings.comparison.decisions
  const counts = `${read} reads, ${add} additions, ${change} changes`
  process.stdout.write(
    `oracle: ${decisionsOf(findings)} decisions (${counts}) in ${findings.worlds} worlds from seed ${seed}, ` +
      `${findings.found.length} disagreements\n`,
  )
}

async function differencesAsTimePasses(
  database: RealDatabase,
  restrictions: boolean,
): Promise<readonly string[]> {
  const [drawn] = fc.sample(randomScene(Temporal.Now.instant()), {
    numRuns: 1,
    seed: seed + Number(restrictions),
  })
  if (drawn === undefined) throw new Error('fast-check drew no world')
  const { world, rows } = await letTimePass(database, drawn, { restrictions })
  const { allowed, disagreements } = await compareWorld(database, world, rows, verbs, share(seed))
  if (allowed.read === 0) throw new Error('A world in which nobody may read anything tells nothing.')
  return disagreements.map(disagreement => storyOf(world, disagreement))
}

describe('the database answers as the oracle does', () => {
  test('about every table of the record', async () => {
    const { rows } = await databases[0].superuser.query<{ name: string }>(
      "select tablename::text as name from pg_tables where schemaname = 'record' order by 1",
    )
    const named = Object.keys(tables).filter(name => !tablesBehindFunctions.some(one => one === name))
    expect(rows.map(row => row.name)).toEqual(named.sort())
  })

  // In two databases at once: most of it is waiting.
  test('as time passes and nobody writes, and as a restriction entered ahead begins or ends', async () => {
    const [first, second] = databases
    const found = [differencesAsTimePasses(first, false), differencesAsTimePasses(second, true)]
    expect((await Promise.all(found)).flat()).toEqual([])
  }, 180_000)

  test(
    `in ${wanted} decisions about random worlds, now and as known now: every read, and of what is written a third`,
    async () => {
      let told = step
      const findings = await compareWorlds(databases, {
        seed,
        hasEnough: so => decisionsOf(so) >= wanted,
        onWorld: so => {
          if (decisionsOf(so) < told) return
          told += step
          tell(so)
        },
      })
      tell(findings)
      const { allowed, decisions } = findings.comparison
      for (const verb of ['read', 'add', 'change'] as const) {
        expect(allowed[verb] / decisions[verb]).toBeGreaterThan(0.04)
      }
      expect(await storiesOf(databases[0], findings.found)).toEqual([])
    },
    240_000 + wanted * 4,
  )
})
