import { makeUuid } from '#platform/ids'
import type { Filled } from '../routes/shapes.ts'
import { type Change, changeOf, isNothing } from './contents.ts'
import {
  type Answer,
  BEFORE_THE_FORM,
  type Keyed,
  type Outcome,
  send,
  sendFailing,
  type Trial,
} from './trial.ts'

/** What became of a write: what is wrong, how many statements it has, and what it changed at last. */
export type Failed = {
  readonly wrong: readonly string[]
  readonly statements: number
  readonly change: Change
}

/** The disk is full; too little memory; a bug in a trigger. Each with the answer that it has. */
const refusals = [
  { sqlstate: '53100', status: 507 },
  { sqlstate: '53200', status: 503 },
  { sqlstate: 'XX000', status: 500 },
] as const
type Refusal = (typeof refusals)[number]

/** Which statements are refused: the first of them, and how many later the next. Every one: `{ first: 0, step: 1 }`. */
export type Turns = { readonly first: number; readonly step: number }

/** Sends one form with statements refused in turn, until none is left and it succeeds; then once more. */
export async function failEach(
  trial: Trial,
  filled: Filled,
  isRepeating: boolean,
  { first, step }: Turns,
): Promise<Failed> {
  const keyed = { filled, key: makeUuid() }
  const wrong: string[] = []
  const before = await trial.reader.read()
  for (let statement = first; ; statement += step) {
    const refusal = refusals[statement % refusals.length] ?? refusals[0]
    const outcome = await sendFailing(trial, keyed, { after: statement, kind: refusal }, before)
    const { answer, isHit, sent, change } = outcome
    if (!isHit) {
      if (answer.statusCode >= 400) wrong.push(`at last answered ${answer.statusCode}`)
      if (!isRepeating) wrong.push(...(await sentAgain(trial, keyed, answer)))
      return { wrong, statements: sent, change }
    }
    const problems = problemsOf(outcome, refusal, statement < BEFORE_THE_FORM ? null : filled)
    wrong.push(...problems.map(problem => `statement ${statement + 1} (${refusal.sqlstate}): ${problem}`))
  }
}

/** @param filled the form, once it has been read: a fault before that can only be answered without it */
function problemsOf(
  { answer, change }: Outcome,
  { status }: Refusal,
  filled: Filled | null,
): readonly string[] {
  const typed =
    filled === null
      ? []
      : Object.values(filled.fields)
          .flat()
          .filter(value => typeof value === 'string')
  return [
    ...(isNothing(change) ? [] : [`wrote ${JSON.stringify(change)}`]),
    ...(answer.statusCode === status ? [] : [`answered ${answer.statusCode}`]),
    ...(/try again/i.test(answer.body) ? [] : ['does not say what to do']),
    ...typed.filter(text => !answer.body.includes(escaped(text))).map(text => `"${text}" is gone`),
  ]
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** The same form under the same key: it is answered alike, and changes nothing. */
async function sentAgain(trial: Trial, keyed: Keyed, answer: Answer): Promise<readonly string[]> {
  const before = await trial.reader.read()
  const again = await send(trial, keyed)
  const change = changeOf(before, await trial.reader.read())
  const [first, second] = [answer, again].map(one => `${one.statusCode} ${one.headers.location}`)
  return [
    ...(isNothing(change) ? [] : [`sent again it wrote ${JSON.stringify(change)}`]),
    ...(first === second ? [] : [`sent again it answered ${second}, not ${first}`]),
  ]
}
