import type { Uuid } from '#platform/ids'
import type { FamilyChild } from '../../queries/familyChildren.ts'
import type { Note } from '../../queries/readNote.ts'

/** Fields of the form as they were typed. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>

const ENGLAND = 'Europe/London'
const QUARTER = 15 // minutes

/** Names of the fields that are about one child. */
export const childFields = (personId: Uuid) => ({
  ticks: `child-${personId}`,
  why: `child-${personId}-why`,
  words: `child-${personId}-words`,
  observations: `child-${personId}-observations`,
})

/** One text of a form: the first when a name came more than once. */
export function textOf(values: FormValues, name: string): string {
  const value = values[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

/** Every text of a field that may come more than once, such as ticks. */
export function textsOf(values: FormValues, name: string): readonly string[] {
  const value = values[name]
  if (value === undefined) return []
  return typeof value === 'string' ? [value] : value
}

/** An empty form: today, the last quarter of an hour, these children, a visit that took place. */
export function startingValues(
  personIds: readonly Uuid[],
  now: Temporal.Instant,
  purpose: string,
): FormValues {
  const moment = now.toZonedDateTimeISO(ENGLAND)
  const past = moment.round({ smallestUnit: 'minute', roundingIncrement: QUARTER, roundingMode: 'floor' })
  return {
    ...momentValues(past),
    kind: 'visit',
    outcome: 'held',
    purpose,
    ...Object.fromEntries(personIds.map(id => [childFields(id).ticks, 'about'])),
  }
}

/** The form filled from a note that is to be corrected. */
export function valuesOfNote(note: Note, children: readonly FamilyChild[]): FormValues {
  const shown = new Set(children.map(child => child.id))
  const parts = note.parts.filter(part => shown.has(part.personId) && part.outcome !== 'withdrawn')
  return {
    ...momentValues(note.happenedAt.toZonedDateTimeISO(ENGLAND)),
    kind: note.kind,
    purpose: note.purpose ?? '',
    outcome: note.outcome,
    place: note.place ?? '',
    body: note.body,
    ...(note.impact === null ? {} : { significant: 'yes', impact: note.impact }),
    ...Object.assign({}, ...parts.map(partValues)),
  }
}

function partValues(part: Note['parts'][number]): FormValues {
  const fields = childFields(part.personId)
  return {
    [fields.ticks]: [
      'about',
      ...(part.wasSeen ? ['seen'] : []),
      ...(part.wasSeenAlone ? ['alone'] : []),
      ...(part.bedroomSeen ? ['bedroom'] : []),
    ],
    [fields.why]: part.whyNotAlone ?? '',
    [fields.words]: part.ownWords ?? '',
    [fields.observations]: part.observations ?? '',
  }
}

function momentValues(moment: Temporal.ZonedDateTime): FormValues {
  return {
    'on-day': String(moment.day),
    'on-month': String(moment.month),
    'on-year': String(moment.year),
    time: moment.toPlainTime().toString({ smallestUnit: 'minute' }),
  }
}
