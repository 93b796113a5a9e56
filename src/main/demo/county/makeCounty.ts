import type { Uuid } from '#platform/ids'
import { at } from '../chronicle/moments.ts'
import { tellHospital } from '../hospital/tellHospital.ts'
import { invitedPerson } from '../invitedPerson.ts'
import type { PersonaKey } from '../personas.ts'
import type { Teller } from '../teller.ts'
import { areas } from '../words/places.ts'
import type { County, Team, Worker } from './county.ts'
import { hirePartners } from './hirePartners.ts'
import { directoryBegan, makeAgencies } from './makeAgencies.ts'
import { makeSafeguardingTeam } from './makeSafeguardingTeam.ts'
import type { Hiring, Role } from './makeWorker.ts'
import { hire, type Office, tellTeam } from './office.ts'
import { hireSchoolLead, withSchoolLead } from './schoolLead.ts'
import { tellCover } from './tellCover.ts'
import { tellRota } from './tellRota.ts'
import { tellSchools } from './tellSchools.ts'
import { tellSettings } from './tellSettings.ts'
import { tellWorkforce } from './workforce/tellWorkforce.ts'

const LARGE = 1_000

/** Tells who does the work in a county with so many open children. */
export function makeCounty(teller: Teller, children: number): County {
  tellSettings(teller)
  const agencies = withSchoolLead(makeAgencies(teller, children >= LARGE ? 24 : 6))
  const areaIds = areas.map(area => {
    const id = teller.dice.id()
    const districts = [...area.districts]
    teller.chronicle.tell('service_area', at(directoryBegan, '09:00'), { id, name: area.name, districts })
    return id
  })
  const personas = new Map<PersonaKey, Worker>()
  const dice = teller.dice.fork('establishment') // nobody else’s chances change
  const establishment = { dice, grantId: dice.id() }
  const office: Office = { teller, agencies, areaIds, personas, children, establishment }
  const safeguarding = areaIds.flatMap((areaId, areaIndex) =>
    Array.from({ length: teamsOf(children, areaIndex) }, (_, number) =>
      makeSafeguardingTeam(office, areaId, areaIndex, number + 1),
    ),
  )
  areaIds.forEach((areaId, index) => {
    hire(office, {
      role: 'service_leader',
      teamId: null,
      areaId,
      ...(index === 0 && { persona: 'serviceLeader' }),
    })
  })
  const county: County = {
    agencies,
    safeguarding: safeguarding.map(({ team }) => team),
    laterTeams: [],
    practitioners: new Map(safeguarding.map(({ team, practitioners }) => [team.id, practitioners])),
    frontDoor: duty(office),
    familyHelp: holding(office, 'family_help', 'Family Help', 0.09),
    inCare: holding(office, 'children_in_care', 'Children in care', 0.07),
    conference: conference(office),
    ...withHospital(office, health(office)),
    personas,
    partners: hirePartners(teller, agencies),
  }
  headquarters(office)
  hire(
    { ...office, teller: { ...teller, dice: teller.dice.fork('police at the front door') } }, // nobody else’s chances change
    {
      role: 'mash_partner',
      teamId: county.frontDoor.id,
      organisationId: agencies.police.id,
      persona: 'policePartner',
      startedOn: directoryBegan,
    },
  )
  hireSchoolLead(office)
  tellCover(teller, county)
  tellSchools(teller, county)
  return { ...county, laterTeams: tellWorkforce(office, county) }
}

/** Five teams in a small county, twenty-two in a large one. */
function teamsOf(children: number, areaIndex: number): number {
  if (children < LARGE) return 1
  return areaIndex < 2 ? 5 : 4
}

function several(office: Office, teamId: Uuid, role: Role, count: number, capacity = 0): Worker[] {
  return Array.from({ length: Math.max(1, Math.round(count)) }, () =>
    hire(office, { role, teamId, ...(capacity > 0 && { capacity }) }),
  )
}

function duty(office: Office): Team {
  const name = 'Front door and MASH'
  const id = tellTeam(office, name, 'front_door')
  const manager = hire(office, {
    role: 'duty_manager',
    teamId: id,
    startedOn: directoryBegan,
    persona: 'dutyManager',
  })
  const workers = several(office, id, 'social_worker', office.children / 250 + 1)
  const nightTeam = tellTeam(office, 'Out of hours', 'duty')
  tellRota(office.teller, nightTeam, [
    hire(office, { role: 'out_of_hours', teamId: nightTeam, persona: 'dutyWorker', workerClass: 'duty' }),
    hire(office, { role: 'out_of_hours', teamId: nightTeam, workerClass: 'duty' }),
  ])
  return { id, name, areaIndex: null, workers, manager }
}

/** A team of one kind for the whole county. @param share of the open children that it holds */
function holding(
  office: Office,
  kind: 'family_help' | 'children_in_care',
  name: string,
  share: number,
): Team {
  const id = tellTeam(office, name, kind)
  const isHelp = kind === 'family_help'
  const role = isHelp ? 'family_help_practitioner' : 'social_worker'
  const manager = hire(office, { role: 'team_manager', teamId: id, startedOn: directoryBegan })
  const first = hire(office, {
    role,
    teamId: id,
    capacity: 16,
    startedOn: directoryBegan,
    ...(isHelp && { persona: 'familyHelp' as const }),
  })
  const workers = [first, ...several(office, id, role, (office.children * share) / 16 - 1, 16)]
  return { id, name, areaIndex: null, workers, manager }
}

function conference(office: Office): Team {
  const name = 'Conference service'
  const id = tellTeam(office, name, 'conference_service')
  const manager = hire(office, { role: 'team_manager', teamId: id, startedOn: directoryBegan })
  const chair = hire(office, {
    role: 'conference_chair',
    teamId: id,
    persona: 'conferenceChair',
    startedOn: directoryBegan,
  })
  return {
    id,
    name,
    areaIndex: null,
    workers: [chair, ...several(office, id, 'conference_chair', office.children / 450)],
    manager,
  }
}

/** A health visitor and a school nurse for each area. */
function health(office: Office): { healthVisitors: readonly Worker[]; schoolNurses: readonly Worker[] } {
  const organisationId = office.agencies.health.id
  const teams = areas.map(({ name }) =>
    tellTeam(office, `Health visiting and school nursing, ${name}`, 'health', { organisationId }),
  )
  const nurses = (role: Role, first: Pick<Hiring, 'persona' | 'known'>) =>
    teams.map((teamId, index) =>
      hire(office, {
        role,
        teamId,
        organisationId,
        startedOn: directoryBegan,
        ...(index === 0 && first),
      }),
    )
  return {
    healthVisitors: nurses('health_visitor', { persona: 'healthVisitor' }),
    schoolNurses: nurses('school_nurse', { known: invitedPerson }),
  }
}

const withHospital = (office: Office, nurses: ReturnType<typeof health>) => ({
  ...nurses,
  hospital: tellHospital(office, nurses),
})

function headquarters(office: Office): void {
  const teamId = tellTeam(office, 'Headquarters', 'administration')
  const posts = [
    ['director', 'director', 'director'],
    ['data_quality_officer', 'dataQuality', 'data_quality'],
    ['administrator', 'administrator', 'administrator'],
  ] as const
  for (const [role, persona, workerClass] of posts) hire(office, { role, teamId, persona, workerClass })
}
