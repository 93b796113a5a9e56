import {
  codesOf,
  type Fields,
  type FormValues,
  oneOf,
  oneOfMany,
  severalOf,
  textField,
} from '#modules/casework'
import { parseUuid, type Uuid } from '#platform/ids'
import { codesOf as censusCodes } from '#reference'
import { type FieldErrors, type Html, html } from '#ui'
import { giveView, keepChildWords, type MeetingChild, type View } from '../../meeting/index.ts'
import { type MeetingVisit, meetingForm } from '../../meeting/pages/form/meetingForm.ts'
import { meetingPath } from '../../meeting/pages/meetingPath.ts'
import { childName } from '../../meeting/pages/openedMeeting.ts'
import { inviteeWords, viewWords } from '../../meeting/pages/words.ts'
import { categoryWords } from '../../plan/pages/planForms.ts'
import { addCorrection, adjournConference } from '../commands/prepareConference.ts'
import { type ConferenceKind, decisionsOf, isConference } from '../rules/conference.ts'
import { conferenceView } from './conferenceView.ts'

const home = ({ opened }: MeetingVisit): string => meetingPath(opened.meeting.id, '/conference')
const LONGEST = 10_000

/** The conference of a visit while it is planned or sits, for whoever leads or writes it. */
export const writable = ({ opened }: MeetingVisit): boolean =>
  isConference(opened.meeting) &&
  ['planned', 'in_session'].includes(opened.meeting.status) &&
  opened.parts.some(part => part === 'chair' || part === 'line')

const childOf = ({ opened, query }: MeetingVisit): Uuid | null => {
  const id = parseUuid(query['child'] ?? '')
  return id !== null && opened.meeting.personIds.includes(id) ? id : null
}

type OneChild = { readonly child: MeetingChild; readonly name: string }
type Words = {
  readonly words: string | null
  readonly how: MeetingChild['wordsHow']
  readonly because: string | null
}

const howWords = {
  in_person: 'In person',
  through_advocate: 'Through an advocate',
  told_worker: 'Told their worker',
  written: 'In writing',
  drawn: 'By drawing',
  recorded: 'In a recording',
} as const

/** `/meetings/:meetingId/conference/words?child=`. */
export const wordsForm = meetingForm<OneChild, Words>({
  part: '/conference/words',
  tab: '/conference',
  name: 'conference-words',
  title: 'What the child says',
  heading: ({ name }) => `What ${name} says`,
  summary: {
    show: 'The form for what a child says to a conference',
    send: 'Keeps what a child says to a conference',
  },
  submit: () => 'Save',
  async read(visit) {
    const personId = childOf(visit)
    if (personId === null || !writable(visit)) return null
    const { decided } = await conferenceView(visit.work, visit.opened)
    const child = decided.find(one => one.personId === personId)
    return child ? { child, name: childName(visit.opened, personId) } : null
  },
  fresh: ({ child }) => ({
    words: child.childWords ?? '',
    how: child.wordsHow ?? '',
    because: child.noWordsBecause ?? '',
  }),
  version: ({ child }) => `${child.version}`,
  fields: (_, values, errors) =>
    html`${textField('words', 'In the child’s own words', { values, errors }, undefined, 5)}
${oneOf('how', 'How did the child say it?', howWords, { values, errors })}
${textField('because', 'Or why there are no words of the child', { values, errors }, undefined, 2)}`,
  parse(fields) {
    const words = fields.text('words', LONGEST)
    if (words === null) {
      const because = fields.text('because', 1_000, 'Enter what the child says, or why there are no words')
      return because === null ? null : { words: null, how: null, because }
    }
    const how = fields.choice('how', codesOf(howWords), 'Select how the child said it')
    return how === null ? null : { words, how, because: null }
  },
  async save({ words, how, because }, { child }, visit) {
    const { meetingId, personId, version } = child
    const kept = { childWords: words, wordsHow: how, noWordsBecause: because }
    if ((await keepChildWords(visit.work, { meetingId, personId, version }, kept)) === 'stale')
      return { outcome: 'stale' }
    return { outcome: 'saved', location: home(visit), success: 'Saved' }
  },
  order: () => ['words', 'how', 'because'],
  labels: () => ({ words: 'What the child says', because: 'Why there are no words' }),
})

type OneView = {
  readonly personId: Uuid
  readonly inviteeId: Uuid
  readonly who: string
  readonly name: string
  readonly kind: ConferenceKind
  readonly given: View | null
}
type Given = Pick<View, 'view' | 'category' | 'reasons' | 'safety' | 'safetyWhy' | 'dissents'>

const scale = Object.fromEntries(Array.from({ length: 11 }, (_, at) => [`${at}`, `${at}`]))

/** `/meetings/:meetingId/conference/view?child=&invitee=`: what one person there thinks of one child. */
export const viewForm = meetingForm<OneView, Given>({
  part: '/conference/view',
  tab: '/conference',
  name: 'conference-view',
  title: 'A view in a conference',
  heading: ({ name, who }) => `${who}: the view for ${name}`,
  summary: {
    show: 'The form for what somebody in a conference thinks should happen for a child',
    send: 'Keeps what somebody in a conference thinks should happen for a child, and how safe they judge it',
  },
  submit: () => 'Save the view',
  async read(visit) {
    const { opened, query, work } = visit
    const personId = childOf(visit)
    const invitee = opened.invitees.find(one => one.id === query['invitee'] && one.withdrawnAt === null)
    const isOwn =
      invitee !== undefined && invitee.id === opened.own?.id && opened.meeting.status === 'in_session'
    if (
      personId === null ||
      invitee === undefined ||
      !isConference(opened.meeting) ||
      !(writable(visit) || isOwn)
    )
      return null
    const { views } = await conferenceView(work, opened)
    return {
      personId,
      inviteeId: invitee.id,
      who: inviteeWords(invitee),
      name: childName(opened, personId),
      kind: opened.meeting.kind,
      given: views.find(one => one.inviteeId === invitee.id && one.personId === personId) ?? null,
    }
  },
  fresh: ({ given }) => ({
    view: given?.view ?? '',
    category: given?.category ?? '',
    reasons: given?.reasons ?? '',
    safety: given?.safety === null || given === null ? '' : `${given.safety}`,
    why: given?.safetyWhy ?? '',
    dissents: given?.dissents ? ['yes'] : [],
  }),
  version: ({ given }) => `${given?.version ?? 0}`,
  fields: ({ kind }, values, errors) => viewFields(kind, values, errors),
  parse(fields, { kind }, { sent }) {
    const view = fields.choice(
      'view',
      [...decisionsOf(kind), 'no_view'] as const,
      'Select what they think should happen',
    )
    const category = fields.typed('category')
    const safety = fields.typed('safety')
    const dissents = fields.isTicked('dissents', 'yes')
    const reasons = fields.text('reasons', LONGEST, dissents ? 'Enter why they do not agree' : undefined)
    const why = fields.text('why', 2_000)
    if (safety !== '' && !Object.hasOwn(scale, safety))
      fields.problem('safety', 'Select a number from 0 to 10')
    if (view === null || sent === undefined) return null
    return {
      view,
      category: (censusCodes('abuseCategory', 2026) as readonly string[]).includes(category)
        ? category
        : null,
      reasons,
      safety: safety === '' ? null : Number(safety),
      safetyWhy: why,
      dissents,
    }
  },
  async save(view, { personId, inviteeId, given }, visit) {
    const of = { meetingId: visit.opened.meeting.id, personId, inviteeId, version: given?.version ?? null }
    if ((await giveView(visit.work, { ...of, ...view })) === 'stale') return { outcome: 'stale' }
    return { outcome: 'saved', location: home(visit), success: 'View saved' }
  },
  order: () => ['view', 'category', 'safety', 'why', 'reasons', 'dissents'],
  labels: () => ({ view: 'View', safety: '0 to 10', reasons: 'Reasons' }),
})

function viewFields(kind: ConferenceKind, values: FormValues, errors: FieldErrors): Html {
  const views = Object.fromEntries(
    [...decisionsOf(kind), 'no_view' as const].map(code => [code, viewWords[code]]),
  )
  return html`${oneOf('view', 'What do they think should happen?', views, { values, errors })}
${oneOfMany('category', 'Under which category, if there is a plan?', categoryWords(2026), { values, errors })}
${oneOfMany('safety', 'How safe is the child, from 0 (certainly not) to 10 (safe enough)?', scale, { values, errors })}
${textField('why', 'Why that number?', { values, errors }, undefined, 2)}
${textField('reasons', 'Reasons', { values, errors })}
${severalOf('dissents', 'Do they disagree with what is decided?', { yes: 'They do not agree, and want that kept' }, { values, errors })}`
}

type Adjourned = { readonly because: string; readonly counts: boolean }

/** `/meetings/:meetingId/conference/adjourn`. */
export const adjournForm = meetingForm<true, Adjourned>({
  part: '/conference/adjourn',
  tab: '/conference',
  name: 'conference-adjourn',
  title: 'Adjourn a conference',
  heading: () => 'Adjourn the conference',
  summary: {
    show: 'The form that adjourns a conference',
    send: 'Adjourns a conference, with why and whether this sitting counts',
  },
  submit: () => 'Adjourn',
  isWarning: true,
  read: async ({ opened: { meeting, parts } }) =>
    isConference(meeting) && meeting.status === 'in_session' && parts.includes('chair') ? true : null,
  fresh: () => ({ counts: 'no' }),
  version: (_, { opened }) => `${opened.meeting.version}`,
  fields: (_, values, errors) =>
    html`${textField('because', 'Why is it adjourned?', { values, errors }, 'Such as: no quorum. Another conference continues it')}
${oneOf('counts', 'Does this sitting count as the conference held?', { no: 'No: the time limit goes on until it is held', yes: 'Yes: I decide that it counts' }, { values, errors })}`,
  parse(fields) {
    const because = fields.text('because', 1_000, 'Enter why it is adjourned')
    const counts = fields.choice('counts', ['no', 'yes'] as const, 'Select whether this sitting counts')
    return because && counts ? { because, counts: counts === 'yes' } : null
  },
  async save(adjourned, _, visit) {
    const { meeting } = visit.opened
    if (!isConference(meeting)) return { outcome: 'not_found' }
    const of = { meetingId: meeting.id, version: meeting.version }
    if ((await adjournConference(visit.work, meeting, of, adjourned)) === 'stale') return { outcome: 'stale' }
    return {
      outcome: 'saved',
      location: home(visit),
      success: 'Adjourned. Plan the conference that continues it',
    }
  },
  order: () => ['because', 'counts'],
  labels: () => ({ because: 'Why' }),
})

type Choice = { readonly choices: Readonly<Record<string, string>> }
type Wrong = { readonly inviteeId: Uuid; readonly said: string }

/** `/meetings/:meetingId/conference/corrections`. */
export const correctionForm = meetingForm<Choice, Wrong>({
  part: '/conference/corrections',
  tab: '/conference',
  name: 'conference-correction',
  title: 'What is wrong in the record',
  heading: () => 'Say what is wrong in the record',
  summary: {
    show: 'The form for what somebody says is wrong in the record of a conference',
    send: 'Sets beside the record of a conference what somebody says is wrong in it',
  },
  submit: () => 'Set it beside the record',
  async read({ opened: { meeting, invitees, own, mayKeep } }) {
    if (!isConference(meeting) || meeting.status !== 'held') return null
    const whose = mayKeep ? invitees.filter(one => one.withdrawnAt === null) : own ? [own] : []
    return whose.length === 0
      ? null
      : { choices: Object.fromEntries(whose.map(one => [one.id, inviteeWords(one)])) }
  },
  fresh: ({ choices }) => ({ who: Object.keys(choices).length === 1 ? Object.keys(choices)[0] : '' }),
  fields: ({ choices }, values, errors) =>
    html`<p class="govuk-body">The record does not change: this stands beside it. Within ten working days of having the record.</p>
${oneOfMany('who', 'Who says so?', choices, { values, errors })}
${textField('said', 'What is wrong, and how was it?', { values, errors }, undefined, 5)}`,
  parse(fields: Fields, { choices }) {
    const inviteeId = parseUuid(fields.choice('who', Object.keys(choices), 'Select who says so') ?? '')
    const said = fields.text('said', LONGEST, 'Enter what is wrong')
    return inviteeId && said ? { inviteeId, said } : null
  },
  async save({ inviteeId, said }, _, visit) {
    const { meeting, invitees } = visit.opened
    const had = invitees.find(one => one.id === inviteeId)?.recordSentAt ?? meeting.endedAt ?? visit.work.now
    const receivedOn = had.toZonedDateTimeISO('Europe/London').toPlainDate()
    await addCorrection(visit.work, meeting.id, { inviteeId, said, receivedOn })
    return { outcome: 'saved', location: home(visit), success: 'Set beside the record' }
  },
  order: () => ['who', 'said'],
})
