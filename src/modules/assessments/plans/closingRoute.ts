import { z } from 'zod'
import { familyChildren, recordReaders, uuidParam } from '#modules/casework'
import { type PersonSummary, personSummaries } from '#modules/people'
import type { Work } from '#platform/db'
import { notFound, type Reply, route } from '#platform/http'
import { codeWords } from '#reference'
import { formatDate, type Html, html, nothing, summaryList, tag } from '#ui'
import { type Closure, closuresOf, endReasonWords } from './closures.ts'
import { openPlans } from './openPlans.ts'

const outcomeWords = {
  authorised: 'Authorised',
  returned: 'Returned: the plan goes on',
  withdrawn: 'Taken back: the plan goes on',
} as const

const show = route({
  method: 'GET',
  url: '/plan-closings/:closingId',
  admits: recordReaders,
  summary: 'What was asked for the end of child in need plans, for each child',
  purpose: 'casework',
  params: z.object({ closingId: uuidParam }),
  async handle({ work, params }): Promise<Reply> {
    const closures = await closuresOf(work, params.closingId)
    const [first] = closures
    if (first === undefined) return notFound
    const people = await personSummaries(
      work,
      closures.map(({ personId }) => personId),
    )
    const nameOf = new Map(people.map(person => [person.id, person.displayName]))
    return {
      kind: 'page',
      title: 'Closing a child in need plan',
      back: `/people/${first.personId}/plan`,
      content: html`<h1 class="govuk-heading-l">Closing a child in need plan</h1>
<p class="govuk-body">${tag({ text: first.decidedOutcome ? outcomeWords[first.decidedOutcome] : 'Waits for a manager’s decision' })}</p>
${closures.map(closure => card(closure, nameOf.get(closure.personId) ?? 'A child of the family'))}
${await siblings(work, closures)}`,
      shown: { resource: 'cin_closure', subjectIds: closures.map(({ personId }) => personId) },
    }
  },
})

function card(closure: Closure, name: string): Html {
  const row = (key: string, text: string) => ({ key: { text: key }, value: { text } })
  return summaryList({
    card: { title: { text: name, headingLevel: 2 } },
    rows: [
      row('Plan', `Ends ${formatDate(closure.endsOn)}. ${endReasonWords[closure.endReason]}`),
      row(
        'Case',
        closure.closureReason ? `Closes: ${codeWords('closureReason', closure.closureReason)}` : 'Stays open',
      ),
      row('What was achieved', closure.achieved),
      row('What is next', closure.whatNext),
      row('Whom the family turns to', closure.turnsTo),
    ],
  })
}

/** What becomes of the brothers and sisters whom this is not about. */
async function siblings(work: Work, closures: readonly Closure[]): Promise<Html> {
  const [first] = closures
  if (first === undefined) return nothing
  const named = new Set(closures.map(({ personId }) => personId))
  const others = (await familyChildren(work, first.personId, 'B1')).filter(({ id }) => !named.has(id))
  if (others.length === 0) return nothing
  const planned = new Set(
    (
      await openPlans(
        work,
        others.map(({ id }) => id),
      )
    ).map(({ personId }) => personId),
  )
  const words = (child: PersonSummary) =>
    planned.has(child.id) ? 'the plan goes on' : 'no child in need plan runs'
  return html`<h2 class="govuk-heading-m">Brothers and sisters</h2>
<ul class="govuk-list govuk-list--bullet">${others.map(child => html`<li>${child.displayName}: ${words(child)}</li>`)}</ul>`
}

export const closingRoutes = [show]
