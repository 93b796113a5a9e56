import type { Uuid } from '#platform/ids'
import type { PersonaKey } from '../personas.ts'

/** Of another agency, without a post in the council's directory: what they see comes from their tie to a child or a meeting alone. */
export type PartnerKey = 'gp' | 'midwife' | 'probation'
export type Partners = Readonly<Record<PartnerKey, Uuid>>

/** Someone who works in the county, and how much they hold. */
export type Worker = {
  readonly id: Uuid
  readonly name: string
  readonly role: string
  /** The post they were hired for; of no team for who works for an area or a school. */
  readonly post: { readonly id: Uuid; readonly teamId: Uuid | null }
  readonly startedOn: Temporal.PlainDate
  readonly leftOn: Temporal.PlainDate | null
  /** Children that are right for their hours; none for those who hold no cases. */
  readonly capacity: number
  /** Open children they hold: counted up as the county is told. */
  held: number
}

export type Team = {
  readonly id: Uuid
  readonly name: string
  readonly areaIndex: number | null
  readonly workers: readonly Worker[]
  readonly manager: Worker
}

export type LaterTeam = Team & { readonly startedOn: Temporal.PlainDate }

export type Organisation = { readonly id: Uuid; readonly name: string; readonly telephone: string }
export type School = Organisation & {
  readonly number: number
  readonly kind: 'primary' | 'secondary'
  readonly areaIndex: number
  readonly safeguardingLead: string
}

export type Agencies = {
  readonly council: Organisation
  readonly health: Organisation
  readonly police: Organisation
  readonly probation: Organisation
  readonly recovery: Organisation
  readonly refuge: Organisation
  readonly schools: readonly School[]
}

/** The hospital that tells the county of children's visits. */
export type Hospital = { readonly senderId: Uuid; readonly facility: string }

/** Who does the work. */
export type County = {
  readonly agencies: Agencies
  readonly frontDoor: Team
  readonly safeguarding: readonly Team[]
  /** Teams of the later waves of a small county that have started with social workers, whose families are told last. */
  readonly laterTeams: readonly LaterTeam[]
  readonly familyHelp: Team
  readonly inCare: Team
  readonly conference: Team
  /** Practitioners of other agencies in each safeguarding team, by team. */
  readonly practitioners: ReadonlyMap<Uuid, readonly Worker[]>
  readonly healthVisitors: readonly Worker[]
  readonly schoolNurses: readonly Worker[]
  /** Which tells of children's visits. */
  readonly hospital: Hospital
  readonly personas: ReadonlyMap<PersonaKey, Worker>
  /** People of other agencies who hold no post here. */
  readonly partners: Partners
}
