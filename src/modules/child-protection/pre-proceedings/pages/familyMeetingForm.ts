import { childForm, lineField, oneOf, textField } from '#modules/casework'
import { html } from '#ui'
import { changePart, recordParts } from '../commands/recordParts.ts'
import type { FamilyMeeting, PreProceedings } from '../rules/preProceedings.ts'
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

type Opened = OpenMeeting<FamilyMeeting>
type Held = Omit<FamilyMeeting, 'id' | 'version'> & { readonly cases: readonly PreProceedings[] }
const yesNo = { yes: 'Yes', no: 'No' } as const

/** A family group decision making meeting that was held: who came, the family's plan in its words, what the authority agrees to. */
export const familyMeetingRoutes = childForm<MeetingParams, Opened, Held>({
  url: '/people/:personId/pre-proceedings/:caseId/family-meetings/:meetingId',
  params: meetingParams,
  name: 'family-group-meeting',
  alsoNamed: opened => namedIn(opened),
  title: 'Family group meeting',
  heading: ({ meeting }) =>
    meeting === null
      ? 'Record a family group decision making meeting'
      : 'Correct a family group decision making meeting',
  summary: {
    show: 'The form for a family group decision making meeting',
    send: 'Records or corrects a family group decision making meeting',
  },
  submit: 'Save the meeting',
  path: at => casePath(at, `/family-meetings/${at.meetingId}`),
  cancel: placeOf,
  read: visit => openMeeting(visit, own => own.familyMeetings),
  fresh: ({ meeting, ...opened }, work) => ({
    ...(meeting === null
      ? childrenValues({ ...opened })
      : {
          version: String(meeting.version),
          coordinator: meeting.coordinator ?? '',
          came: meeting.came,
          child: meeting.childCame ? 'yes' : 'no',
          plan: meeting.familyPlan ?? '',
          agrees: meeting.authorityAgrees,
        }),
    ...heldValues(meeting, work),
  }),
  fields: (opened, values, errors) => html`${heldField({ values, errors })}
${lineField('coordinator', 'Who coordinated it? (optional)', { values, errors })}
${textField('came', 'Who came, and who they are to the child', { values, errors })}
${oneOf('child', 'Did the child take part?', yesNo, { values, errors }, 'The child may come where the authority thinks it right')}
${textField('plan', 'The family’s plan, in the family’s words', { values, errors }, 'Leave empty where the family made none', 8)}
${textField('agrees', 'What the authority agrees to, or why it does not', { values, errors }, 'With what help it gives, and by when', 4)}
${whoseField(opened, { values, errors })}`,
  parse: (fields, opened, { work }) => {
    const heldOn = parseHeld(fields, opened, work)
    const coordinator = fields.text('coordinator', 200)
    const came = fields.text('came', 5_000, 'Enter who came')
    const child = fields.choice('child', ['yes', 'no'], 'Select whether the child took part')
    const familyPlan = fields.text('plan', 50_000)
    const authorityAgrees = fields.text(
      'agrees',
      10_000,
      'Enter what the authority agrees to, or why it does not',
    )
    const cases = whoseCases(fields, opened)
    if (heldOn === null || came === null || child === null || authorityAgrees === null) return null
    return { heldOn, coordinator, came, childCame: child === 'yes', familyPlan, authorityAgrees, cases }
  },
  save: async (held, { own, meeting }, { work, params: at, sent }) => {
    const said = {
      held_on: held.heldOn,
      coordinator: held.coordinator,
      came: held.came,
      child_came: held.childCame,
      family_plan: held.familyPlan,
      authority_agrees: held.authorityAgrees,
    }
    if (meeting === null) await recordParts(work, 'family_group_meeting', held.cases, said)
    else if (sent['version'] !== String(meeting.version)) return { outcome: 'stale' }
    else await changePart(work, 'family_group_meeting', own, meeting, said)
    return { outcome: 'saved', location: placeOf(at), success: 'The meeting is recorded' }
  },
  order: ['held', 'coordinator', 'came', 'child', 'plan', 'agrees', 'children'],
  targets: { held: 'held-day' },
  labels: { came: 'Who came', plan: 'The family’s plan', agrees: 'What the authority agrees to' },
})
