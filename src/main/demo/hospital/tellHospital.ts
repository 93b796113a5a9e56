import type { Uuid } from '#platform/ids'
import { at } from '../chronicle/moments.ts'
import type { Hospital, Worker } from '../county/county.ts'
import { directoryBegan } from '../county/makeAgencies.ts'
import { hire, type Office, tellTeam } from '../county/office.ts'
import { facilityOf } from './hl7Text.ts'

type Nurses = { readonly healthVisitors: readonly Worker[]; readonly schoolNurses: readonly Worker[] }
type Serves = 'health_visiting' | 'school_nursing'

/** A day and a half: the county's hospital tells of forty visits in sixty days. */
const USUAL_GAP = 2_160
/** Beginnings of postcodes that stand for no place, of the two councils beside the county. */
const beside = [
  ['Westerholm County Council (demonstration)', 'ZZ97', '01632 960981'],
  ['Saltmarch Borough Council (demonstration)', 'ZZ98', '01632 960982'],
] as const

/** Tells of the hospital, paediatric liaison, whom each nurses' team serves, and the councils beside this one. */
export function tellHospital(office: Office, nurses: Nurses): Hospital {
  const dice = office.teller.dice.fork('hospital') // nobody else's chances change
  const numbers = { ...office.teller.numbers, telephone: () => '01632 960980' } // nor their numbers
  const own: Office = { ...office, teller: { ...office.teller, dice, numbers } }
  const { chronicle, authority } = own.teller
  const began = at(directoryBegan, '09:00')
  const place = authority.name.replace(/ (County|Borough|City|District) Council$/, '')
  const organisation_id = dice.id()
  const name = `${place} General Hospital (demonstration)`
  chronicle.tell('organisation', began, {
    id: organisation_id,
    name,
    kind: 'nhs',
    telephone: numbers.telephone(),
  })
  const liaison_team_id = tellTeam(own, 'Paediatric liaison', 'health', { organisationId: organisation_id })
  hire(own, {
    role: 'health_visitor',
    teamId: liaison_team_id,
    organisationId: organisation_id,
    persona: 'paediatricLiaison',
    startedOn: directoryBegan,
  })
  const facility = facilityOf(authority.code)
  const senderId = dice.id()
  chronicle.tell('health_sender', began, {
    id: senderId,
    organisation_id,
    facility,
    profile: {},
    fingerprints: [],
    site_codes: [facility],
    usual_gap_minutes: USUAL_GAP,
    liaison_team_id,
    started_on: directoryBegan,
  })
  tellAreas(own, nurses)
  for (const [council, postcode, contact] of beside)
    chronicle.tell('neighbour_council', began, {
      id: dice.id(),
      name: council,
      postcodes: [postcode],
      contact,
    })
  return { senderId, facility }
}

/** Two beginnings of postcodes for each team, a practice and a school for the first, and the last for whoever is left. */
function tellAreas({ teller: { chronicle, dice }, agencies }: Office, nurses: Nurses): void {
  const [school] = agencies.schools
  const tell = (team_id: Uuid | null, serves: Serves, by_what: AreaBy, value: string) => {
    if (team_id === null) return
    chronicle.tell('nursing_area', at(directoryBegan, '09:00'), {
      ...{ id: dice.id(), team_id, serves, by_what, value: value.toUpperCase() },
      started_on: directoryBegan,
    })
  }
  for (const [serves, workers] of [
    ['health_visiting', nurses.healthVisitors],
    ['school_nursing', nurses.schoolNurses],
  ] as const) {
    const teams = workers.map(({ post }) => post.teamId)
    for (const [index, team] of teams.entries())
      for (const digit of [2 * index + 1, 2 * index + 2].filter(one => one <= 9))
        tell(team, serves, 'postcode', `ZZ99${digit}`)
    tell(teams.at(-1) ?? null, serves, 'council', 'all')
  }
  tell(nurses.healthVisitors[0]?.post.teamId ?? null, 'health_visiting', 'gp_practice', 'Y99901')
  if (school) tell(nurses.schoolNurses[0]?.post.teamId ?? null, 'school_nursing', 'school', school.name)
}
type AreaBy = 'gp_practice' | 'school' | 'postcode' | 'council'
