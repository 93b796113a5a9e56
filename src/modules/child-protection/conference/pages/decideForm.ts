import { type Fields, type FormValues, oneOf, oneOfMany, textField, typedOf } from '#modules/casework'
import type { Uuid } from '#platform/ids'
import { codesOf as censusCodes } from '#reference'
import { type FieldErrors, type Html, html, nothing, warningText } from '#ui'
import { childrenOf, type DecisionCode } from '../../meeting/index.ts'
import { meetingForm } from '../../meeting/pages/form/meetingForm.ts'
import { meetingPath } from '../../meeting/pages/meetingPath.ts'
import { childName } from '../../meeting/pages/openedMeeting.ts'
import { decisionWords } from '../../meeting/pages/words.ts'
import { categoryWords } from '../../plan/pages/planForms.ts'
import { type ClosedConference, closeConference } from '../commands/closeConference.ts'
import {
  type ChildDecided,
  type ConferenceKind,
  decisionsOf,
  isConference,
  keepsPlan,
  lackingOf,
} from '../rules/conference.ts'
import { type ConferenceView, conferenceView } from './conferenceView.ts'

type Context = ConferenceView & { readonly kind: ConferenceKind }
type Parsed = { readonly children: readonly ChildDecided[]; readonly quorumException: string | null }

const fieldsOf = (id: Uuid) => ({
  decision: `decision-${id}`,
  category: `category-${id}`,
  threshold: `threshold-${id}`,
  reasons: `reasons-${id}`,
})

/** `/meetings/:meetingId/conference/decide`: one decision a child, and everything that follows from it. */
export const decideForm = meetingForm<Context, Parsed>({
  part: '/conference/decide',
  tab: '/conference',
  name: 'conference-decide',
  title: 'Decide and close',
  heading: () => 'Decide and close the conference',
  summary: {
    show: 'The form that decides on each child of a conference and closes it',
    send: 'Decides on each child of a conference and closes it: plans start, go on or end, with their clocks',
  },
  submit: () => 'Decide and close',
  async read({ work, opened }) {
    const { meeting, parts } = opened
    if (!isConference(meeting) || meeting.status !== 'in_session' || !parts.includes('chair')) return null
    return { ...(await conferenceView(work, opened)), kind: meeting.kind }
  },
  fresh: () => ({}),
  version: (_, { opened }) => `${opened.meeting.version}`,
  above,
  fields,
  parse,
  async save(parsed, context, { work, opened }) {
    const { meeting } = opened
    const closed = await closeConference(work, { meetingId: meeting.id, version: meeting.version, ...parsed })
    if (closed.outcome === 'stale') return { outcome: 'stale' }
    if (closed.outcome === 'refused') return { outcome: 'refused', issues: [issueOf(closed, context)] }
    return {
      outcome: 'saved',
      location: meetingPath(meeting.id, '/conference'),
      success: 'The conference is closed. Look at the outline plan and share it by the next working day',
    }
  },
  order: ({ opened }) => [
    'exception',
    ...opened.meeting.personIds.flatMap(id => Object.values(fieldsOf(id))),
  ],
  labels: ({ opened }) =>
    Object.fromEntries(
      opened.meeting.personIds.flatMap(id => {
        const { decision, threshold, reasons } = fieldsOf(id)
        return [
          [decision, `Decision for ${childName(opened, id)}`],
          [threshold, `Why ${childName(opened, id)} is likely to suffer significant harm`],
          [reasons, `Reasons for ${childName(opened, id)}`],
        ]
      }),
    ),
  async against({ work, opened }, sent) {
    const words = (code: string | null): string =>
      code !== null && Object.hasOwn(decisionWords, code) ? decisionWords[code as DecisionCode] : ''
    return (await childrenOf(work, opened.meeting)).flatMap(({ personId, decision, reasons }) => {
      const name = fieldsOf(personId)
      const child = childName(opened, personId)
      return [
        {
          label: `Decision for ${child}`,
          yours: words(typedOf(sent, name.decision)),
          other: words(decision),
        },
        { label: `Reasons for ${child}`, yours: typedOf(sent, name.reasons), other: reasons ?? '' },
      ]
    })
  },
})

/** What the chair ought to know before deciding: who was not heard, and whether it is quorate. */
function above({ decided, opened, quorum, views }: Context): Html {
  const silent = decided.filter(({ childWords }) => childWords === null)
  return html`${silent.map(({ personId, noWordsBecause }) => warningText({ text: `No words of ${childName(opened, personId)}${noWordsBecause ? `: ${noWordsBecause}` : ', and nobody has said why'}`, iconFallbackText: 'Warning' }))}
${lackingOf(quorum).length > 0 ? warningText({ text: 'Not quorate: adjourn, or record below why it is held without them', iconFallbackText: 'Warning' }) : nothing}
${views.length === 0 ? html`<p class="govuk-body">No view of anybody is written down.</p>` : nothing}`
}

function fields({ opened, kind, quorum }: Context, values: FormValues, errors: FieldErrors): Html {
  const decisions = Object.fromEntries(decisionsOf(kind).map(code => [code, decisionWords[code]]))
  return html`${lackingOf(quorum).length > 0 ? textField('exception', 'Why is it held without a quorum?', { values, errors }) : nothing}
${opened.meeting.personIds.map(id => {
  const name = fieldsOf(id)
  const child = childName(opened, id)
  return html`<h3 class="govuk-heading-m">${child}</h3>
${oneOf(name.decision, `What is decided for ${child}?`, decisions, { values, errors })}
${oneOfMany(name.category, `With a plan: the category for ${child}`, categoryWords(2026), { values, errors })}
${textField(name.threshold, `With a plan: why ${child} is likely to suffer significant harm`, { values, errors })}
${textField(name.reasons, `Reasons for the decision for ${child}`, { values, errors })}`
})}`
}

function parse(sent: Fields, { opened, kind, quorum }: Context): Parsed | null {
  const lacks = lackingOf(quorum).length > 0
  const exception = lacks
    ? sent.text('exception', 2_000, 'Enter why it is held without a quorum, or adjourn it')
    : null
  const children = opened.meeting.personIds.flatMap(personId => decision(sent, personId, kind) ?? [])
  return sent.issues.length > 0 ? null : { children, quorumException: exception }
}

function decision(sent: Fields, personId: Uuid, kind: ConferenceKind): ChildDecided | null {
  const name = fieldsOf(personId)
  const chosen = sent.choice(name.decision, decisionsOf(kind), 'Select what is decided')
  const isPlan = chosen !== null && keepsPlan(chosen)
  const category = isPlan
    ? sent.choice(name.category, censusCodes('abuseCategory', 2026), 'Select the category')
    : null
  const thresholdReason = isPlan
    ? sent.text(name.threshold, 5_000, 'Enter why the child is likely to suffer significant harm')
    : null
  const reasons = sent.text(name.reasons, 5_000, 'Enter the reasons for the decision')
  return chosen && reasons ? { personId, decision: chosen, category, thresholdReason, reasons } : null
}

function issueOf(closed: Extract<ClosedConference, { readonly outcome: 'refused' }>, { opened }: Context) {
  if (closed.because === 'quorum')
    return { path: ['exception'], message: 'Enter why it is held without a quorum, or adjourn it' }
  const first = 'personId' in closed ? closed.personId : (opened.meeting.personIds[0] as Uuid) // a meeting has a child
  const messages = {
    has_plan: 'This child has a plan already: hold a review conference',
    no_plan_runs: 'This child has no plan that runs: hold an initial conference',
    undecided: 'Select what is decided for each child',
  } as const
  return { path: [fieldsOf(first).decision], message: messages[closed.because] }
}
