import type { TimelineEntry, TimelineSource } from '#modules/casework'
import { type Assessment, assessmentsOf } from '../queries/assessmentsOf.ts'
import { type CinPlan, cinPlansOf } from '../queries/cinPlansOf.ts'

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

function assessmentLines({ personId, startedOn, authorisedOn }: Assessment): readonly TimelineEntry[] {
  const line = { personId, source: 'Assessment' }
  const started = {
    ...line,
    on: startedOn,
    title: 'Child and family assessment started',
    isSignificant: false,
  }
  const done = { ...line, title: 'Child and family assessment shared and authorised', isSignificant: true }
  return authorisedOn ? [started, { ...done, on: authorisedOn }] : [started]
}

function planLines({ personId, startedOn, endedOn }: CinPlan): readonly TimelineEntry[] {
  const line = { personId, source: 'Child in need plan', isSignificant: true }
  const started = { ...line, on: startedOn, title: 'Child in need plan started' }
  return endedOn ? [started, { ...line, on: endedOn, title: 'Child in need plan ended' }] : [started]
}
