import { type NewAction, type OwnerChoice, oneOf, ownerChoices } from '#modules/casework'
import { parseUuid, type Uuid } from '#platform/ids'
import { html } from '#ui'
import { meetingForm } from '../../meeting/pages/form/meetingForm.ts'
import { meetingPath } from '../../meeting/pages/meetingPath.ts'
import { childName } from '../../meeting/pages/openedMeeting.ts'
import {
  actionFields,
  actionNames,
  familyIn,
  isTyped,
  outcomeFields,
  parseAction,
  parseOutcome,
} from '../../plan/pages/planFields.ts'
import { addLine } from '../commands/prepareConference.ts'
import { writable } from './conferenceForms.ts'

type Context = {
  readonly choices: readonly OwnerChoice[]
  readonly children: Readonly<Record<string, string>>
}
type Line = {
  readonly personId: Uuid | null
  readonly words: NonNullable<ReturnType<typeof parseOutcome>>
  readonly action: NewAction | null
}
const EVERY = 'every'

/** `/meetings/:meetingId/conference/lines/new`: the plan, typed while the conference sits. */
export const lineForm = meetingForm<Context, Line>({
  part: '/conference/lines/new',
  tab: '/conference',
  name: 'conference-line',
  title: 'Add to the plan',
  heading: () => 'Add to the plan',
  summary: {
    show: 'The form for a line of the plan that a conference builds',
    send: 'Adds a line to the plan that a conference builds',
  },
  submit: () => 'Add to the plan',
  alsoNamed: ({ choices }) => familyIn(choices),
  async read(visit) {
    if (!writable(visit)) return null
    const { meeting } = visit.opened
    const all = await Promise.all(meeting.personIds.map(id => ownerChoices(visit.work, id)))
    return {
      choices: [...new Map(all.flat().map(one => [one.value, one])).values()],
      children: {
        [EVERY]: 'Every child who gets a plan',
        ...Object.fromEntries(meeting.personIds.map(id => [id, childName(visit.opened, id)])),
      },
    }
  },
  fresh: () => ({ for: EVERY }),
  fields: ({ choices, children }, values, errors) =>
    html`${oneOf('for', 'For whom?', children, { values, errors })}
${outcomeFields(values, errors)}
<h3 class="govuk-heading-s">The first action</h3>
${actionFields(values, errors, choices)}`,
  parse(fields, { choices, children }) {
    const whom = fields.choice('for', Object.keys(children), 'Select for whom')
    const words = parseOutcome(fields)
    const action = isTyped(fields, actionNames) ? parseAction(fields, choices) : null
    return whom && words ? { personId: whom === EVERY ? null : parseUuid(whom), words, action } : null
  },
  async save({ personId, words, action }, _, { work, opened }) {
    await addLine(work, opened.meeting.id, { personId, ...words, action })
    return {
      outcome: 'saved',
      location: meetingPath(opened.meeting.id, '/conference'),
      success: 'Added to the plan',
    }
  },
  order: () => ['for', 'outcome', 'baseline', 'change', 'what', 'owner', 'ownerName', 'due'],
  targets: () => ({ due: 'due-day' }),
})
