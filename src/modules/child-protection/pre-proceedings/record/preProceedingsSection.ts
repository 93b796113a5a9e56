import { clockRows, type RecordSection, storedClocks, writableSubjects } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { button, formatDate, type Html, html, summaryList } from '#ui'
import { protectionFactsOf } from '../../queries/protectionFactsOf.ts'
import { preProceedingsOf } from '../queries/readPreProceedings.ts'
import { isOpen, type PreProceedings } from '../rules/preProceedings.ts'
import { stepWords } from '../rules/words.ts'

/** Pre-proceedings on the child's page: how they stand, with their clocks, and the way to the rest. */
export const preProceedingsSection: RecordSection = {
  name: 'pre-proceedings',
  order: 6,
  async show(work, personId) {
    const cases = await preProceedingsOf(work, [personId])
    if (cases.length === 0) return await startLink(work, personId)
    const clocks = await storedClocks(work, [personId])
    return html`<section id="pre-proceedings"><h2 class="govuk-heading-m">Pre-proceedings</h2>
${cases.map(of =>
  summaryList({
    card: { title: { text: `Pre-proceedings from ${formatDate(of.startedOn)}`, headingLevel: 3 } },
    rows: [
      { key: { text: 'Standing' }, value: { text: standing(of) } },
      ...clockRows(
        clocks.filter(({ triggerId }) => triggerId === of.id),
        work.today,
      ),
    ],
  }),
)}
<p class="govuk-body"><a class="govuk-link" href="/people/${personId}/pre-proceedings">Letters, meetings and decisions</a></p></section>`
  },
  async offer(work, personId) {
    const cases = await preProceedingsOf(work, [personId])
    if (!cases.some(isOpen)) return null
    return button({
      text: 'Pre-proceedings',
      href: `/people/${personId}/pre-proceedings`,
      classes: 'govuk-button--secondary govuk-!-margin-bottom-2',
    })
  },
  async sentences(work, personId) {
    const cases = await preProceedingsOf(work, [personId])
    return cases.filter(isOpen).map(({ startedOn }) => `In pre-proceedings since ${formatDate(startedOn)}.`)
  },
}

/** A child with a protection plan may come to the legal gateway: whoever writes the record finds the way. */
async function startLink(work: Work, personId: Uuid): Promise<Html | null> {
  if (work.knownAt !== null || !(await hasPlan(work, personId))) return null
  if ((await writableSubjects(work, [personId])).size === 0) return null
  return html`<p class="govuk-body kith-no-print"><a class="govuk-link" href="/people/${personId}/pre-proceedings">Pre-proceedings</a></p>`
}

async function hasPlan(work: Work, personId: Uuid): Promise<boolean> {
  const { plans } = await protectionFactsOf(work, [personId])
  return plans.some(({ endedOn }) => endedOn === null)
}

function standing(of: PreProceedings): string {
  if (of.appliedOn !== null) return `Application to the court on ${formatDate(of.appliedOn)}`
  if (of.stepOn !== null) return `${of.step ? stepWords[of.step] : 'Decided'}, ${formatDate(of.stepOn)}`
  return of.letterSentOn === null ? 'Going on, no letter sent yet' : 'Going on'
}
