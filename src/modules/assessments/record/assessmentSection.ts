import { clockRows, type RecordSection, type StoredClock, storedClocks } from '#modules/casework'
import { codeWords } from '#reference'
import { formatDate, type Html, html, summaryList } from '#ui'
import { type Assessment, assessmentsOf } from '../queries/assessmentsOf.ts'
import { type CinPlan, cinPlansOf } from '../queries/cinPlansOf.ts'
import { factorsOf } from '../queries/factorsOf.ts'

/** Assessments with their factors, and child in need plans, on the child's page, newest first. */
export const assessmentSection: RecordSection = {
  name: 'assessments',
  order: 20,
  async show(work, personId) {
    const assessments = (await assessmentsOf(work, [personId])).toReversed()
    const plans = (await cinPlansOf(work, [personId])).toReversed()
    if (assessments.length + plans.length === 0) return null
    const factors = await factorsOf(work, personId)
    const clocks = await storedClocks(work, [personId])
    return html`<section id="assessments"><h2 class="govuk-heading-m">Assessments and child in need plans</h2>
      ${plans.map(plan => planCard(plan, clocks, work.today))}
      ${assessments.map(assessment => assessmentCard(assessment, factors.get(assessment.id) ?? [], clocks, work.today))}
    </section>`
  },
  async sentences(work, personId) {
    const plans = (await cinPlansOf(work, [personId])).filter(({ endedOn }) => endedOn === null)
    const assessments = (await assessmentsOf(work, [personId])).filter(
      ({ authorisedOn }) => authorisedOn === null,
    )
    return [
      ...plans.map(({ startedOn }) => `Child in need plan since ${formatDate(startedOn)}.`),
      ...assessments.map(
        ({ startedOn }) => `An assessment is being written, started ${formatDate(startedOn)}.`,
      ),
    ]
  },
}

function assessmentCard(
  assessment: Assessment,
  factors: readonly string[],
  clocks: readonly StoredClock[],
  today: Temporal.PlainDate,
): Html {
  const triggers = [assessment.id, assessment.referralId]
  const own = clocks.filter(
    ({ definitionId, triggerId, satisfiedId, outcome }) =>
      (definitionId === 'ASSESS_45' &&
        triggers.includes(triggerId) &&
        (satisfiedId === assessment.id || outcome !== 'on_time')) ||
      (definitionId === 'ASSESS_CHILD_SEEN' && triggerId === assessment.id),
  )
  const found = factors.map(code => html`<li>${codeWords('assessmentFactor', code)}</li>`)
  return summaryList({
    card: { title: { text: `Assessment started ${formatDate(assessment.startedOn)}`, headingLevel: 3 } },
    rows: [
      {
        key: { text: 'Authorised' },
        value: { text: assessment.authorisedOn ? formatDate(assessment.authorisedOn) : 'Not yet' },
      },
      {
        key: { text: 'Factors' },
        value:
          factors.length > 0
            ? { html: html`<ul class="govuk-list govuk-list--bullet">${found}</ul>` }
            : { text: 'None recorded' },
      },
      ...clockRows(own, today),
    ],
  })
}

function planCard(plan: CinPlan, clocks: readonly StoredClock[], today: Temporal.PlainDate): Html {
  const visits = clocks.filter(
    ({ definitionId, triggerId }) => definitionId === 'CIN_VISIT' && triggerId === plan.id,
  )
  const late = visits.filter(({ outcome }) => outcome === 'late').length
  return summaryList({
    card: { title: { text: `Child in need plan from ${formatDate(plan.startedOn)}`, headingLevel: 3 } },
    rows: [
      { key: { text: 'Ended' }, value: { text: plan.endedOn ? formatDate(plan.endedOn) : 'Not ended' } },
      {
        key: { text: 'Visits seen' },
        value: { text: `${visits.filter(({ satisfiedId }) => satisfiedId).length}, of which ${late} late` },
      },
      ...clockRows(
        visits.filter(({ outcome }) => outcome === 'open'),
        today,
      ),
    ],
  })
}
