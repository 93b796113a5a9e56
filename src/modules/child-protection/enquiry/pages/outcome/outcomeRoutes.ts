import { childForm, type Fields, type FormValues, oneOf, textField, typedOf } from '#modules/casework'
import { type FieldErrors, type Html, html, nothing, radios } from '#ui'
import { handInOutcome, type OutcomeWanted } from '../../commands/endEnquiry.ts'
import { seenInEnquiry } from '../../queries/seenInEnquiry.ts'
import { codesIn, outcomeWords } from '../../rules/enquiryWords.ts'
import {
  type EnquiryContext,
  type EnquiryParams,
  ended,
  enquiryParams,
  enquiryPath,
  readContext,
} from '../frame/enquiryFrame.ts'

type OutcomeContext = EnquiryContext & { readonly wasSeen: boolean; readonly isUnborn: boolean }

function outcomeFields({ wasSeen, enquiry }: OutcomeContext, values: FormValues, errors: FieldErrors): Html {
  const of = { values, errors }
  return html`${enquiry.strategyDiscussionOn === null ? html`<p class="govuk-body">Somebody acted first and no strategy discussion is recorded yet: a manager can authorise the outcome once it is.</p>` : nothing}
${oneOf('outcome', 'What was found?', outcomeWords, of)}
${textField('reasons', 'Reasons', of, 'What the child said, what was found out, what the medical showed, what each agency thinks', 8)}
${radios({
  name: 'conference',
  idPrefix: 'conference',
  classes: 'govuk-radios--small',
  fieldset: {
    legend: {
      text: 'If the child is at continuing risk: is an initial child protection conference needed?',
      classes: 'govuk-fieldset__legend--s',
    },
  },
  hint: { text: 'It is held within 15 working days of the strategy discussion that began the enquiry' },
  items: [
    { value: 'yes', text: 'Yes' },
    { value: 'no', text: 'No' },
  ],
  value: typedOf(values, 'conference'),
  errorMessage: errors.of('conference'),
})}
${textField('interim', 'If a conference is needed: how is the child kept safe until then?', of)}
${textField('noConference', 'If there is continuing risk and no conference is needed: why not?', of, 'For example, the child has a protection plan already, or is in care')}
${wasSeen ? nothing : textField('notSeen', 'The child has not been seen in this enquiry. Why not?', of, 'If the child was seen, record the visit first: it counts from there')}`
}

function parse(fields: Fields, { wasSeen, isUnborn }: OutcomeContext): OutcomeWanted | null {
  const outcome = fields.choice('outcome', codesIn(outcomeWords), 'Select what was found')
  const reasons = fields.text('reasons', 50_000, 'Enter the reasons')
  const isRisk = outcome === 'continuing_risk'
  const conference = isRisk
    ? fields.choice('conference', ['yes', 'no'] as const, 'Select whether a conference is needed')
    : null
  const interimSafety = fields.text(
    'interim',
    10_000,
    conference === 'yes' ? 'Enter how the child is kept safe until the conference' : undefined,
  )
  const noConferenceReason = fields.text(
    'noConference',
    10_000,
    conference === 'no' ? 'Enter why no conference is needed' : undefined,
  )
  const notSeenReason = wasSeen
    ? null
    : fields.text(
        'notSeen',
        10_000,
        isUnborn ? undefined : 'Enter why the child was not seen, or record the visit first',
      )
  if (fields.issues.length > 0 || outcome === null || reasons === null) return null
  return {
    outcome,
    reasons,
    isConferenceAsked: conference === 'yes',
    interimSafety: conference === 'yes' ? interimSafety : null,
    noConferenceReason: conference === 'no' ? noConferenceReason : null,
    notSeenReason,
  }
}

const refusals = {
  nobody_holds: 'Nobody holds this case, so no manager can decide. Ask for the child to be allocated first',
  waiting: 'It waits for a manager already. Take it back under Approvals to change it',
} as const

/** What an enquiry found of one child, put to a manager of the case. */
export const outcomeRoutes = childForm<EnquiryParams, OutcomeContext, OutcomeWanted>({
  url: '/people/:personId/enquiries/:enquiryId/outcome',
  params: enquiryParams,
  name: 'enquiry-outcome',
  title: 'Outcome - Section 47 enquiry',
  heading: () => 'Outcome of the enquiry',
  summary: {
    show: 'The form for what an enquiry found',
    send: 'Puts the outcome of an enquiry to a manager of the case',
  },
  submit: 'Hand in for a decision',
  path: params => `${enquiryPath(params)}/outcome`,
  cancel: enquiryPath,
  async read(visit, frame) {
    const context = await readContext(visit)
    if (context === null) return null
    const wasSeen = (await seenInEnquiry(visit.work, context.enquiry)).some(visits => visits.wasSeen)
    return { ...context, wasSeen, isUnborn: frame.identity.isUnborn }
  },
  fresh: ({ enquiry }) => ({
    version: `${enquiry.version}`,
    outcome: enquiry.proposedOutcome ?? '',
    reasons: enquiry.outcomeReasons ?? '',
    conference: enquiry.isConferenceAsked === null ? '' : enquiry.isConferenceAsked ? 'yes' : 'no',
    interim: enquiry.interimSafety ?? '',
    noConference: enquiry.noConferenceReason ?? '',
    notSeen: enquiry.notSeenReason ?? '',
  }),
  fields: outcomeFields,
  parse,
  async save(wanted, { enquiry }, { work, params, sent }) {
    const answer = await handInOutcome(work, enquiry, Number(sent['version']) || 0, wanted)
    if (answer === 'stale') return { outcome: 'stale' }
    if (answer === 'ended') return ended
    if (answer !== 'handed_in')
      return { outcome: 'refused', issues: [{ path: ['outcome'], message: refusals[answer] }] }
    return { outcome: 'saved', location: enquiryPath(params), success: 'Handed in for a decision' }
  },
  order: ['ended', 'outcome', 'reasons', 'conference', 'interim', 'noConference', 'notSeen'],
  targets: { ended: 'main-content' },
  labels: {
    reasons: 'Reasons',
    interim: 'How the child is kept safe until then',
    noConference: 'Why no conference',
    notSeen: 'Why the child was not seen',
  },
})
