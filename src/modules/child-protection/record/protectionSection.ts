import { clockRows, type RecordSection, type StoredClock, storedClocks } from '#modules/casework'
import { codeWords } from '#reference'
import { formatDate, type Html, html, summaryList } from '#ui'
import { enquiryCard } from '../enquiry/record/enquiryCard.ts'
import { enquiryOffer } from '../enquiry/record/enquiryOffer.ts'
import { isOpen } from '../enquiry/rules/enquiryState.ts'
import {
  type Conference,
  type Enquiry,
  type ProtectionPlan,
  protectionFactsOf,
} from '../queries/protectionFactsOf.ts'

/** Child protection plans and enquiries on the child's page, newest first, with their clocks. */
export const protectionSection: RecordSection = {
  name: 'child-protection',
  order: 5,
  async show(work, personId) {
    const { enquiries, conferences, plans } = await protectionFactsOf(work, [personId])
    if (enquiries.length + conferences.length + plans.length === 0) return null
    const clocks = await storedClocks(work, [personId])
    const loose = conferences.filter(({ enquiryId, kind }) => enquiryId === null && kind !== 'review')
    return html`<section id="child-protection"><h2 class="govuk-heading-m">Child protection</h2>
      ${plans.toReversed().map(plan => planCard(plan, clocks, work.today))}
      ${enquiries.toReversed().map(enquiry => enquiryCard(enquiry, heldFor(enquiry, conferences), clocks, work.today))}
      ${loose.map(conference => html`<p class="govuk-body">Conference on ${formatDate(conference.heldOn)}, without an enquiry here.</p>`)}
    </section>`
  },
  offer: enquiryOffer,
  async sentences(work, personId) {
    const { plans, enquiries, conferences } = await protectionFactsOf(work, [personId])
    const running = plans.filter(({ endedOn }) => endedOn === null)
    const open = enquiries.filter(one => isOpen(one, heldFor(one, conferences) !== null))
    return [
      ...running.map(
        plan =>
          `Child protection plan since ${formatDate(plan.startedOn)}: ${categories(plan).toLowerCase()}.`,
      ),
      ...open.map(({ startedOn }) => `A section 47 enquiry goes on, started ${formatDate(startedOn)}.`),
    ]
  },
}

const heldFor = ({ id }: Enquiry, conferences: readonly Conference[]): Temporal.PlainDate | null =>
  conferences.find(({ enquiryId }) => enquiryId === id)?.heldOn ?? null

function planCard(plan: ProtectionPlan, clocks: readonly StoredClock[], today: Temporal.PlainDate): Html {
  const ofPlan = [plan.id, ...plan.reviews.map(({ id }) => id), ...plan.coreGroups.map(({ id }) => id)]
  const own = clocks.filter(({ triggerId }) => ofPlan.includes(triggerId))
  const open = own.filter(({ outcome }) => outcome === 'open')
  const visits = own.filter(({ definitionId, satisfiedId }) => definitionId === 'CP_VISIT' && satisfiedId)
  const late = visits.filter(({ outcome }) => outcome === 'late').length
  return summaryList({
    card: { title: { text: `Child protection plan from ${formatDate(plan.startedOn)}`, headingLevel: 3 } },
    rows: [
      { key: { text: 'Category' }, value: { text: categories(plan) } },
      { key: { text: 'Ended' }, value: { text: plan.endedOn ? formatDate(plan.endedOn) : 'Not ended' } },
      {
        key: { text: 'Earlier plans' },
        value: { text: plan.previousPlans === null ? 'Not recorded' : String(plan.previousPlans) },
      },
      { key: { text: 'Reviews held' }, value: { text: dates(plan.reviews.map(({ heldOn }) => heldOn)) } },
      {
        key: { text: 'Core groups held' },
        value: { text: dates(plan.coreGroups.map(({ heldOn }) => heldOn)) },
      },
      { key: { text: 'Visits seen' }, value: { text: `${visits.length}, of which ${late} late` } },
      ...clockRows(open, today),
    ],
  })
}

function categories({ initialCategory, latestCategory }: ProtectionPlan): string {
  const named = [initialCategory, latestCategory].flatMap(code =>
    code ? [codeWords('abuseCategory', code)] : [],
  )
  const [first, latest] = named
  if (first === undefined) return 'Not recorded'
  return latest === undefined || latest === first ? first : `${latest} (at first ${first})`
}

function dates(days: readonly Temporal.PlainDate[]): string {
  return days.length === 0 ? 'None recorded' : days.map(day => formatDate(day)).join(', ')
}
