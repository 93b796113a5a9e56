import { childForm, codesOf, dayValues, oneOf, textField } from '#modules/casework'
import { dateFields, dateFieldsFrom, html } from '#ui'
import { changePart, recordParts } from '../commands/recordParts.ts'
import type { Meeting, PreProceedings } from '../rules/preProceedings.ts'
import { meetingWords } from '../rules/words.ts'
import { casePath, childrenValues, namedIn, placeOf } from './openCase.ts'
import {
  heldField,
  heldValues,
  type MeetingParams,
  meetingParams,
  type OpenMeeting,
  openMeeting,
  parseHeld,
  whoseCases,
  whoseField,
} from './openMeeting.ts'

type Opened = OpenMeeting<Meeting>
type Held = Omit<Meeting, 'id' | 'version'> & { readonly cases: readonly PreProceedings[] }
const lawyers = { yes: 'Yes', no: 'No' } as const

/** A meeting with the parents before proceedings: the first, the mid-way review, any other review. */
export const meetingRoutes = childForm<MeetingParams, Opened, Held>({
  url: '/people/:personId/pre-proceedings/:caseId/meetings/:meetingId',
  params: meetingParams,
  name: 'pre-proceedings-meeting',
  alsoNamed: opened => namedIn(opened),
  title: 'Meeting before proceedings',
  heading: ({ meeting }) =>
    meeting === null ? 'Record a meeting before proceedings' : 'Correct a meeting before proceedings',
  summary: {
    show: 'The form for a meeting before proceedings',
    send: 'Records or corrects a meeting before proceedings',
  },
  submit: 'Save the meeting',
  path: at => casePath(at, `/meetings/${at.meetingId}`),
  cancel: placeOf,
  read: visit => openMeeting(visit, own => own.meetings),
  fresh: ({ meeting, ...opened }, work) => ({
    ...(meeting === null
      ? {
          ...childrenValues(opened),
          kind: opened.own.meetings.some(({ kind }) => kind === 'initial') ? 'review' : 'initial',
        }
      : {
          version: String(meeting.version),
          kind: meeting.kind,
          came: meeting.came,
          lawyer: meeting.wasRepresented === null ? '' : meeting.wasRepresented ? 'yes' : 'no',
          agreed: meeting.agreed,
        }),
    ...heldValues(meeting, work),
    ...dayValues('next', meeting?.nextOn ?? null),
  }),
  fields: (
    opened,
    values,
    errors,
  ) => html`${oneOf('kind', 'Which meeting?', meetingWords, { values, errors })}
${heldField({ values, errors })}
${textField('came', 'Who came, and for whom', { values, errors })}
${oneOf('lawyer', 'Did the parents have a lawyer there?', lawyers, { values, errors })}
${textField('agreed', 'What was agreed', { values, errors }, 'Who does what and by when, and what was not agreed', 6)}
${dateFields({ name: 'next', legend: 'Next meeting (optional)', value: dateFieldsFrom(values, 'next'), error: errors.of('next') })}
${whoseField(opened, { values, errors })}`,
  parse: (fields, opened, { work }) => {
    const kind = fields.choice('kind', codesOf(meetingWords), 'Select which meeting it was')
    const heldOn = parseHeld(fields, opened, work)
    const came = fields.text('came', 5_000, 'Enter who came')
    const lawyer = fields.choice('lawyer', ['yes', 'no'], 'Select whether the parents had a lawyer there')
    const agreed = fields.text('agreed', 10_000, 'Enter what was agreed')
    const nextOn = fields.date('next', 'Next meeting')
    if (nextOn !== null && heldOn !== null && Temporal.PlainDate.compare(nextOn, heldOn) <= 0)
      fields.problem('next', 'Next meeting must be after this one')
    const cases = whoseCases(fields, opened)
    const others = cases.flatMap(of => of.meetings).filter(({ id }) => id !== opened.meeting?.id)
    if (kind === 'initial' && others.some(one => one.kind === 'initial'))
      fields.problem('kind', 'A first meeting is recorded already. Select a review, or correct the first one')
    if (heldOn !== null && others.some(one => one.kind === kind && one.heldOn.equals(heldOn)))
      fields.problem('held', 'This meeting is recorded already, on the same day')
    if (kind === null || heldOn === null || came === null || lawyer === null || agreed === null) return null
    return { kind, heldOn, came, wasRepresented: lawyer === 'yes', agreed, nextOn, cases }
  },
  save: async (held, { own, meeting }, { work, params: at, sent }) => {
    const said = {
      kind: held.kind,
      held_on: held.heldOn,
      came: held.came,
      represented: held.wasRepresented,
      agreed: held.agreed,
      next_on: held.nextOn,
    }
    if (meeting === null) await recordParts(work, 'pre_proceedings_meeting', held.cases, said)
    else if (sent['version'] !== String(meeting.version)) return { outcome: 'stale' }
    else await changePart(work, 'pre_proceedings_meeting', own, meeting, said)
    return { outcome: 'saved', location: placeOf(at), success: 'The meeting is recorded' }
  },
  order: ['kind', 'held', 'came', 'lawyer', 'agreed', 'next', 'children'],
  targets: { held: 'held-day', next: 'next-day' },
  labels: { came: 'Who came', agreed: 'What was agreed' },
})
