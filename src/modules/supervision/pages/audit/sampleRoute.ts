import { z } from 'zod'
import { uuidParam } from '#modules/casework'
import { notFound, type Reply, route } from '#platform/http'
import { barChart, denseTable, formatDate, type Html, html, nothing } from '#ui'
import { type Audit, audits } from '../../queries/audits.ts'
import { samples } from '../../queries/samples.ts'
import { common } from '../common.ts'

/** `/supervision/audits/:sampleId`: what was drawn, and what was found. */
export const sampleRoute = route({
  ...common,
  method: 'GET',
  url: '/supervision/audits/:sampleId',
  summary: 'One dip sample with its results',
  params: z.object({ sampleId: uuidParam }),
  async handle({ work, params }): Promise<Reply> {
    const [sample] = await samples(work, params.sampleId)
    if (sample === undefined) return notFound
    const drawn = await audits(work, { sampleId: sample.id })
    const content = html`<h1 class="govuk-heading-l">Dip sample of ${sample.teamName}</h1>
    <p class="govuk-body">${String(sample.size)} of ${String(sample.among)} complete sessions held ${formatDate(sample.fromOn)} to ${formatDate(sample.untilOn)}, drawn ${formatDate(sample.drawnOn)}. Seed: <code>${sample.seed}</code>.</p>
    ${byCriterion(drawn)}
    ${table(drawn, work.actor.id)}`
    return {
      kind: 'page',
      title: 'Dip sample',
      current: '/supervision',
      back: '/supervision/audits',
      content,
      shown: { resource: 'supervision_audit', subjectIds: [] },
    }
  },
})

const LONGEST_LABEL = 41 // as much as stands beside a bar

function byCriterion(drawn: readonly Audit[]): Html {
  const given = Map.groupBy(
    drawn.flatMap(({ scores }) => scores),
    ({ criterion }) => criterion,
  )
  if (given.size === 0) return nothing
  const bars = [...given].map(([criterion, scores]) => ({
    label: criterion.length > LONGEST_LABEL ? `${criterion.slice(0, LONGEST_LABEL - 1)}…` : criterion,
    value: scores.reduce((sum, { score }) => sum + score, 0) / scores.length,
  }))
  return barChart({
    id: 'criteria',
    title: 'Mean score by criterion',
    description: bars.map(({ label, value }) => `${label}: ${value.toFixed(1)}`).join('. '),
    labelHeading: 'Criterion',
    valueHeading: 'Mean, 0 to 3',
    bars,
  })
}

function table(drawn: readonly Audit[], me: string): Html {
  const state = (audit: Audit): Html => {
    if (audit.doneOn !== null) return html`Scored ${formatDate(audit.doneOn)}`
    if (audit.auditorId !== me) return html`Not scored yet`
    return html`<a class="govuk-link" href="/supervision/audits/sessions/${audit.id}">Score it<span class="govuk-visually-hidden">: ${audit.superviseeName} with ${audit.supervisorName}</span></a>`
  }
  const mean = ({ scores }: Audit): string =>
    scores.length === 0 ? '' : (scores.reduce((sum, { score }) => sum + score, 0) / scores.length).toFixed(1)
  return denseTable({
    caption: 'Sessions drawn',
    captionClasses: 'govuk-table__caption--s',
    head: ['Supervisee', 'Supervisor', 'Scored by', 'State', 'Mean', 'Remark'].map(text => ({ text })),
    rows: drawn.map(audit => [
      { text: audit.superviseeName },
      { text: audit.supervisorName },
      { text: audit.auditorName },
      { html: state(audit) },
      { text: mean(audit) },
      { text: audit.remark ?? '' },
    ]),
  })
}
