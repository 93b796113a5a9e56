import type { Uuid } from '#platform/ids'
import type { PersonaKey } from '../personas.ts'
import { areas } from '../words/places.ts'
import type { Team, Worker } from './county.ts'
import { directoryBegan } from './makeAgencies.ts'
import { hire, type Office, tellTeam } from './office.ts'

/** Of the open children, those whom the safeguarding teams hold. */
const SHARE = 0.82
const CHILDREN_PER_WORKER = 15.5

type Built = { readonly team: Team; readonly practitioners: readonly Worker[] }

/** A family safeguarding team: social workers and those who work with the adults, employed by four agencies. */
export function makeSafeguardingTeam(office: Office, areaId: Uuid, areaIndex: number, number: number): Built {
  const name = `${areas[areaIndex]?.name} ${number}`
  const id = tellTeam(office, name, 'family_safeguarding', { areaId })
  const isFirst = areaIndex === 0 && number === 1
  const only = (key: PersonaKey) => (isFirst ? { persona: key } : {})
  const manager = hire(office, {
    role: 'team_manager',
    teamId: id,
    startedOn: directoryBegan,
    ...only('teamManager'),
  })
  hire(office, { role: 'business_support', teamId: id, ...only('businessSupport') })
  const team: Team = {
    id,
    name,
    areaIndex,
    manager,
    workers: [
      ...named(office, id, isFirst),
      ...socialWorkers(office, id, {
        alreadyThere: isFirst ? 2 : 0,
        extra: areaIndex % 2 === 1 ? 0.4 : -0.1,
      }),
      ...formerWorkers(office, id),
    ],
  }
  return { team, practitioners: practitionersOf(office, id, only('mentalHealth')) }
}

function named(office: Office, teamId: Uuid, isFirst: boolean): Worker[] {
  if (!isFirst) return []
  const { today } = office.teller
  return [
    hire(office, {
      role: 'social_worker',
      teamId,
      persona: 'socialWorker',
      capacity: 11,
      startedOn: directoryBegan.add({ years: 6 }),
    }),
    hire(office, {
      role: 'social_worker',
      teamId,
      persona: 'newlyQualified',
      capacity: 9,
      startedOn: today.subtract({ months: 8 }),
    }),
  ]
}

/** Some posts are vacant: the children are shared by those who are there, and a few hold too many. */
type Staffing = { readonly alreadyThere: number; readonly extra: number }

function socialWorkers(office: Office, teamId: Uuid, { alreadyThere, extra }: Staffing): Worker[] {
  const { dice } = office.teller
  const needed = (office.children * SHARE) / teamCount(office) / CHILDREN_PER_WORKER
  const count = Math.max(2, Math.round(needed + extra)) - alreadyThere
  return Array.from({ length: Math.max(1, count) }, (_, index) =>
    hire(office, {
      role: index % 4 === 0 ? 'senior_social_worker' : 'social_worker',
      teamId,
      fte: dice.weighted([
        [1, 74],
        [0.8, 14],
        [0.6, 12],
      ]),
      capacity: dice.chance(0.1) ? 20 : dice.int(13, 17),
      ...(index === 0 && { startedOn: directoryBegan }),
    }),
  )
}

function teamCount({ children }: Office): number {
  return children >= 1_000 ? 22 : 5
}

/** They held what is closed now. */
function formerWorkers(office: Office, teamId: Uuid): Worker[] {
  const { dice, today } = office.teller
  return [1, 2].map(number =>
    hire(office, {
      role: 'social_worker',
      teamId,
      capacity: 15,
      startedOn: directoryBegan,
      leftOn: today.subtract({ days: 200 * number + dice.int(0, 500) }),
    }),
  )
}

/** Each is employed by their own agency. */
function practitionersOf(office: Office, teamId: Uuid, persona: { readonly persona?: PersonaKey }): Worker[] {
  const { health, recovery, refuge, probation } = office.agencies
  return [
    hire(office, { role: 'mental_health_practitioner', teamId, organisationId: health.id, ...persona }),
    hire(office, { role: 'substance_misuse_practitioner', teamId, organisationId: recovery.id }),
    hire(office, { role: 'domestic_abuse_practitioner', teamId, organisationId: refuge.id }),
    hire(office, { role: 'domestic_abuse_practitioner', teamId, organisationId: probation.id, fte: 0.5 }),
  ]
}
