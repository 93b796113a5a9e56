import { SAVE_DRAFT } from '#platform/drafts'
import { SUBMISSION_FIELD } from '#platform/http'
import { parseUuid, type Uuid } from '#platform/ids'
import { dateFieldsFrom, type FormIssue, parseDateInput } from '#ui'
import type { FamilyChild } from '../../queries/familyChildren.ts'
import { readTime } from '../../rules/readTime.ts'
import {
  type ChildOfVisit,
  longestLine,
  longestOfChild,
  type NoteKind,
  noteKinds,
  type Visit,
  type VisitOutcome,
  type VisitPurpose,
  visitOutcomes,
  visitPurposes,
} from '../../rules/visit.ts'
import { childFields, type FormValues, textOf, textsOf } from './visitValues.ts'

/** The visit that was typed, or what to mend in it. */
export type ParsedVisit =
  | { readonly ok: true; readonly visit: Visit }
  | { readonly ok: false; readonly issues: readonly FormIssue[] }

/** What the form was shown for. */
export type VisitFormContext = {
  readonly children: readonly FamilyChild[]
  readonly submission: Uuid
  readonly correctsId: Uuid | null
}

/** Turns what was sent into a visit. Whether it may be recorded is the command's to say. */
export function parseVisit(values: FormValues, context: VisitFormContext): ParsedVisit {
  const issues: FormIssue[] = []
  const problem = (field: string, message: string) => issues.push({ path: [field], message })
  const kind = oneOf<NoteKind>(noteKinds, textOf(values, 'kind'))
  const outcome = oneOf<VisitOutcome>(visitOutcomes, textOf(values, 'outcome')) ?? 'held'
  if (kind === null) problem('kind', 'Select what you are recording')
  const happenedAt = parseMoment(values, problem)
  const children = context.children.flatMap(child =>
    parseChild(values, child, kind ?? 'visit', outcome, problem),
  )
  const nextVisitOn = parseNextVisit(values, problem)
  const impact = parseImpact(values, problem)
  const place = shortText(values, 'place', 'Place', problem)
  const reason = shortText(values, 'reason', 'Reason for the correction', problem)
  if (issues.length > 0 || kind === null || happenedAt === null) return { ok: false, issues }
  return {
    ok: true,
    visit: {
      kind,
      purpose: kind === 'visit' ? oneOf<VisitPurpose>(visitPurposes, textOf(values, 'purpose')) : null,
      happenedAt,
      place,
      outcome,
      body: textOf(values, 'body').replaceAll('\r\n', '\n'),
      children,
      impact,
      nextVisitOn,
      corrects: context.correctsId === null ? null : { noteId: context.correctsId, reason: reason ?? '' },
      submission: context.submission,
    },
  }
}

type Problem = (field: string, message: string) => void

const oneOf = <T extends string>(choices: readonly T[], given: string): T | null =>
  choices.find(choice => choice === given) ?? null

function parseMoment(values: FormValues, problem: Problem): Temporal.Instant | null {
  const answer = parseDateInput(dateFieldsFrom(values, 'on'), 'Date')
  if (answer.outcome === 'empty') problem('on', 'Enter the date')
  if (answer.outcome === 'wrong') problem('on', answer.message)
  const typed = textOf(values, 'time')
  const time = readTime(typed)
  if (time === null)
    problem('time', typed.trim() === '' ? 'Enter the time' : 'Enter a time, such as 2:30pm or 14:30')
  if (answer.outcome !== 'date' || time === null) return null
  return answer.date.toZonedDateTime({ timeZone: 'Europe/London', plainTime: time }).toInstant()
}

function parseChild(
  values: FormValues,
  child: FamilyChild,
  kind: NoteKind,
  outcome: VisitOutcome,
  problem: Problem,
): ChildOfVisit[] {
  const fields = childFields(child.id)
  const ticks = new Set(child.mayWrite ? textsOf(values, fields.ticks) : [])
  if (textOf(values, 'all') === 'seen_alone' && child.mayWrite) {
    ticks.add('about')
    if (!child.isUnborn) ticks.add('seen').add('alone')
  }
  const texts = [fields.why, fields.words, fields.observations].map(name => longText(values, name, problem))
  const [whyNotAlone = null, ownWords = null, observations = null] = texts
  if (ticks.size === 0) {
    if (texts.some(text => text !== null))
      problem(fields.ticks, 'Tick this child, or remove what you wrote about them')
    return []
  }
  const seen = ticks.has('seen') || ticks.has('alone')
  const beingSeenMatters = seen || kind === 'visit' || kind === 'meeting'
  return [
    {
      personId: child.id,
      wasSeen: beingSeenMatters && !child.isUnborn ? seen : seen || null,
      wasSeenAlone: seen ? ticks.has('alone') : null,
      whyNotAlone,
      bedroomSeen: ticks.has('bedroom') || (kind === 'visit' && outcome === 'held' ? false : null),
      ownWords,
      observations,
    },
  ]
}

function parseNextVisit(values: FormValues, problem: Problem): Temporal.PlainDate | null {
  const answer = parseDateInput(dateFieldsFrom(values, 'next'), 'Date of the next visit')
  if (answer.outcome === 'wrong') problem('next', answer.message)
  return answer.outcome === 'date' ? answer.date : null
}

function parseImpact(values: FormValues, problem: Problem): string | null {
  const impact = shortText(values, 'impact', 'What it means for the children', problem)
  if (textOf(values, 'significant') !== 'yes') return null
  if (impact === null) problem('impact', 'Enter in one line what it means for the children')
  return impact
}

function shortText(values: FormValues, name: string, label: string, problem: Problem): string | null {
  const text = textOf(values, name).trim()
  if (text.length > longestLine) problem(name, `${label} must be ${longestLine} characters or fewer`)
  return text === '' ? null : text
}

function longText(values: FormValues, name: string, problem: Problem): string | null {
  const text = textOf(values, name).trim().replaceAll('\r\n', '\n')
  if (text.length > longestOfChild) problem(name, `This must be ${longestOfChild} characters or fewer`)
  return text === '' ? null : text
}

/** The fields of what was sent, without the hidden ones: what a form shows again. */
export function valuesFrom(sent: Readonly<Record<string, unknown>>): FormValues {
  const kept = Object.entries(sent).flatMap(([name, value]): [string, string | readonly string[]][] => {
    if (name.startsWith('_') || name === SAVE_DRAFT) return []
    if (typeof value === 'string') return [[name, value]]
    return Array.isArray(value) ? [[name, value.filter(item => typeof item === 'string')]] : []
  })
  return Object.fromEntries(kept)
}

/** The key that the form carried: what makes a second sending have no second effect. */
export function submissionFrom(sent: Readonly<Record<string, unknown>>): Uuid | null {
  const value = sent[SUBMISSION_FIELD]
  return typeof value === 'string' ? parseUuid(value) : null
}
