import { personParams, recordFrame, recordReaders } from '#modules/casework'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { errorsAbove, type FormIssue, fieldErrors, type Html, html, nothing } from '#ui'
import { type AgencyRequest, requestsAbout } from '../../requests/requests.ts'
import { requestsHtml } from '../../requests/requestsHtml.ts'
import { agencyTie } from '../queries/agencyTie.ts'
import { type Contribution, contributionsOf } from '../queries/readContributions.ts'
import { contributionHtml, pathOf } from './contributionHtml.ts'

type ListVisit = Visit<{ readonly personId: Uuid }, unknown, unknown>

/** What other agencies told of a child. @param issues of a question or an answer that was sent empty */
export async function contributionsPage(
  { work, params: { personId }, form, sent }: ListVisit,
  issues: readonly FormIssue[] = [],
): Promise<Reply> {
  const frame = await recordFrame(work, personId, null)
  if (frame === null) return notFound
  const all = await contributionsOf(work, personId)
  const tie = await agencyTie(work, personId)
  const errors = fieldErrors(
    issues,
    issues.map(({ path }) => String(path[0])),
  )
  const requests = await requestsAbout(work, personId)
  const asked = requestsHtml({
    ...{ personId, requests, readerId: work.actor.id, mayAsk: frame.mayWrite && work.knownAt === null },
    ...{ today: work.today, form, errors, typed: (name: string) => String(sent[name] ?? '') },
  })
  const reading = { form, readerId: work.actor.id, keepsRecord: frame.mayWrite, errors }
  return {
    kind: 'page',
    status: issues.length > 0 ? 422 : 200,
    hasErrors: issues.length > 0,
    title: 'What other agencies know',
    before: frame.before,
    content: html`${errorsAbove(errors)}<h1 class="govuk-heading-l">What other agencies know</h1>
<p class="govuk-body">${frame.readsRecord ? 'Told by people who work with the child for other agencies. Each stays its agency’s: what is wrong in it is corrected by its source.' : 'You read what you and your own agency told. What others told is withheld.'}</p>
${asked}${tie === null || isAsked(requests, work.actor.id) ? nothing : html`<p class="govuk-body"><a class="govuk-button" href="${pathOf(personId, '/new')}" role="button" draggable="false">Tell what you know</a></p>`}
${standing(all).length === 0 ? html`<p class="govuk-body">Nothing was told yet.</p>` : standing(all).map((one): Html => contributionHtml(one, all, reading))}`,
    shown: { resource: 'contribution', subjectIds: [personId, ...all.map(({ id }) => id)] },
  }
}

/** The button stands with the question then. */
const isAsked = (requests: readonly AgencyRequest[], readerId: Uuid): boolean =>
  requests.some(({ workerId, answer }) => workerId === readerId && answer === null)

/** What was not corrected by another. */
function standing(all: readonly Contribution[]): readonly Contribution[] {
  const corrected = new Set(all.map(({ correctsId }) => correctsId))
  return all.filter(({ id }) => !corrected.has(id))
}

/** `/people/:personId/contributions`: what people of other agencies told of a child, each with its source. */
export const contributionsRoute = route({
  method: 'GET',
  url: '/people/:personId/contributions',
  admits: recordReaders,
  summary: 'What people of other agencies told of a child, each with its source and controller',
  purpose: 'casework',
  params: personParams,
  handle: visit => contributionsPage(visit),
})
