import { dayValues, type FormValues } from '#modules/casework'
import { formatDate, type Html, html, nothing } from '#ui'
import { type ChapterState, chapterCode } from '../chapters/chapter.ts'
import { day, line, type Of, oneOf, oneOfMany, text } from '../frame/fieldParts.ts'
import { nameOf } from '../frame/openFamily.ts'
import { workWords } from '../rules/words.ts'
import type { ActionNow } from './planActions.ts'
import type { Held, Part } from './supervision.ts'
import { decisionFields, openChapters, ownerWords, type Room, saidField } from './supervisionFields.ts'
import { voiceFields } from './voices.ts'

/** The room again, with what was said and decided in it. */
export type RoomAgain = Room & {
  readonly held: Held
  readonly parts: readonly Part[]
  readonly actions: ReadonlyMap<string, ActionNow>
  /** Whoever led it or holds the case changes what stands. */
  readonly rewords: boolean
  /** They and the manager of the team add what was left out. */
  readonly mayAdd: boolean
}

/** Decisions that may be added, by their places in the form. */
export const ADDED = [1, 2] as const
export const VOICES_ADDED = [1] as const
export const AS_IT_IS = 'stays'
export const planWords = { keep: 'No, the plan stays as it is', change: 'Yes, change it in the plan too' }

/** A task that nobody has checked yet. */
export const isTaskOpen = ({ task, checkedAs }: Part): boolean => task !== null && checkedAs === null

/** Open chapters that have said nothing yet. */
export const silentChapters = (room: RoomAgain): readonly ChapterState[] =>
  openChapters(room).filter(
    chapter =>
      !room.parts.some(
        ({ kind, discipline, worksWith }) =>
          kind === 'contribution' &&
          discipline !== null &&
          chapterCode({ discipline, worksWith }) === chapterCode(chapter),
      ),
  )

/** What the form is filled with: the record as it stands. */
export const standingValues = ({ parts }: RoomAgain): FormValues =>
  Object.assign(
    {},
    ...parts.map(part => ({
      [`words-${part.id}`]: part.words,
      ...(isTaskOpen(part)
        ? {
            [`task-${part.id}`]: part.task,
            [`owner-${part.id}`]: AS_IT_IS,
            ...dayValues(`due-${part.id}`, part.dueOn),
          }
        : {}),
    })),
  )

/** What a part is called in the form, and where both texts are shown. */
export const partLabel = (room: RoomAgain, part: Part): string => {
  if (part.kind === 'voice') return `What ${part.personIds.map(id => nameOf(room.open, id)).join(', ')} said`
  if (part.discipline !== null) return workWords({ discipline: part.discipline, worksWith: part.worksWith })
  const decided = room.parts.filter(({ kind }) => kind === 'decision')
  return `Decision ${decided.indexOf(part) + 1}`
}

export function changeFields(room: RoomAgain, of: Of): Html {
  return html`<p class="govuk-body">The words before stay in the history of the record. It can be changed until the next group supervision is held.</p>
${room.parts.map(part => (room.rewords ? partFields(room, part, of) : partStands(room, part)))}
${room.mayAdd ? addedFields(room, of) : html`<p class="govuk-body">Whoever led it, ${room.held.facilitatorName}, the lead worker of a child and the manager of the team add what was left out.</p>`}`
}

function partFields(room: RoomAgain, part: Part, of: Of): Html {
  const words = text(`words-${part.id}`, partLabel(room, part), of)
  if (!isTaskOpen(part)) return words
  const owners = { [AS_IT_IS]: `As it is: ${part.ownerName ?? ''}`, ...ownerWords(room) }
  return html`${words}${line(`task-${part.id}`, 'Task', of)}${oneOfMany(`owner-${part.id}`, 'Who does it?', owners, of)}${day(`due-${part.id}`, 'By when?', of)}${inPlan(room, part, of)}`
}

/** A part as it stands, for whoever adds to it and does not change it. */
const partStands = (room: RoomAgain, part: Part): Html =>
  html`<h2 class="govuk-heading-s govuk-!-margin-bottom-1">${partLabel(room, part)}</h2><p class="govuk-body kith-prose">${part.words}</p>`

function inPlan({ open, actions }: RoomAgain, { id, planActionId }: Part, of: Of): Html {
  const action = planActionId === null ? undefined : actions.get(planActionId)
  if (action === undefined) return nothing
  const stands = `In the plan of ${nameOf(open, action.personId)}: ${action.what}. ${action.ownerName}, by ${formatDate(action.dueOn)}`
  if (action.doneOn !== null)
    return html`<p class="govuk-body">${stands}. Done on ${formatDate(action.doneOn)}.</p>`
  return oneOf(`plan-${id}`, 'If the task changes, does the plan change too?', planWords, of, stands)
}

function addedFields(room: RoomAgain, of: Of): Html {
  const silent = silentChapters(room)
  return html`${silent.length === 0 ? nothing : html`<h2 class="govuk-heading-m">Roles that said nothing</h2>${silent.map(chapter => saidField(chapter, of))}`}
<h2 class="govuk-heading-m">What else children and parents said</h2>
${VOICES_ADDED.map(at => voiceFields(at, room, of))}
<h2 class="govuk-heading-m">What else was decided</h2>
${ADDED.map(at => decisionFields(at, room, of, 'Another decision'))}`
}
