import {
  type CopyFaults,
  copyFaults,
  type PlanShare,
  readingAge,
  sharesOf,
  simplerWords,
  ticksOf,
} from '#modules/casework'
import { familiesOf, familyMembers, type PersonSummary } from '#modules/people'
import type { Work } from '#platform/db'
import { parseUuid, type Uuid } from '#platform/ids'
import type { PlanView } from './planView.ts'

/** A line of the plan as the family reads it. */
export type PlainLine = {
  readonly actionId: Uuid
  readonly what: string
  readonly who: string
  readonly byWhen: Temporal.PlainDate
}

/** An open outcome with what is still to be done for it. */
export type PlainPart = {
  readonly outcome: string
  readonly lines: readonly PlainLine[]
  /** Something was agreed, and all of it is done. */
  readonly isAllDone: boolean
}

/** What stands where an outcome has no line in this copy; nothing, where its lines are left out of the copy. */
export function insteadOfLines({ lines, isAllDone }: PlainPart): string {
  if (lines.length > 0) return ''
  return isAllDone ? 'Everything we agreed for this is done.' : 'We are still agreeing who does what.'
}

/** Somebody who has the plan; with what was typed of their answer, when it could not be saved. */
export type ShownShare = PlanShare & {
  readonly recipientName: string
  readonly typed?: Pick<PlanShare, 'understood' | 'agrees' | 'words'>
}

/** The plan in plain words, for one person of the family or for nobody yet. */
export type PlainView = PlanView & {
  readonly recipients: readonly PersonSummary[]
  readonly recipient: PersonSummary | null
  /** Every line, and those left out of this copy. */
  readonly parts: readonly PlainPart[]
  readonly leftOut: ReadonlySet<string>
  readonly age: number | null
  readonly hard: readonly { readonly word: string; readonly instead: string | null }[]
  readonly shares: readonly ShownShare[]
  /** What the copy of the recipient tells that it must not; null without a recipient, or where the reader does not write the plan. */
  readonly faults: CopyFaults | null
}

/** The address of a copy: for whom it is, and what it leaves out. */
export const copyAddress = ({ recipient, leftOut }: PlainView): string =>
  [`for=${recipient?.id ?? ''}`, ...[...leftOut].map(id => `leave=${id}`)].join('&')

/** @param query `for`, the recipient; `leave`, ids of actions that this copy leaves out */
export async function readPlainView(
  work: Work,
  view: PlanView,
  query: Readonly<Record<string, unknown>>,
): Promise<PlainView> {
  const recipients = await familyOf(work, view.personId)
  const wanted = parseUuid(typeof query['for'] === 'string' ? query['for'] : '')
  const leftOut = new Set(ticksOf(query, 'leave'))
  const parts = partsOf(view)
  const text = parts
    .flatMap(({ outcome, lines }) => [
      outcome,
      ...lines.filter(({ actionId }) => !leftOut.has(actionId)).map(({ what }) => what),
    ])
    .join('.\n')
  const { age, longWords } = readingAge(text)
  const simpler = simplerWords(text)
  const known = new Set(simpler.map(({ word }) => word))
  const names = new Map(recipients.map(person => [person.id, person.displayName]))
  const recipient = recipients.find(({ id }) => id === wanted) ?? null
  return {
    ...view,
    recipients,
    recipient,
    faults:
      recipient && view.mayWrite
        ? await copyFaults(work, { about: [view.personId], recipientId: recipient.id, text })
        : null,
    parts,
    leftOut,
    age,
    hard: [...simpler, ...longWords.filter(word => !known.has(word)).map(word => ({ word, instead: null }))],
    shares: (view.plan ? await sharesOf(work, view.plan.id) : []).map(share => ({
      ...share,
      recipientName: names.get(share.recipientId) ?? 'Somebody of the family',
    })),
  }
}

function partsOf(view: PlanView): PlainView['parts'] {
  return view.outcomes
    .filter(({ status }) => status === 'open')
    .map(({ outcome, actions }) => ({
      outcome,
      isAllDone: actions.length > 0 && actions.every(({ doneOn }) => doneOn !== null),
      lines: actions
        .filter(({ doneOn }) => doneOn === null)
        .map(({ id, what, ownerName, dueOn }) => ({ actionId: id, what, who: ownerName, byWhen: dueOn })),
    }))
}

async function familyOf(work: Work, personId: Uuid): Promise<readonly PersonSummary[]> {
  const people = new Map<Uuid, PersonSummary>()
  for (const { id } of await familiesOf(work, personId))
    for (const { person, role } of await familyMembers(work, id))
      if (role === 'adult' || person.id === personId) people.set(person.id, person)
  return [...people.values()]
}
