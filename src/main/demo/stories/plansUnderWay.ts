import { at } from '../chronicle/moments.ts'
import type { County } from '../county/county.ts'
import type { Course } from '../practice/course.ts'
import type { Teller } from '../teller.ts'
import { madeHere, tellCaspiansEnquiry } from './caspiansEnquiry.ts'
import { inNeed } from './inNeed.ts'
import { moved, stays } from './movingChildren.ts'
import { ago } from './stage.ts'
import { personaOf, type Story, tellWritten } from './story.ts'

/**
 * Child in need plans as they end or change hands: one led from a school, one handed in for closure, one that an open enquiry
 * keeps from closing, and two children whom another team was asked to take over.
 */
export const plansUnderWay: Story = (teller, county) => {
  const children =
    ledFromASchool(teller, county) +
    readyToClose(teller, county) +
    barredFromClosing(teller, county) +
    moved(teller, county) +
    stays(teller, county)
  return { open: children, people: children + 5 }
}

/** The lead practitioner is the safeguarding lead of the girl's school; the child stays with North 1. */
function ledFromASchool(teller: Teller, county: County): number {
  const lead = personaOf(county, 'safeguardingLead')
  const { course, tell } = inNeed(teller, county, {
    familyName: 'Fernacre',
    street: 'Thistle Row',
    given: [{ name: 'Wilma', sex: 'F', years: 8 }],
    plan: 130,
  })
  const telling = tell({
    ...course,
    assessment: assessed(teller, course),
    ledBy: { worker: lead, from: ago(teller, 96) },
  })
  const [wilma] = course.children
  if (!wilma) throw new Error('Wilma was cast')
  const visits = [
    [
      88,
      'I saw Wilma in the library at lunch. She has read the whole shelf about owls and wants to be asked about it.',
    ],
    [
      61,
      'Wilma and I walked to the allotment. Her mother slept well this week, and Wilma could tell me why.',
    ],
    [24, 'Wilma showed me her owl book. Mornings are easy now; Sundays are long, she says.'],
  ] as const
  for (const [days, body] of visits)
    tellWritten(
      { ...telling, lead },
      {
        on: ago(teller, days),
        time: '12:40',
        purpose: 'cin_visit',
        place: 'School',
        body,
        children: [{ id: wilma.id, wasSeen: true, wasSeenAlone: true, bedroomSeen: false }],
      },
    )
  return 1
}

/** What North 1's social worker wrote before anybody else led: whoever leads from a school does not read it. */
function assessed(teller: Teller, { assessment, children }: Course): Course['assessment'] {
  if (!assessment) return null
  const id = teller.dice.id()
  teller.chronicle.tell(
    'joint_assessment',
    at(assessment.startedOn, '10:35'),
    {
      id,
      person_ids: children.map(child => child.id),
      purpose: 'What would help Wilma when her mother is unwell?',
      strengths: 'Her mother asks for help early. The school knows both of them well.',
      worries: 'Mornings, when Leonie has not slept.',
      what_needs_to_happen: 'Somebody to ring on a bad morning\nA place at breakfast club',
      analysis: 'With help on bad mornings Wilma is safe and happy at home.',
      status: 'open',
      version: 1,
    },
    [at(assessment.authorisedOn, '14:20'), { status: 'authorised', version: 2 }],
  )
  return {
    ...assessment,
    joint: { id, of: () => ({ outcome: 'child_in_need', child_view: 'I like it when mum hums.' }) },
  }
}

/** Handed in for closure; Gwen Hollinwood has not decided yet. */
function readyToClose(teller: Teller, county: County): number {
  const { course, tell } = inNeed(teller, county, {
    familyName: 'Sallowfield',
    street: 'Brimstone Yard',
    given: [
      { name: 'Pippa', sex: 'F', years: 10 },
      { name: 'Rory', sex: 'M', years: 7 },
    ],
    plan: 190,
  })
  const { planIds, team, lead } = tell(course)
  const handedIn = at(ago(teller, 2), '15:10')
  const closingId = teller.dice.id()
  for (const { id } of course.children) {
    const planId = planIds.get(id)
    if (planId === undefined) throw new Error('Each of them has a plan')
    teller.chronicle.tell('cin_closure', handedIn, {
      id: teller.dice.id(),
      person_id: id,
      closing_id: closingId,
      plan_id: planId,
      ends_on: ago(teller, 2),
      end_reason: 'outcomes_met',
      closes_case: true,
      closure_reason: 'RC7',
      achieved:
        'Leonie knows the signs of a bad week and rings before it comes. Both children are at school every day.',
      what_next: 'Breakfast club goes on, and the school keeps an eye on both.',
      turns_to: 'The school office, any morning; out of hours the doctor’s line.',
      version: 1,
    })
  }
  teller.chronicle.tell('approval', handedIn, {
    id: teller.dice.id(),
    kind: 'cin_plan_closure',
    subject_id: closingId,
    person_ids: course.children.map(({ id }) => id),
    team_id: team.id,
    to_worker_id: personaOf(county, 'teamManager').id,
    submitted_by: lead.id,
    submitted_at: handedIn,
    remark: 'The last review agreed, and so do the children.',
    version: 1,
  })
  return course.children.length
}

/** An enquiry under section 47 is open, so the plan cannot close. */
function barredFromClosing(teller: Teller, county: County): number {
  const { course, tell } = inNeed(teller, county, {
    familyName: 'Ottermoss',
    street: 'Cinder Lane',
    given: [{ name: 'Caspian', sex: 'M', years: 9 }],
    plan: 150,
    more: { enquiry: { started: 6, outcome: -9, result: 'not_substantiated' } },
  })
  const made = madeHere(teller, course)
  const [caspian] = course.children
  if (!caspian || !made.enquiry.made) throw new Error('Caspian was cast')
  tellCaspiansEnquiry(tell(made), caspian.id, made.enquiry.startedOn, made.enquiry.made.id)
  return 1
}
