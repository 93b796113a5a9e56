import type { Uuid } from '#platform/ids'
import type { RoutingVersion } from './routingVersions.ts'
import { type Serving, servingsFor } from './servings.ts'

/** Which team answers for a practice, a school, the beginning of a postcode, or for the whole council. */
export type NursingArea = {
  readonly teamId: Uuid
  readonly serves: Serving
  readonly byWhat: 'gp_practice' | 'school' | 'postcode' | 'council'
  readonly value: string
}

/** What the record says of a child who was matched, on the day. */
export type ChildFacts = {
  readonly isRestricted: boolean
  /** The named list of a restricted child. */
  readonly named: readonly Uuid[]
  readonly contacts: readonly { readonly role: 'health_visitor' | 'school_nurse'; readonly teamId: Uuid }[]
  readonly schools: readonly string[]
  /** Postcodes without a space; where a looked-after child is placed comes before any home. */
  readonly placement: string | null
  readonly home: string | null
  readonly isOnPlan: boolean
  readonly holders: readonly { readonly workerId: Uuid | null; readonly teamId: Uuid }[]
}

/** All that the choice is made from: kept with it. */
export type RoutingInputs = {
  readonly day: Temporal.PlainDate
  readonly birth: Temporal.PlainDate | null
  readonly practice: string | null
  readonly school: string | null
  readonly postcode: string | null
  readonly isSensitive: boolean
  readonly facts: ChildFacts | null
  /** This visit among them. */
  readonly visitsInYear: number
  readonly areas: readonly NursingArea[]
  readonly councils: readonly { readonly id: Uuid; readonly postcodes: readonly string[] }[]
  readonly frontDoorId: Uuid | null
  readonly liaisonId: Uuid
}

export type Recipient = {
  readonly kind:
    | 'health_visitor'
    | 'school_nurse'
    | 'midwifery'
    | 'named_worker'
    | 'team_duty'
    | 'front_door'
    | 'liaison'
    | 'out_of_area'
  readonly teamId: Uuid | null
  readonly workerId: Uuid | null
  readonly councilId: Uuid | null
  readonly why: string
}
export type Asked = 'age_unknown' | 'council_unknown' | 'no_team' | 'sensitive' | 'lives_elsewhere'

/** Who is told, and what nobody can decide by rule. */
export type Routing = { readonly recipients: readonly Recipient[]; readonly questions: readonly Asked[] }

/**
 * Whom to tell of a visit. Every child has a nurse's team, or paediatric liaison who is asked: what is added for a case, a plan or often
 * visits never takes the nurse away. Of somebody sensitive or restricted liaison tells the nurse by hand.
 */
export function routeVisit(inputs: RoutingInputs, version: RoutingVersion): Routing {
  const nurses = nursesFor(inputs, version)
  const questions = questionsOf(inputs, nurses)
  const isHidden = inputs.isSensitive || inputs.facts?.isRestricted === true
  return {
    recipients: [
      ...(isHidden ? [] : nurses.told),
      ...ofTheCase(inputs),
      ...(inputs.visitsInYear >= version.often && inputs.frontDoorId !== null && nurses.isChild
        ? [team('front_door', inputs.frontDoorId, 'often')]
        : []),
      ...(questions.length > 0 || nurses.isElsewhere
        ? [team('liaison', inputs.liaisonId, nurses.isElsewhere ? 'lives_elsewhere' : 'unknown')]
        : []),
    ],
    questions,
  }
}

const team = (kind: Recipient['kind'], teamId: Uuid, why: string): Recipient => ({
  kind,
  teamId,
  workerId: null,
  councilId: null,
  why,
})

type Nurses = {
  readonly told: readonly Recipient[]
  readonly isChild: boolean
  readonly isElsewhere: boolean
  /** A service of which no team was found. */
  readonly isMissing: boolean
}

function nursesFor(inputs: RoutingInputs, version: RoutingVersion): Nurses {
  const { day, birth, facts, school } = inputs
  const isOnRoll = school !== null || (facts?.schools.length ?? 0) > 0
  const servings = birth === null ? [] : servingsFor({ birth, day, isOnRoll }, version)
  const council = councilOf(inputs)
  const found = servings.map(serving => nurseTeam(serving, inputs))
  return {
    told: [
      ...found.filter(one => one !== null),
      ...(council === null
        ? []
        : [
            {
              kind: 'out_of_area',
              teamId: null,
              workerId: null,
              councilId: council,
              why: 'lives_elsewhere',
            } as const,
          ]),
    ],
    isChild: birth === null || servings.length > 0,
    isElsewhere: council !== null,
    isMissing: found.some(one => one === null) && council === null,
  }
}

/** By whoever works with the child, then the practice, the school, the address, then for the whole council. */
function nurseTeam(serving: Serving, inputs: RoutingInputs): Recipient | null {
  const kind = serving === 'health_visiting' ? 'health_visitor' : 'school_nurse'
  const known = inputs.facts?.contacts.find(({ role }) => role === kind)
  if (known !== undefined) return team(kind, known.teamId, 'contact')
  const areas = inputs.areas.filter(({ serves }) => serves === serving)
  const by = (byWhat: NursingArea['byWhat'], fits: (value: string) => boolean): NursingArea | undefined =>
    areas
      .filter(one => one.byWhat === byWhat && fits(one.value))
      .toSorted((one, other) => other.value.length - one.value.length)[0]
  const schools = [inputs.school, ...(inputs.facts?.schools ?? [])].flatMap(one =>
    one === null ? [] : [one.toUpperCase()],
  )
  const postcode = livesAt(inputs)
  const choices = [
    ['practice', by('gp_practice', value => value === inputs.practice?.toUpperCase())],
    ['school', by('school', value => schools.includes(value))],
    [
      inputs.facts?.placement ? 'placement' : 'postcode',
      by('postcode', value => postcode?.startsWith(value) ?? false),
    ],
    ['council', councilOf(inputs) === null ? by('council', () => true) : undefined],
  ] as const
  const chosen = choices.find(([, area]) => area !== undefined)
  return chosen?.[1] === undefined ? null : team(kind, chosen[1].teamId, chosen[0])
}

/** Where the child lives: the placement of one who is looked after, else as the hospital was told, else the record's. */
const livesAt = ({ facts, postcode }: RoutingInputs): string | null =>
  (facts?.placement ?? postcode ?? facts?.home ?? null)?.replaceAll(/\s/g, '').toUpperCase() ?? null

function councilOf(inputs: RoutingInputs): Uuid | null {
  const postcode = livesAt(inputs)
  if (postcode === null) return null
  return (
    inputs.councils.find(({ postcodes }) => postcodes.some(beginning => postcode.startsWith(beginning)))
      ?.id ?? null
  )
}

/** The worker and the duty of the team that hold the case; of a restricted child those on the list alone. */
function ofTheCase({ facts }: RoutingInputs): readonly Recipient[] {
  if (facts === null) return []
  const worker = (workerId: Uuid, why: string): Recipient => ({
    kind: 'named_worker',
    teamId: null,
    workerId,
    councilId: null,
    why,
  })
  if (facts.isRestricted) return [...new Set(facts.named)].map(id => worker(id, 'named_list'))
  const workers = [...new Set(facts.holders.flatMap(({ workerId }) => (workerId === null ? [] : [workerId])))]
  const teams = [...new Set(facts.holders.map(({ teamId }) => teamId))]
  return [
    ...workers.map(id => worker(id, 'holds_case')),
    ...teams.map(id => team('team_duty', id, 'holds_case')),
  ]
}

function questionsOf(inputs: RoutingInputs, nurses: Nurses): readonly Asked[] {
  const isHidden = inputs.isSensitive || inputs.facts?.isRestricted === true
  return [
    ...(inputs.birth === null ? (['age_unknown'] as const) : []),
    ...(isHidden && nurses.isChild ? (['sensitive'] as const) : []),
    ...(livesAt(inputs) === null && nurses.isChild ? (['council_unknown'] as const) : []),
    ...(nurses.isMissing && !isHidden ? (['no_team'] as const) : []),
    ...(nurses.isElsewhere && nurses.isChild && !isHidden ? (['lives_elsewhere'] as const) : []),
  ]
}
