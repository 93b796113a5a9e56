import { Fields, type FormValues, ticksOf } from '#modules/casework'
import { parseUuid } from '#platform/ids'
import type { FormIssue } from '#ui'
import type { ActionSet, SessionWritten } from '../../commands/saveSession.ts'
import type { Action } from '../../queries/actionsOf.ts'
import type { ChildToDiscuss } from '../../queries/childrenOf.ts'
import type { Direction, Session } from '../../queries/readSession.ts'
import { hasPractice, type PracticeHalf } from '../../rules/practiceHalf.ts'
import { sessionKinds } from '../common.ts'
import { NEW_ACTIONS } from './writeView.ts'

/** What the form is held against. */
export type SessionGrounds = {
  readonly session: Session
  readonly children: readonly ChildToDiscuss[]
  readonly directions: readonly Direction[]
  readonly actions: readonly Action[]
  readonly prompts: readonly string[]
  readonly today: Temporal.PlainDate
}
type Parsed = { readonly written: SessionWritten } | { readonly issues: readonly FormIssue[] }

const LONG = 10_000
const { compare } = Temporal.PlainDate

/** What was sent, as a session; or what to mend. */
export function parseSession(sent: FormValues, grounds: SessionGrounds): Parsed {
  const fields = new Fields(sent)
  const heldOn = fields.date('held', 'Day of the session', 'Enter the day of the session')
  if (heldOn && compare(heldOn, grounds.today) > 0)
    fields.problem('held', 'Day of the session must be today or in the past')
  const kind = fields.choice('kind', sessionKinds, 'Select a kind')
  const nextOn = fields.date('next', 'Next session')
  if (heldOn && nextOn && compare(nextOn, heldOn) <= 0)
    fields.problem('next', 'Next session must be after this one')
  const practice = practiceOf(fields, grounds.prompts)
  const said = caseOf(fields, sent, grounds)
  const actions = actionsOf(fields)
  const completes = fields.isTicked('complete', 'yes')
  if (completes) needBoth(fields, practice, said, grounds)
  if (fields.issues.length > 0 || heldOn === null || kind === null) return { issues: fields.issues }
  const ticked = new Set(ticksOf(sent, 'done'))
  const doneActions = grounds.actions.map(({ id }) => id).filter(id => ticked.has(id))
  return { written: { heldOn, kind, nextOn, practice, ...said, doneActions, actions, completes } }
}

function practiceOf(fields: Fields, prompts: readonly string[]): PracticeHalf {
  return {
    learning: fields.text('learning', LONG),
    skills: fields.text('skills', LONG),
    strengths: fields.text('strengths', LONG),
    reflection: prompts.flatMap((prompt, at) => {
      const answer = fields.text(`reflection_${at}`, LONG)
      return answer === null ? [] : [{ prompt, answer }]
    }),
  }
}

type Said = Pick<SessionWritten, 'directions' | 'discussed' | 'noChildrenReason'>

function caseOf(fields: Fields, sent: FormValues, { children, directions }: SessionGrounds): Said {
  const dueOn = fields.date('by', 'Date')
  const givesTask = fields.isTicked('tasks', 'yes')
  const given = children.flatMap(({ personId }) => {
    const direction = fields.text(`direction_${personId}`, LONG)
    return direction === null ? [] : [{ personId, direction, dueOn, givesTask }]
  })
  const mine = new Set<string>(children.map(({ personId }) => personId))
  const chosen = ticksOf(sent, 'about').flatMap(text => parseUuid(text) ?? [])
  const about = new Set([
    ...chosen.filter(id => mine.has(id)),
    ...[...given, ...directions].map(({ personId }) => personId),
  ])
  return {
    directions: given,
    discussed: about.size,
    noChildrenReason: children.length === 0 ? fields.text('no_children', 1_000) : null,
  }
}

function needBoth(
  fields: Fields,
  practice: PracticeHalf,
  said: Said,
  { children, directions }: SessionGrounds,
): void {
  if (!hasPractice(practice))
    fields.problem('learning', 'Write the practice half before the session is complete')
  const directed = new Set([...said.directions, ...directions].map(({ personId }) => personId))
  if (children.length === 0 && directed.size === 0 && said.noChildrenReason === null)
    fields.problem('no_children', 'Enter why no child is discussed')
  const [first] = children
  if (first !== undefined && directed.size === 0)
    fields.problem(`direction_${first.personId}`, 'Write a direction for at least one child')
  else if (directed.size < said.discussed)
    fields.problem('complete', 'Write a direction for each child that you ticked')
}

function actionsOf(fields: Fields): readonly ActionSet[] {
  return Array.from({ length: NEW_ACTIONS }, (_, at) => at).flatMap(at => {
    const what = fields.text(`what_${at}`, 1_000)
    const dueOn = fields.date(`due_${at}`, 'Date')
    if (what === null) return []
    const owner = fields.choice(`owner_${at}`, ['supervisee', 'supervisor'] as const, 'Select who does it')
    return owner === null ? [] : [{ what, owner, dueOn }]
  })
}
