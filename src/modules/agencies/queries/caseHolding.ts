import type { Post, PostRole } from './posts.ts'

const socialWork: ReadonlySet<PostRole> = new Set(['social_worker', 'senior_social_worker'])
const otherPractice: ReadonlySet<PostRole> = new Set([
  'conference_chair',
  'family_help_practitioner',
  'mental_health_practitioner',
  'substance_misuse_practitioner',
  'domestic_abuse_practitioner',
  'health_visitor',
  'school_nurse',
  'designated_safeguarding_lead',
])
const managing: ReadonlySet<PostRole> = new Set(['team_manager'])

type Holding = Pick<Post, 'role' | 'holdsCases'>

/**
 * Whether somebody in this post may hold a child: practitioners, and a manager whose post says that it holds cases. Partners at the
 * front door, duty managers and business support work with what comes in, and hold nobody.
 */
export const mayHoldChildren = ({ role, holdsCases }: Holding): boolean =>
  socialWork.has(role) || otherPractice.has(role) || (managing.has(role) && holdsCases)

/** Whether somebody in this post may be the lead social worker of a child. */
export const mayLeadAsSocialWorker = ({ role, holdsCases }: Holding): boolean =>
  socialWork.has(role) || (managing.has(role) && holdsCases)
