import { makeUuid } from '#platform/ids'
import type { Filled } from '../routes/shapes.ts'
import { changeOf, isAlike, isNothing } from './contents.ts'
import type { Failed } from './failEach.ts'
import type { FaultKind } from './statementFaults.ts'
import { BEFORE_THE_FORM, send, sendFailing, type Trial } from './trial.ts'

type Case = {
  readonly after: number
  readonly kind: FaultKind
  readonly name: string
  readonly isWell: boolean
}

/**
 * Sends like forms while the connection is cut in the midst and under the commit, and while another transaction is in the
 * way, which the service gets over by itself: each is whole or nothing, and whole once sent again.
 * @param fill the form anew
 * @returns what is wrong
 */
export async function cutAndSendAgain(
  trial: Trial,
  fill: () => Promise<Filled>,
  failed: Failed,
  isRepeating: boolean,
): Promise<readonly string[]> {
  const last = failed.statements - 1
  const middle = Math.max(BEFORE_THE_FORM, Math.floor(failed.statements / 2))
  const cases: readonly Case[] = [
    { name: 'cut in the midst', after: middle, kind: 'cut', isWell: false },
    { name: 'cut under the commit', after: last, kind: 'cut', isWell: false },
    { name: 'in the way', after: middle, kind: { sqlstate: '40001' }, isWell: true },
  ]
  const wrong: string[] = []
  for (const one of cases) {
    const problems = await tryCase(trial, await fill(), one, { failed, isRepeating })
    wrong.push(...problems.map(problem => `${one.name}: ${problem}`))
  }
  return wrong
}

async function tryCase(
  trial: Trial,
  filled: Filled,
  one: Case,
  { failed, isRepeating }: { readonly failed: Failed; readonly isRepeating: boolean },
): Promise<readonly string[]> {
  const keyed = { filled, key: makeUuid() }
  const before = await trial.reader.read()
  const { answer, isHit, change } = await sendFailing(trial, keyed, one, before)
  const isWhole = isAlike(change, failed.change)
  const wrong: string[] = []
  if (!isHit) wrong.push('has fewer statements')
  if (one.isWell ? answer.statusCode >= 400 : answer.statusCode !== 503)
    wrong.push(`answered ${answer.statusCode}`)
  if (one.isWell && !isWhole) wrong.push(`said to be saved, and wrote ${JSON.stringify(change)}`)
  if (!isWhole && !isNothing(change)) wrong.push(`wrote ${JSON.stringify(change)}`)
  if (isRepeating && isWhole) return wrong
  const again = await send(trial, keyed)
  if (again.statusCode >= 400) wrong.push(`sent again it answered ${again.statusCode}`)
  const after = changeOf(before, await trial.reader.read())
  if (!isAlike(after, failed.change))
    wrong.push(`sent again it wrote ${JSON.stringify(after)}, not ${JSON.stringify(failed.change)}`)
  return wrong
}
