import { childForm, directsAll, oneOf, oneOfMany, textField } from '#modules/casework'
import { parseUuid } from '#platform/ids'
import { formatDate, html, nothing } from '#ui'
import { type StopWanted, stopEnquiry } from '../../commands/endEnquiry.ts'
import { enquiriesOf } from '../../queries/readEnquiry.ts'
import { codesIn, stoppedWords } from '../../rules/enquiryWords.ts'
import {
  type EnquiryContext,
  type EnquiryParams,
  ended,
  enquiryParams,
  enquiryPath,
  readContext,
} from '../frame/enquiryFrame.ts'

type StopContext = EnquiryContext & {
  /** Other enquiries of the child, by id: one that counts instead. */
  readonly others: Readonly<Record<string, string>>
}

/** Stops an enquiry without an outcome: a manager of the case alone. */
export const stopRoutes = childForm<EnquiryParams, StopContext, StopWanted>({
  url: '/people/:personId/enquiries/:enquiryId/stop',
  params: enquiryParams,
  name: 'enquiry-stopped',
  title: 'Stop - Section 47 enquiry',
  heading: () => 'Stop the enquiry',
  summary: {
    show: 'The form that stops an enquiry',
    send: 'Stops an enquiry without an outcome, as a manager of the case',
  },
  submit: 'Stop the enquiry',
  path: params => `${enquiryPath(params)}/stop`,
  cancel: enquiryPath,
  async read(visit) {
    const context = await readContext(visit)
    if (context === null || !(await directsAll(visit.work, [visit.params.personId]))) return null
    const others = (await enquiriesOf(visit.work, [visit.params.personId])).filter(
      ({ id, stoppedOn }) => id !== context.enquiry.id && stoppedOn === null,
    )
    return {
      ...context,
      others: Object.fromEntries(others.map(({ id, startedOn }) => [id, `Started ${formatDate(startedOn)}`])),
    }
  },
  fresh: ({ enquiry }) => ({ version: `${enquiry.version}` }),
  fields: ({ others }, values, errors) => {
    const of = { values, errors }
    return html`<p class="govuk-body">What was written stays to be read. An enquiry that was made is not stopped: it has an outcome. Where several discussions were held, the one that began the enquiry counts.</p>
${oneOf('how', 'Why is it stopped?', stoppedWords, of)}
${Object.keys(others).length > 0 ? oneOfMany('instead', 'Which enquiry goes on instead', others, of) : nothing}
${textField('reason', 'Reasons', of)}`
  },
  parse(fields, { others }) {
    const how = fields.choice('how', codesIn(stoppedWords), 'Select why it is stopped')
    const reason = fields.text('reason', 10_000, 'Enter the reasons')
    const instead = fields.typed('instead')
    if (how === 'superseded' && !(instead in others))
      fields.problem('how', 'Select the enquiry of this child that goes on instead')
    if (fields.issues.length > 0 || how === null || reason === null) return null
    return { how, reason, supersededBy: how === 'superseded' ? parseUuid(instead) : null }
  },
  async save(wanted, { enquiry }, { work, params, sent }) {
    const answer = await stopEnquiry(work, enquiry, Number(sent['version']) || 0, wanted)
    if (answer === 'stale') return { outcome: 'stale' }
    if (answer === 'ended') return ended
    if (answer === 'waiting')
      return {
        outcome: 'refused',
        issues: [
          {
            path: ['how'],
            message: 'Its outcome waits for your decision under Approvals: return that first',
          },
        ],
      }
    return { outcome: 'saved', location: enquiryPath(params), success: 'Enquiry stopped' }
  },
  order: ['ended', 'how', 'instead', 'reason'],
  targets: { ended: 'main-content' },
  labels: { reason: 'Reasons' },
})
