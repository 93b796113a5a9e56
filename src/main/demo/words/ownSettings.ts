import type { SettingKey } from '#modules/agencies'

/**
 * What the second authority decides for itself, as its administrators would set it: its words, its colour, how it counts caseload, how
 * often workers are supervised, stricter visits. Data alone makes it another authority; the first has what Kith ships, but that
 * the team of those whom a visitor may sign in as sends to the NHS.
 */
export const ownSettings: Readonly<Record<string, Partial<Readonly<Record<SettingKey, unknown>>>>> = {
  '989': { 'protectionInformation.team': { team: 'North 1' } },
  '988': {
    'display.words': {
      family_help: 'Early Support',
      family_help_lead_practitioner: 'Early Support worker',
      conference_chair: 'reviewing officer',
      service_leader: 'head of service',
      children_in_care: 'children in our care',
      child_in_care: 'child in our care',
    },
    'authority.theme': { colour: '#4a2a5c' },
    'caseload.alert': 10,
    'caseload.rule': {
      counts: 'families',
      coWorking: 0.5,
      agencyCounts: 'no',
      earlyCareerReduces: 'yes',
      leaveDays: 14,
    },
    'oversight.weeks': 6,
    clocks: {
      commencements: [],
      localValues: [
        {
          clock: 'CIN_VISIT',
          effectiveFrom: '2020-04-01',
          value: { limit: { value: 20, unit: 'working_days' } },
        },
      ],
    },
  },
}
