import { formatDate, type Html, html, nothing } from '#ui'
import { type ChapterState, chapterCode } from '../chapters/chapter.ts'
import { day, line, type Of, oneOfMany, text, type Words } from '../frame/fieldParts.ts'
import { nameOf, type OpenFamily } from '../frame/openFamily.ts'
import { workWords } from '../rules/words.ts'
import type { TeamWorker } from '../workbook/queries/teamWorkers.ts'
import type { Agenda } from './agenda.ts'
import { agendaHtml } from './agendaHtml.ts'
import { standingFields } from './outcomeStandings.ts'
import type { PlanAim } from './planOutcomes.ts'
import { checkedWords, type Part } from './supervision.ts'
import { VOICES, voiceFields, voiceOrder } from './voices.ts'

/** What the screen in the room is made of. */
export type Room = {
  readonly open: OpenFamily
  readonly agenda: Agenda
  readonly workers: readonly TeamWorker[]
  readonly outcomes: readonly PlanAim[]
  readonly lastParts: readonly Part[]
}

export const DECISIONS = [1, 2, 3, 4] as const

export const fieldOrder: readonly string[] = [
  'held',
  'said',
  ...voiceOrder,
  ...DECISIONS.flatMap(at => [
    `decision-${at}`,
    `about-${at}`,
    `task-${at}`,
    `owner-${at}`,
    `due-${at}`,
    `outcome-${at}`,
  ]),
  'next',
]

/** Those who may be meant: everybody, or one. */
export const aboutWords = ({ members, shared }: OpenFamily): Words => ({
  all: 'The whole family',
  ...Object.fromEntries(
    members
      .filter(({ person }) => shared.has(person.id))
      .map(({ person }) => [person.id, person.displayName]),
  ),
})

export const ownerWords = ({ open, workers }: Room): Words => ({
  ...Object.fromEntries(workers.map(({ id, name }) => [`worker:${id}`, name])),
  ...Object.fromEntries(
    open.members
      .filter(({ role, person }) => role === 'adult' && open.shared.has(person.id))
      .map(({ person }) => [`person:${person.id}`, person.displayName]),
  ),
})

export const saidName = (chapter: ChapterState): string => `said-${chapterCode(chapter)}`
export const openChapters = ({ agenda }: Room): readonly ChapterState[] =>
  agenda.chapters.filter(({ isOpen }) => isOpen)

export function roomFields(room: Room, of: Of): Html {
  const { open, agenda } = room
  return html`${agendaHtml(open, agenda)}
<h2 class="govuk-heading-m">Held</h2>
${day('held', 'When was it held?', of)}
${agenda.tasks.length === 0 ? nothing : html`<h2 class="govuk-heading-m">What became of earlier tasks</h2>${agenda.tasks.map(task => taskFields(task, of))}`}
<h2 class="govuk-heading-m" id="said">What each role says</h2>
${openChapters(room).map(chapter => saidField(chapter, of))}
<h2 class="govuk-heading-m">What children and parents say</h2>
${VOICES.map(at => voiceFields(at, room, of))}
<h2 class="govuk-heading-m">What we decide</h2>
${DECISIONS.map(at => decisionFields(at, room, of))}
${standingFields(open, room.outcomes, of)}
${day('next', 'Next group supervision (optional)', of)}`
}

export const saidField = (chapter: ChapterState, of: Of): Html =>
  text(saidName(chapter), `${workWords(chapter)}: ${chapter.workerNames.join(', ') || 'nobody now'}`, of)

const taskFields = ({ id, task, ownerName, dueOn }: Part, of: Of): Html =>
  html`${oneOfMany(`checked-${id}`, `${task}: ${ownerName ?? ''}${dueOn === null ? '' : `, by ${formatDate(dueOn)}`}`, checkedWords, of)}
${line(`result-${id}`, 'What came of it (optional)', of)}`

export function decisionFields(at: number, room: Room, of: Of, called = `Decision ${at}`): Html {
  const outcomes = Object.fromEntries(
    room.outcomes.map(one => [one.id, `${nameOf(room.open, one.personId)}: ${one.outcome}`]),
  )
  return html`<fieldset class="govuk-fieldset govuk-!-margin-bottom-6"><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">${called}</legend>
${text(`decision-${at}`, 'What is decided', of, undefined, 2)}
${oneOfMany(`about-${at}`, 'About whom?', aboutWords(room.open), of, 'Whoever may not read of one of them does not read it')}
${line(`task-${at}`, 'Task (optional)', of)}
${oneOfMany(`owner-${at}`, 'Who does it?', ownerWords(room), of)}
${day(`due-${at}`, 'By when?', of)}
${room.outcomes.length === 0 ? nothing : oneOfMany(`outcome-${at}`, 'Into which plan? (optional)', outcomes, of, 'The task becomes an action under this outcome')}</fieldset>`
}
