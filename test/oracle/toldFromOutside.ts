import type { Uuid } from '#platform/ids'

/** To whom a notice of a visit to hospital goes. */
export const visitNotices = [
  'health_visitor',
  'school_nurse',
  'midwifery',
  'named_worker',
  'team_duty',
  'front_door',
  'liaison',
  'out_of_area',
] as const

/** What a team of nurses does, by the notices that it is told. */
export const nursing = {
  health_visitor: 'health_visiting',
  school_nurse: 'school_nursing',
  midwifery: 'midwifery',
} as const

/** A visit to hospital: with whom of the record it was matched, who is told of it, and which teams are asked about it. */
export type Attendance = {
  readonly id: Uuid
  readonly personId: Uuid | null
  readonly notices: readonly VisitNotice[]
  readonly questions: readonly { readonly teamId: Uuid; readonly isAnswered: boolean }[]
}

/** One of those told: a team, or a worker by name; another council is neither. */
export type VisitNotice = {
  readonly kind: (typeof visitNotices)[number]
  readonly teamId: Uuid | null
  readonly workerId: Uuid | null
}

/** What the police and schools send. */
export const partnerNotices = ['encompass', 'police_notification', 'marac', 'school_concern'] as const

/** Something that the police or a school told of one child, with whom of the record the child was matched. */
export type PartnerNotice = {
  readonly id: Uuid
  readonly kind: (typeof partnerNotices)[number]
  readonly personId: Uuid | null
  /** Whose it is, and who of them sent it. */
  readonly organisationId: Uuid
  readonly sentBy: Uuid
  /** Whether its sender lets it go further than the front door. */
  readonly isShared: boolean
  readonly teamAsked: Uuid
  readonly isAnswered: boolean
  readonly readers: readonly PartnerReader[]
}

/** Who is told: a school, a team, or one worker by name. */
export type PartnerReader = {
  readonly kind: 'school' | 'front_door' | 'home_education' | 'named'
  readonly organisationId: Uuid | null
  readonly teamId: Uuid | null
  readonly workerId: Uuid | null
}
