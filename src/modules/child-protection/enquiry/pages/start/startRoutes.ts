import { workerNames } from '#modules/agencies'
import { childForm, heldBy, momentValues, personParams } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { plural } from '#ui'
import { type EnquiryWanted, startEnquiry } from '../../commands/startEnquiry.ts'
import { enquirable, mayBegin } from '../../queries/enquirable.ts'
import { enquiryPath } from '../frame/enquiryFrame.ts'
import { parseStart, startOrder } from './parseStart.ts'
import { firstLines, type StartContext, startFields } from './startFields.ts'

const refusals = {
  open_enquiry: 'An enquiry about one of these children has begun meanwhile',
  no_referral: 'One of these children has no open referral: an enquiry stands within one',
  may_not_write: 'You may not write in the record of one of these children any more',
} as const

/** Whoever writes this, and those who hold one of the children today. */
async function leads(work: Work, personIds: readonly Uuid[]): Promise<Readonly<Record<string, string>>> {
  const held = (await heldBy(work, personIds)).filter(({ endedOn }) => endedOn === null)
  const ids = [...new Set([work.actor.id, ...held.flatMap(({ workerId }) => workerId ?? [])])]
  const names = await workerNames(work, ids)
  return Object.fromEntries(ids.map(id => [id, names.get(id) ?? 'Somebody']))
}

/** Begins an enquiry under section 47 for the children ticked. */
export const startRoutes = childForm<{ readonly personId: Uuid }, StartContext, EnquiryWanted>({
  url: '/people/:personId/enquiries/new',
  params: personParams,
  name: 'enquiry-start',
  title: 'Start a section 47 enquiry',
  heading: () => 'Start a section 47 enquiry',
  summary: {
    show: 'The form that begins a section 47 enquiry',
    send: 'Begins a section 47 enquiry for the children ticked',
  },
  submit: 'Start the enquiry',
  path: ({ personId }) => `/people/${personId}/enquiries/new`,
  cancel: ({ personId }) => `/people/${personId}`,
  alsoNamed: ({ children }) => children.map(({ child }) => child.id),
  async read({ work, params }) {
    const children = await enquirable(work, params.personId)
    const workers = await leads(
      work,
      children.map(({ child }) => child.id),
    )
    return { children, workers, me: work.actor.id }
  },
  fresh: ({ children, me }, work) => ({
    child: children.filter(mayBegin).map(({ child }) => child.id),
    tookPart: 'social_care',
    lead: me,
    ...momentValues('held', work.now),
    ...momentValues('acted', work.now),
  }),
  fields: startFields,
  parse: (fields, context, { sent, work }) => parseStart(fields, context, sent, work.now),
  async save(wanted, _, { work, params }) {
    const answer = await startEnquiry(work, wanted)
    if (answer.outcome === 'refused')
      return { outcome: 'refused', issues: [{ path: ['child'], message: refusals[answer.because] }] }
    const own = wanted.personIds.indexOf(params.personId)
    const [enquiryId = answer.enquiryIds[0], personId] = [
      answer.enquiryIds[own],
      own < 0 ? wanted.personIds[0] : params.personId,
    ]
    const location =
      enquiryId && personId ? enquiryPath({ personId, enquiryId }) : `/people/${params.personId}/plans`
    return {
      outcome: 'saved',
      location,
      success: `Enquiry started for ${plural(answer.enquiryIds.length, 'child', 'children')}`,
    }
  },
  order: startOrder,
  targets: {
    held: 'held-day',
    acted: 'acted-day',
    by: 'by-day',
    ...Object.fromEntries(firstLines.map(place => [`due-${place}`, `due-${place}-day`])),
  },
})
