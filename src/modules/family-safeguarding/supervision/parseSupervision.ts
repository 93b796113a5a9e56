import type { Fields, Owner } from '#modules/casework'
import { parseUuid, type Uuid } from '#platform/ids'
import { codesOf, parsePastDay } from '../frame/fieldParts.ts'
import { parseStandings } from './outcomeStandings.ts'
import type { Contribution, Decision, NewSupervision } from './recordSupervision.ts'
import { checkedWords } from './supervision.ts'
import { aboutWords, DECISIONS, openChapters, ownerWords, type Room, saidName } from './supervisionFields.ts'
import { VOICES, voiceOf } from './voices.ts'

/** The whole screen as it was sent; null with the problems noted. */
export function parseSupervision(
  fields: Fields,
  room: Room,
  { today, submission }: { readonly today: Temporal.PlainDate; readonly submission: Uuid },
): NewSupervision | null {
  const heldOn = parsePastDay(fields, 'held', 'The day', today, 'Enter the day on which it was held')
  const nextOn = fields.date('next', 'Next group supervision')
  if (heldOn !== null && nextOn !== null && Temporal.PlainDate.compare(nextOn, heldOn) <= 0)
    fields.problem('next', 'The next must be after this one')
  const contributions = contributionsOf(fields, room)
  const voices = VOICES.flatMap(at => voiceOf(fields, at, room) ?? [])
  const decisions = DECISIONS.flatMap(at => decisionOf(fields, at, room) ?? [])
  const first = openChapters(room)[0]
  const standings = parseStandings(fields, room.outcomes)
  if (contributions.length === 0 && decisions.length === 0)
    fields.problem(
      first === undefined ? 'decision-1' : saidName(first),
      'Enter what a role says, or what is decided',
    )
  if (heldOn === null || fields.issues.length > 0) return null
  const checked = room.agenda.tasks.flatMap(part => {
    const as = codesOf(checkedWords).find(code => code === fields.typed(`checked-${part.id}`))
    return as === undefined ? [] : [{ part, as, words: fields.text(`result-${part.id}`, 2_000) }]
  })
  return {
    heldOn,
    nextOn,
    contributions,
    voices,
    decisions,
    standings,
    checked,
    after: fields.typed('version'),
    submission,
  }
}

export function contributionsOf(
  fields: Fields,
  room: Room,
  chapters = openChapters(room),
): readonly Contribution[] {
  return chapters.flatMap(chapter => {
    const words = fields.text(saidName(chapter), 20_000)
    const { discipline, worksWith } = chapter
    const personIds = chapter.personIds.length > 0 ? chapter.personIds : [...room.open.shared]
    return words === null ? [] : [{ discipline, worksWith, personIds, words }]
  })
}

export function decisionOf(fields: Fields, at: number, room: Room): Decision | null {
  const words = fields.text(`decision-${at}`, 20_000)
  const task = fields.text(`task-${at}`, 1_000)
  if (words === null)
    return task === null
      ? null
      : fields.problem(`decision-${at}`, 'Enter what is decided, or remove the task')
  const about = fields.typed(`about-${at}`)
  const people = codesOf(aboutWords(room.open))
  const isAll = about === '' || about === 'all'
  const person = parseUuid(about)
  if (!isAll && (person === null || !people.includes(person)))
    return fields.problem(`about-${at}`, 'Select whom it is about')
  const personIds = isAll || person === null ? [...room.open.shared] : [person]
  const outcome = room.outcomes.find(({ id }) => id === fields.typed(`outcome-${at}`)) ?? null
  return { words, personIds, task: task === null ? null : taskOf(fields, at, task, room), outcome }
}

function taskOf(fields: Fields, at: number, what: string, room: Room): Decision['task'] {
  const names = ownerWords(room)
  const chosen = fields.choice(`owner-${at}`, codesOf(names), 'Select who does it')
  const dueOn = fields.date(`due-${at}`, 'The day', 'Enter by when')
  const [kind, id] = (chosen ?? '').split(':')
  const owner = parseUuid(id ?? '')
  if (chosen === null || owner === null || dueOn === null) return null
  return {
    what,
    owner: { kind: kind === 'worker' ? 'worker' : 'person', id: owner } satisfies Owner,
    ownerName: names[chosen] ?? '',
    dueOn,
  }
}
