import type { Uuid } from '#platform/ids'
import { type Councils, councilOf, councilsOf, livesAt } from './councils.ts'
import type { NursingArea, RoutingInputs } from './routingInputs.ts'
import type { RoutingVersion } from './routingVersions.ts'
import { type Serving, servingsFor } from './servings.ts'

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
export type Routing = {
  readonly recipients: readonly Recipient[]
  readonly questions: readonly Asked[]
  readonly councils: Councils
}

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
      ...(nurses.isChild ? frontDoor(inputs, version) : []),
      ...(questions.length > 0 || nurses.isElsewhere
        ? [team('liaison', inputs.liaisonId, nurses.isElsewhere ? 'lives_elsewhere' : 'unknown')]
        : []),
    ],
    questions,
    councils: councilsOf(inputs),
  }
}

/** A concern of the hospital's for the child's safety, or visits so often that somebody should look at them together. */
function frontDoor(
  { hasConcern, visitsInYear, frontDoorId }: RoutingInputs,
  version: RoutingVersion,
): readonly Recipient[] {
  if (frontDoorId === null) return []
  if (hasConcern) return [team('front_door', frontDoorId, 'concern')]
  return visitsInYear >= version.often ? [team('front_door', frontDoorId, 'often')] : []
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
