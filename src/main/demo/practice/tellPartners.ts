import { at, between, earlier, isBefore } from '../chronicle/moments.ts'
import type { Fact } from '../chronicle/tables.ts'
import { ageOn, type Child } from '../families/family.ts'
import { tellAttendance } from './tellAttendance.ts'
import type { Telling } from './telling.ts'

type Partner = Omit<Fact<'involvement'>, 'id' | 'person_id' | 'started_on' | 'ended_on'> & {
  /** Their last day here, when they have left. */
  readonly left?: Temporal.PlainDate | null
}

/** Tells which other agencies worked with each child while the episode ran. */
export function tellPartners(telling: Telling): void {
  const { course } = telling
  if (!course.assessment) return
  const from = course.assessment.startedOn
  for (const child of course.children)
    for (const partner of partnersOf(telling, child)) {
      tell(telling, child, partner, from)
      if (partner.role === 'designated_safeguarding_lead') tellAttendance(telling, child)
    }
  if (course.enquiry) tellOfficer(telling, course.enquiry.startedOn)
}

function partnersOf({ county, family, team, course }: Telling, child: Child): Partner[] {
  const age = ageOn(child, course.receivedOn)
  const partners: Partner[] = []
  const { agencies } = county
  const visitor = county.healthVisitors[family.areaIndex]
  const nurse = county.schoolNurses[family.areaIndex]
  if (age < 5 && visitor)
    partners.push({ role: 'health_visitor', worker_id: visitor.id, organisation_id: agencies.health.id })
  if (age >= 5 && course.protection && nurse)
    partners.push({ role: 'school_nurse', worker_id: nurse.id, organisation_id: agencies.health.id })
  if (age >= 4 && child.school)
    partners.push({
      role: 'designated_safeguarding_lead',
      professional_name: child.school.safeguardingLead,
      organisation_id: child.school.id,
      telephone: child.school.telephone,
    })
  const [mental, substance, victim] = county.practitioners.get(team.id) ?? []
  const { troubles } = family
  if (mental && troubles.includes('mental_health') && course.plan)
    partners.push({ role: 'mental_health_practitioner', worker_id: mental.id, left: mental.leftOn })
  if (substance && troubles.includes('substances') && course.plan)
    partners.push({ role: 'substance_misuse_practitioner', worker_id: substance.id })
  if (victim && troubles.includes('domestic_abuse') && course.protection)
    partners.push({ role: 'domestic_abuse_practitioner', worker_id: victim.id })
  return partners
}

function tell(
  { teller, course }: Telling,
  child: Child,
  { left, ...partner }: Partner,
  from: Temporal.PlainDate,
): void {
  const { chronicle, dice } = teller
  const known = between(dice, from, 9, 17)
  const began = Temporal.Instant.compare(child.knownAt, known) > 0 ? child.knownAt : known
  const fact = { id: dice.id(), person_id: child.id, started_on: from, ...partner }
  if (left && !isBefore(from, left)) return // had left before
  const until = left ? earlier(course.closedOn, left) : course.closedOn
  chronicle.tell('involvement', began, fact, [at(until, '15:40'), { ended_on: until }])
}

const officers = ['DC Farrah Millrace', 'DC Owen Tollerby', 'DC Sian Redshank', 'DS Ike Larkenby'] as const

/** The officer of the strategy discussion. */
function tellOfficer({ teller, county, course }: Telling, from: Temporal.PlainDate): void {
  const { chronicle, dice } = teller
  const name = dice.pick(officers)
  const until = course.protection?.endedOn ?? course.enquiry?.outcomeOn
  if (!until || isBefore(until, from)) return
  for (const child of course.children)
    chronicle.tell(
      'involvement',
      at(from, '12:15'),
      {
        id: dice.id(),
        person_id: child.id,
        role: 'police_officer',
        professional_name: name,
        organisation_id: county.agencies.police.id,
        telephone: county.agencies.police.telephone,
        started_on: from,
      },
      [at(until, '16:50'), { ended_on: until }],
    )
}
