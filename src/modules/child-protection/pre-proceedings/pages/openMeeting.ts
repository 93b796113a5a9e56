import { z } from 'zod'
import { dayValues, type Fields, type FormValues, type FormVisit, uuidParam } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { dateFields, dateFieldsFrom, type FieldErrors, type Html, html } from '#ui'
import { isOpen, type PreProceedings } from '../rules/preProceedings.ts'
import { caseParams, childrenField, chosenCases, dayWithin, type OpenCase, openCase } from './openCase.ts'

export const meetingParams = caseParams.extend({ meetingId: z.union([z.literal('new'), uuidParam]) })
export type MeetingParams = z.infer<typeof meetingParams>

type Held = { readonly id: Uuid; readonly heldOn: Temporal.PlainDate }

/** Pre-proceedings with the meeting that is corrected; null while a new one is recorded. */
export type OpenMeeting<Meeting extends Held> = OpenCase & { readonly meeting: Meeting | null }

/** @param held its meetings of this kind. @returns null where there is none of that id; a correction is of one child's record alone */
export async function openMeeting<Meeting extends Held>(
  visit: Pick<FormVisit<MeetingParams>, 'work' | 'params' | 'sent'>,
  held: (own: PreProceedings) => readonly Meeting[],
): Promise<OpenMeeting<Meeting> | null> {
  const opened = await openCase(visit)
  if (opened === null) return null
  if (visit.params.meetingId === 'new') return { ...opened, meeting: null }
  const meeting = held(opened.own).find(({ id }) => id === visit.params.meetingId)
  return meeting === undefined ? null : { ...opened, cases: [opened.own], meeting }
}

type Of = { readonly values: FormValues; readonly errors: FieldErrors }

export const heldValues = (meeting: Held | null, work: Work): FormValues =>
  dayValues('held', meeting?.heldOn ?? work.today)

export const heldField = ({ values, errors }: Of): Html =>
  dateFields({
    name: 'held',
    legend: 'When was it held?',
    value: dateFieldsFrom(values, 'held'),
    error: errors.of('held'),
  })

export const parseHeld = (fields: Fields, { own }: OpenCase, { today }: Work): Temporal.PlainDate | null =>
  dayWithin(
    fields,
    'held',
    { label: 'Day of the meeting', needed: 'Enter the day of the meeting' },
    { from: own.startedOn, today },
  )

export const whoseField = (opened: OpenMeeting<Held>, of: Of): Html =>
  opened.meeting === null
    ? childrenField(opened, of)
    : html`<p class="govuk-body">Only this child’s record is corrected.</p>`

/** A meeting of pre-proceedings that have ended may be corrected, and none recorded. */
export const whoseCases = (fields: Fields, opened: OpenMeeting<Held>): readonly PreProceedings[] =>
  chosenCases(fields, opened, opened.meeting === null ? isOpen : () => true)
