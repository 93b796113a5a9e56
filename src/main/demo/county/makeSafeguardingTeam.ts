import type { Uuid } from '#platform/ids'
import type { PersonaKey } from '../personas.ts'
import { areas } from '../words/places.ts'
import type { Team, Worker } from './county.ts'
import { directoryBegan } from './makeAgencies.ts'
import { hire, type Office, tellTeam } from './office.ts'
import { type Establish, establishIn, mentalHealthTypes } from './workforce/establish.ts'

/** Of the open children, those whom the safeguarding teams hold. */
const SHARE = 0.82
const CHILDREN_PER_WORKER = 15.5
const LARGE = 1_000

type Built = { readonly team: Team; readonly practitioners: readonly Worker[] }

/** A family safeguarding team: social workers and those who work with the adults, employed by four agencies. */
export function makeSafeguardingTeam(office: Office, areaId: Uuid, areaIndex: number, number: number): Built {
  const name = `${areas[areaIndex]?.name} ${number}`
  const id = tellTeam(office, name, 'family_safeguarding', { areaId })
  const establish = establishIn(office, { id, areaIndex, number })
  const isFirst = areaIndex === 0 && number === 1
  const only = (key: PersonaKey) => (isFirst ? { persona: key } : {})
  const manager = hire(office, {
    role: 'team_manager',
    teamId: id,
    startedOn: directoryBegan,
    place: establish({ title: 'Team manager', discipline: 'management' }),
    ...only('teamManager'),
  })
  hire(office, {
    role: 'business_support',
    teamId: id,
    ...(isFirst && { place: establish({ title: 'Business support', discipline: 'business_support' }) }),
    ...only('businessSupport'),
  })
  const team: Team = {
    id,
    name,
    areaIndex,
    manager,
    workers: [
      ...named(office, id, isFirst ? establish : null),
      ...socialWorkers(office, id, {
        alreadyThere: isFirst ? 2 : 0,
        extra: areaIndex % 2 === 1 ? 0.4 : -0.1,
        establish,
      }),
      ...formerWorkers(office, id),
    ],
  }
  return {
    team,
    practitioners: practitionersOf(office, id, {
      isFirst,
      establish,
      areaIndex,
      number,
    }),
  }
}

function named(office: Office, teamId: Uuid, establish: Establish | null): Worker[] {
  if (establish === null) return []
  const { today } = office.teller
  return [
    hire(office, {
      role: 'social_worker',
      teamId,
      persona: 'socialWorker',
      place: socialWork(establish),
      capacity: 11,
      startedOn: directoryBegan.add({ years: 6 }),
    }),
    hire(office, {
      role: 'social_worker',
      teamId,
      persona: 'newlyQualified',
      place: socialWork(establish),
      capacity: 9,
      startedOn: today.subtract({ months: 8 }),
    }),
  ]
}

/** Some posts are vacant: the children are shared by those who are there, and a few hold too many. */
type Staffing = { readonly alreadyThere: number; readonly extra: number; readonly establish: Establish }

const socialWork = (establish: Establish) =>
  establish({ title: 'Social worker', discipline: 'social_work', profession: 'Social worker' })

function socialWorkers(office: Office, teamId: Uuid, { alreadyThere, extra, establish }: Staffing): Worker[] {
  const { dice } = office.teller
  const needed = (office.children * SHARE) / teamCount(office) / CHILDREN_PER_WORKER
  const count = Math.max(2, Math.round(needed + extra)) - alreadyThere
  socialWork(establish) // agreed with the roll-out, and sought since
  return Array.from({ length: Math.max(1, count) }, (_, index) =>
    hire(office, {
      role: index % 4 === 0 ? 'senior_social_worker' : 'social_worker',
      teamId,
      place: socialWork(establish),
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
  return children >= LARGE ? 22 : 5
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

type Specialists = {
  /** The first team’s are people whom a visitor may be. */
  readonly isFirst: boolean
  readonly establish: Establish
  readonly areaIndex: number
  readonly number: number
}

/** Each is employed by their own agency. In some areas nobody has followed the mental health practitioner who left. */
function practitionersOf(office: Office, teamId: Uuid, specialists: Specialists): Worker[] {
  const { health, recovery, refuge, probation } = office.agencies
  const { establish, areaIndex, number, isFirst } = specialists
  const only = (key: PersonaKey) => (isFirst ? { persona: key } : {})
  const isSmall = office.children < LARGE
  const common = { teamId, employment: 'seconded' } as const
  const place = (
    discipline: 'mental_health' | 'substance_misuse' | 'domestic_abuse',
    title: string,
    profession: string,
    fte = 1,
  ) => establish({ title, discipline, profession, fte, isGranted: true })
  const hasLeft = areaIndex >= 2 && number === 1
  return [
    hire(office, {
      ...common,
      role: 'mental_health_practitioner',
      organisationId: health.id,
      ...only('mentalHealth'),
      ...(hasLeft && { leftOn: office.teller.today.subtract({ days: 8 + 31 * areaIndex }) }),
      place: place(
        'mental_health',
        'Adult mental health practitioner',
        mentalHealthTypes[areaIndex % 4] ?? '',
      ),
    }),
    hire(office, {
      ...common,
      role: 'substance_misuse_practitioner',
      organisationId: recovery.id,
      ...only('recoveryWorker'),
      ...(isSmall && { fte: 0.6 }), // the rest of the week in the second team of the area
      place: place('substance_misuse', 'Substance misuse practitioner', 'Recovery worker', isSmall ? 0.6 : 1),
    }),
    hire(office, {
      ...common,
      role: 'domestic_abuse_practitioner',
      organisationId: refuge.id,
      ...only('withVictims'),
      place: place('domestic_abuse', 'Domestic abuse practitioner', 'Worker with victims'),
    }),
    hire(office, {
      ...common,
      role: 'domestic_abuse_practitioner',
      organisationId: probation.id,
      ...only('withPerpetrators'),
      fte: 0.5,
      place: place('domestic_abuse', 'Domestic abuse practitioner', 'Probation officer', 0.5),
    }),
  ]
}
