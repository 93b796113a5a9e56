import { clockRows, type RecordSection, type StoredClock, storedClocks } from '#modules/casework'
import type { Uuid } from '#platform/ids'
import { codeWords } from '#reference'
import { button, formatDate, type Html, html, summaryList } from '#ui'
import { assessable, mayStart } from '../queries/assessable.ts'
import { type Assessment, assessmentsOf } from '../queries/assessmentsOf.ts'
import { type CinPlan, cinPlansOf } from '../queries/cinPlansOf.ts'
import { factorsOf } from '../queries/factorsOf.ts'
import { outcomeText } from '../rules/outcomes.ts'

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
  async offer(work, personId) {
    const waiting = (await assessable(work, personId)).find(({ child }) => child.id === personId)
    return waiting !== undefined && mayStart(waiting) ? startButton(personId) : null
  },
  async sentences(work, personId) {
    const plans = (await cinPlansOf(work, [personId])).filter(({ endedOn }) => endedOn === null)
    const assessments = (await assessmentsOf(work, [personId])).filter(
      ({ authorisedOn, stoppedOn }) => authorisedOn === null && stoppedOn === null,
    )
    return [
      ...plans.map(({ startedOn }) => `Child in need plan since ${formatDate(startedOn)}.`),
      ...assessments.map(
        ({ startedOn }) => `An assessment is being written, started ${formatDate(startedOn)}.`,
      ),
    ]
  },
}

const startButton = (personId: Uuid): Html =>
  button({
    text: 'Start an assessment',
    href: `/people/${personId}/assessments/new`,
    classes: 'govuk-button--secondary',
  })

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
      (['ASSESS_CHILD_SEEN', 'ASSESS_CHECKPOINT'].includes(definitionId) && triggerId === assessment.id),
  )
  const found = factors.map(code => html`<li>${codeWords('assessmentFactor', code)}</li>`)
  return summaryList({
    card: { title: { text: `Assessment started ${formatDate(assessment.startedOn)}`, headingLevel: 3 } },
    rows: [
      ...(assessment.jointId
        ? [
            {
              key: { text: 'Assessment' },
              value: {
                html: html`<a class="govuk-link" href="/assessments/${assessment.jointId}">Open the assessment<span class="govuk-visually-hidden"> started ${formatDate(assessment.startedOn)}</span></a>`,
              },
            },
          ]
        : []),
      ...(assessment.outcome
        ? [{ key: { text: 'Outcome' }, value: { text: outcomeText(assessment.outcome) ?? '' } }]
        : []),
      ...(assessment.shared
        ? [{ key: { text: 'Shared with the family' }, value: { text: formatDate(assessment.shared.on) } }]
        : []),
      ...(assessment.stoppedOn
        ? [{ key: { text: 'Stopped' }, value: { text: formatDate(assessment.stoppedOn) } }]
        : []),
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
      ...(plan.endedOn
        ? []
        : [
            {
              key: { text: 'The plan' },
              value: {
                html: html`<a class="govuk-link" href="/people/${plan.personId}/plan">Outcomes, actions and reviews</a>`,
              },
            },
          ]),
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
