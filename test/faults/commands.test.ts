import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeFailure } from '#platform/command-line'
import { testRecord } from '#test/record.ts'
import { registerModules } from '../../src/main/modules.ts'
import { type CommandWrite, commandWrites } from './commandWrites.ts'
import { type Change, changeOf, isAlike, isNothing, type Reader, readerOf } from './contents.ts'
import { type FaultKind, statementFaults } from './statementFaults.ts'

const faults = statementFaults()
const record = await testRecord(2)
faults.within(record.superuserUrl)
let reader: Reader
let statements = 0
beforeAll(async () => {
  registerModules()
  reader = await readerOf(record.superuserUrl)
})
afterAll(async () => {
  faults.end()
  await reader.end()
  process.stdout.write(
    `${commandWrites.length} commands, ${statements} statements failed, each in its turn\n`,
  )
})

/** A run has a row of its own, which says that it began and, at its end, what it did; a second run has another. */
const ofTheRun = /^(record|history)\.import_run$|^audit\.entry$/
const ofTheRecord = (change: Change): Change =>
  Object.fromEntries(Object.entries(change).filter(([name]) => !ofTheRun.test(name)))

/** What was written before the rows of the file as a whole. */
const without = (change: Change, rows: Readonly<Record<string, number>> = {}): Change =>
  Object.fromEntries(
    Object.entries(change).map(([name, grown]) => [
      name,
      typeof grown === 'number' ? grown - (rows[name] ?? 0) : grown,
    ]),
  )

/** What fails, and under which code the command line reports it. */
const kinds: readonly (readonly [FaultKind, string])[] = [
  [{ sqlstate: '53100' }, 'KITH_DISK_FULL'],
  ['cut', 'KITH_DATABASE_UNREACHABLE'],
  [{ sqlstate: 'XX000' }, 'KITH_UNEXPECTED'],
]

/** Runs a command anew with one statement failing, then once more without. */
async function failAndRunAgain({ prepare }: CommandWrite, statement: number) {
  const run = await prepare(record)
  const before = await reader.read()
  const [kind, code] = kinds[statement % kinds.length] ?? (['cut', ''] as const)
  faults.failAfter(statement, kind)
  const said = await run().then(
    () => 'nothing',
    (thrown: unknown) => describeFailure(thrown).code,
  )
  const { isHit } = faults
  faults.letThrough()
  if (kind === 'cut') await reader.settled()
  const left = ofTheRecord(changeOf(before, await reader.read()))
  await run()
  const whole = ofTheRecord(changeOf(before, await reader.read()))
  const place = `statement ${statement + 1} (${JSON.stringify(kind)})`
  return { isHit, said, code, left, whole, place }
}

describe('a command in which one statement fails', () => {
  it.each(commandWrites)('leaves nothing half done, and can be run again: $name', async write => {
    await failAndRunAgain(write, Number.POSITIVE_INFINITY) // the first import makes the duty team
    const { whole } = await failAndRunAgain(write, Number.POSITIVE_INFINITY)
    expect(isNothing(whole)).toBe(false)
    const wrong: string[] = []
    let statement = 0
    for (; ; statement += 1) {
      const tried = await failAndRunAgain(write, statement)
      const say = (what: string) => wrong.push(`${tried.place}: ${what}`)
      if (!tried.isHit) break
      if (tried.said !== tried.code) say(`is reported as ${tried.said}, not ${tried.code}`)
      const isWhole = isAlike(tried.left, whole) || isAlike(tried.left, without(whole, write.ofTheFile))
      if (!isNothing(tried.left) && !isWhole) say(`left ${JSON.stringify(tried.left)}`)
      if (!isAlike(tried.whole, whole)) say(`run again it wrote ${JSON.stringify(tried.whole)}`)
    }
    statements += statement
    expect(wrong.map(text => `${text}, not ${JSON.stringify(whole)}`)).toEqual([])
    expect(statement).toBeGreaterThan(6)
  })
})
