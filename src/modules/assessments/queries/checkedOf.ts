import type { Uuid } from '#platform/ids'
import type { Checked } from '../rules/missingFrom.ts'
import { seeingOf } from './jointVisits.ts'
import { lastDay, type WholeAssessment } from './readWhole.ts'

/** An assessment as the check looks at it. */
export function checkedOf(whole: WholeAssessment, today: Temporal.PlainDate): Checked {
  const { joint } = whole
  const due = lastDay(whole)
  const held = new Set(whole.checkpoints.map(({ atDay }) => atDay))
  return {
    purpose: joint.texts.purpose !== null,
    history: joint.texts.history !== null,
    family: joint.texts.family_and_environment !== null && joint.texts.parenting !== null,
    analysis: joint.texts.analysis !== null,
    rated: joint.safetyNow !== null,
    shared: whole.shares.length > 0,
    lateUnexplained: due !== null && Temporal.PlainDate.compare(today, due) > 0 && joint.lateReason === null,
    overdueCheckpoints: whole.planned
      .filter(({ atDay, dueOn }) => !held.has(atDay) && Temporal.PlainDate.compare(dueOn, today) < 0)
      .map(({ atDay }) => atDay),
    children: joint.children.map(child => childOf(whole, child.personId)),
    adults: whole.adults.map(({ person, mustBeHeard, view }) => ({
      personId: person.id,
      name: person.displayName,
      mustBeHeard: mustBeHeard && person.diedOn === null,
      heard: view !== null || person.diedOn !== null,
    })),
  }
}

function childOf(whole: WholeAssessment, personId: Uuid): Checked['children'][number] {
  const child = whole.joint.children.find(one => one.personId === personId)
  if (child === undefined) throw new Error('A child of the assessment is asked for')
  const { texts } = child
  const { seenOn, aloneOn } = seeingOf(whole.visits, personId)
  return {
    personId,
    name: child.person.displayName,
    isUnborn: child.person.isUnborn,
    heard: texts.child_view !== null || texts.no_child_view_reason !== null,
    findings: [texts.health_and_development, texts.strengths, texts.worries].some(text => text !== null),
    factors: whole.factors.get(child.assessmentId)?.length ?? 0,
    outcome: child.outcome !== null,
    reason: child.outcomeReason !== null,
    seen: seenOn !== null,
    seenAlone: aloneOn !== null,
    needs: whole.needs.filter(need => need.personId === personId).length, // its own, or a parent's that bears on it
  }
}
