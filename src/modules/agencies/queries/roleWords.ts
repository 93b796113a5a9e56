import type { PostRole } from './posts.ts'

/** The roles of posts in words, as pages show them. */
export const roleWords: Readonly<Record<PostRole, string>> = {
  social_worker: 'Social worker',
  senior_social_worker: 'Senior social worker',
  team_manager: 'Team manager',
  service_leader: 'Service leader',
  conference_chair: 'Conference chair',
  family_help_practitioner: 'Family Help lead practitioner',
  mental_health_practitioner: 'Adult mental health practitioner',
  substance_misuse_practitioner: 'Substance misuse practitioner',
  domestic_abuse_practitioner: 'Domestic abuse practitioner',
  health_visitor: 'Health visitor',
  school_nurse: 'School nurse',
  designated_safeguarding_lead: 'Designated safeguarding lead',
  business_support: 'Business support',
  out_of_hours: 'Out-of-hours duty worker',
  duty_manager: 'Duty manager',
  director: 'Director',
  data_quality_officer: 'Data-quality officer',
  administrator: 'Administrator',
  mash_partner: 'Partner at the front door',
}
