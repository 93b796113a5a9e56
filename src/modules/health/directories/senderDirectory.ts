import { choices, type Directory, type DirectoryProblem, dateValue } from '#modules/agencies'
import { senderProfileSchema } from '../hl7/senderProfile.ts'
import { healthSenders } from './healthSenders.ts'
import { linesOf } from './linesOf.ts'

/** Hospitals that send: how they name themselves, by which certificates they prove it, how they write. */
export const senderDirectory: Directory = {
  slug: 'hospitals',
  table: 'health_sender',
  title: 'Hospitals that send',
  one: 'hospital',
  doc: 'Who tells of children at hospital, how they write, and who is asked about a child nobody knows.',
  columns: ['Organisation', 'Names itself', 'Sites', 'Paediatric liaison', 'From', 'To'],
  fields: [
    {
      name: 'organisation_id',
      label: 'Organisation',
      kind: 'select',
      isRequired: true,
      options: choices.organisations,
    },
    {
      name: 'facility',
      label: 'How it names itself',
      hint: 'MSH-4, or its ODS code in FHIR',
      kind: 'text',
      isRequired: true,
    },
    { name: 'application', label: 'Its application', hint: 'MSH-3. Leave empty for any', kind: 'text' },
    { name: 'site_codes', label: 'ODS codes of its sites', hint: 'One on each line', kind: 'lines' },
    {
      name: 'fingerprints',
      label: 'Fingerprints of its certificates',
      hint: 'SHA-256 with colons, one on each line',
      kind: 'lines',
    },
    {
      name: 'profile',
      label: 'How it writes, where that differs',
      hint: 'JSON: see docs/operations.md. Leave empty for the national specification',
      kind: 'lines',
    },
    {
      name: 'usual_gap_minutes',
      label: 'Minutes between messages, usually',
      kind: 'number',
      isRequired: true,
    },
    {
      name: 'liaison_team_id',
      label: 'Paediatric liaison',
      kind: 'select',
      isRequired: true,
      options: choices.teams,
    },
    { name: 'started_on', label: 'First day', kind: 'date', isRequired: true },
    { name: 'ended_on', label: 'Last day', kind: 'date' },
  ],
  rows: async work =>
    (await healthSenders(work)).map(sender => ({
      id: sender.id,
      cells: [
        sender.organisationName,
        sender.facility,
        sender.siteCodes.join(', '),
        sender.liaisonName,
        dateValue(sender.startedOn),
        dateValue(sender.endedOn),
      ],
      values: {
        organisation_id: sender.organisationId,
        facility: sender.facility,
        application: sender.application ?? '',
        site_codes: sender.siteCodes.join('\n'),
        fingerprints: sender.fingerprints.join('\n'),
        profile: Object.keys(sender.profile).length === 0 ? '' : JSON.stringify(sender.profile),
        usual_gap_minutes: String(sender.usualGapMinutes),
        liaison_team_id: sender.liaisonTeamId,
        started_on: dateValue(sender.startedOn),
        ended_on: dateValue(sender.endedOn),
      },
    })),
  check: async (_work, values) => problemsOf(values),
  columnsOf: values => {
    const { organisation_id, facility, application, site_codes, fingerprints, profile, ...rest } = values
    return {
      organisation_id: organisation_id ?? null,
      facility: facility?.toUpperCase() ?? null,
      application: application || null,
      site_codes: linesOf(site_codes).map(code => code.toUpperCase()),
      fingerprints: linesOf(fingerprints).map(print => print.toUpperCase()),
      profile: JSON.stringify(profileOf(profile).data ?? {}),
      usual_gap_minutes: Number(rest['usual_gap_minutes']),
      liaison_team_id: rest['liaison_team_id'] ?? null,
      started_on: rest['started_on'] ?? null,
      ended_on: rest['ended_on'] || null,
    }
  },
}

function problemsOf(values: Readonly<Record<string, string>>): readonly DirectoryProblem[] {
  const {
    fingerprints,
    profile,
    usual_gap_minutes: gap = '',
    started_on: from = '',
    ended_on: to = '',
  } = values
  const odd = linesOf(fingerprints).find(print => !/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/i.test(print))
  const read = profileOf(profile)
  return [
    ...(odd === undefined
      ? []
      : [
          {
            field: 'fingerprints',
            message: 'A fingerprint has 32 pairs of letters and digits with colons between them',
          },
        ]),
    ...(read.success
      ? []
      : [
          {
            field: 'profile',
            message: 'How it writes must be JSON of the settings that docs/operations.md names',
          },
        ]),
    ...(/^[1-9]\d{0,4}$/.test(gap)
      ? []
      : [{ field: 'usual_gap_minutes', message: 'Minutes must be a whole number of at least 1' }]),
    ...(to !== '' && to < from
      ? [{ field: 'ended_on', message: 'The last day must not be before the first' }]
      : []),
  ]
}

function profileOf(text = '') {
  try {
    return senderProfileSchema.partial().safeParse(text.trim() === '' ? {} : JSON.parse(text))
  } catch {
    return senderProfileSchema.safeParse(null)
  }
}
