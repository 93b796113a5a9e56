import type { TimelineEntry, TimelineSource } from '#modules/casework'
import { type Assessment, assessmentsOf } from '../queries/assessmentsOf.ts'
import { type CinPlan, cinPlansOf } from '../queries/cinPlansOf.ts'
import { outcomeText } from '../rules/outcomes.ts'

/** Assessments and child in need plans in a chronology. */
export const assessmentTimeline: TimelineSource = {
  name: 'assessments',
  async entries(work, personIds) {
    const assessments = await assessmentsOf(work, personIds)
    const plans = await cinPlansOf(work, personIds)
    return [...assessments.flatMap(assessmentLines), ...plans.flatMap(planLines)]
  },
  async bands(work, personIds) {
    const assessments = (await assessmentsOf(work, personIds)).map(
      ({ personId, startedOn, authorisedOn }) => ({
        personId,
        row: 'assessment' as const,
        startedOn,
        endedOn: authorisedOn,
        label: 'Assessment',
      }),
    )
    const plans = (await cinPlansOf(work, personIds)).map(({ personId, startedOn, endedOn }) => ({
      personId,
      row: 'need_plan' as const,
      startedOn,
      endedOn,
      label: 'Child in need plan',
    }))
    return [...assessments, ...plans]
  },
}

function assessmentLines(assessment: Assessment): readonly TimelineEntry[] {
  const { personId, startedOn, authorisedOn, jointId, outcome, shared, stoppedOn } = assessment
  const line = {
    personId,
    source: 'Assessment',
    ...(jointId === null ? {} : { href: `/assessments/${jointId}` }),
  }
  const started = {
    ...line,
    on: startedOn,
    title: 'Child and family assessment started',
    isSignificant: false,
  }
  const title = `Child and family assessment ${jointId === null ? 'shared and ' : ''}authorised`
  const found = outcomeText(outcome)
  const done = { ...line, title, isSignificant: true, ...(found === null ? {} : { text: found }) }
  const other = (on: Temporal.PlainDate, words: string): TimelineEntry => ({
    ...line,
    on,
    title: `Child and family assessment ${words}`,
    isSignificant: false,
  })
  return [
    started,
    ...(shared ? [other(shared.on, 'shared with the family')] : []),
    ...(stoppedOn ? [other(stoppedOn, 'stopped')] : []),
    ...(authorisedOn ? [{ ...done, on: authorisedOn }] : []),
  ]
}

function planLines({ personId, startedOn, endedOn }: CinPlan): readonly TimelineEntry[] {
  const line = { personId, source: 'Child in need plan', isSignificant: true }
  const started = { ...line, on: startedOn, title: 'Child in need plan started' }
  return endedOn ? [started, { ...line, on: endedOn, title: 'Child in need plan ended' }] : [started]
}
