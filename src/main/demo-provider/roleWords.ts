/** What a role is called, and what can be seen as someone who has it: a phrase without its full stop. */
export interface RoleWords {
  readonly title: string
  readonly shows: string
}

const ROLES: Readonly<Record<string, RoleWords>> = {
  social_worker: {
    title: 'Social worker',
    shows: 'Their own families: visits, assessments, what is due and why',
  },
  senior_social_worker: {
    title: 'Senior social worker',
    shows: 'Their own families and the harder work of the team',
  },
  team_manager: {
    title: 'Team manager',
    shows: 'The team\u2019s caseloads, decisions waiting, supervision and overdue work',
  },
  service_leader: {
    title: 'Service leader',
    shows: 'Several teams side by side, and the work that is late',
  },
  conference_chair: {
    title: 'Conference chair',
    shows: 'Child protection conferences, plans and the reports that families read first',
  },
  family_help_practitioner: {
    title: 'Family help practitioner',
    shows: 'Help for families below the statutory line',
  },
  mental_health_practitioner: {
    title: 'Adult mental health practitioner',
    shows: 'One chapter of a family\u2019s plan, and not the rest of the record',
  },
  substance_misuse_practitioner: {
    title: 'Substance misuse practitioner',
    shows: 'One chapter of a family\u2019s plan, and not the rest of the record',
  },
  domestic_abuse_practitioner: {
    title: 'Domestic abuse practitioner',
    shows: 'Work with one adult, kept apart from what the other adult\u2019s worker sees',
  },
  health_visitor: {
    title: 'Health visitor',
    shows: 'Babies and small children on their list, and who else works with them',
  },
  school_nurse: { title: 'School nurse', shows: 'Pupils of their schools, and who else works with them' },
  designated_safeguarding_lead: {
    title: 'Designated safeguarding lead',
    shows: 'A school\u2019s side of shared work',
  },
  business_support: { title: 'Business support', shows: 'Meetings, minutes and letters of a team' },
  out_of_hours: {
    title: 'Out-of-hours social worker',
    shows: 'Any child, while on the rota, with a reason that is reviewed',
  },
  duty_manager: { title: 'Duty manager', shows: 'The front door: contacts that wait for a decision' },
  director: { title: 'Director', shows: 'The whole authority in numbers, and single records with a reason' },
  data_quality_officer: {
    title: 'Data quality officer',
    shows: 'Codes and dates for the returns, without any story',
  },
  administrator: {
    title: 'Administrator',
    shows: 'Organisations, teams, workers and settings, and no child',
  },
}

/** The words for a role; for none, that it is to come. */
export function roleWords(role: string | null): RoleWords {
  const known = role === null ? undefined : ROLES[role]
  return known ?? { title: 'Worker', shows: 'What a worker without a present post sees' }
}
