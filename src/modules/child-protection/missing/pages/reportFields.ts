import { type FormValues, lineField, momentFields, momentValues, oneOf, textField } from '#modules/casework'
import { type FieldErrors, type Html, html } from '#ui'
import type { Episode } from '../rules/episode.ts'
import { absenceKinds, leftFrom, missingRisks } from '../rules/words.ts'

/** Fields of a report in the order of the page. */
export const reportOrder = [
  'kind',
  'started',
  'started-time',
  'from',
  'fromDetail',
  'seen',
  'seenAt',
  'seenAt-time',
  'reported',
  'reported-time',
  'reportedBy',
  'police',
  'police-time',
  'policeReference',
  'policeWhyNot',
  'risk',
  'riskReasons',
] as const
export const reportTargets = {
  started: 'started-day',
  seenAt: 'seenAt-day',
  reported: 'reported-day',
  police: 'police-day',
}

/** What the fields are called where both texts are shown. */
export const reportLabels = {
  kind: 'Missing or away',
  from: 'From where',
  fromDetail: 'Which place',
  seen: 'Last seen',
  reportedBy: 'Who reported it',
  policeReference: 'Police reference',
  policeWhyNot: 'Why police were not told',
  risk: 'Risk',
  riskReasons: 'Reasons for the risk',
} as const

/** What is asked of an absence. */
export function reportFields(values: FormValues, errors: FieldErrors): Html {
  const of = { values, errors }
  return html`${oneOf('kind', 'What is it?', absenceKinds, of)}
${momentFields('started', { legend: 'Missing from' }, values, errors)}
${oneOf('from', 'From where?', leftFrom, of)}
${lineField('fromDetail', 'Which place? (optional)', of, 'For example, a relative’s home or the name of the school')}
${textField('seen', 'When last seen', of, 'By whom, where, with whom, and what the child wore')}
${momentFields('seenAt', { legend: 'When was that? (optional)' }, values, errors)}
${momentFields('reported', { legend: 'Reported to us' }, values, errors)}
${lineField('reportedBy', 'Who reported it?', of, 'Their name, and who they are to the child')}
<h2 class="govuk-heading-m">Police</h2>
${momentFields('police', { legend: 'Police were told', hint: 'Left out when they were not' }, values, errors)}
${lineField('policeReference', 'Police reference (optional)', of)}
${textField('policeWhyNot', 'If police were not told, why?', of, undefined, 2)}
<h2 class="govuk-heading-m">Risk</h2>
${oneOf('risk', 'How great is the risk?', missingRisks, of)}
${textField('riskReasons', 'Why?', of, 'What makes the child safer or less safe this time: age, health, who they may be with, what happened before')}`
}

/** A report as the values of its fields. */
export const reportValues = (episode: Episode): FormValues => ({
  kind: episode.kind,
  ...momentValues('started', episode.startedAt),
  from: episode.leftFrom,
  fromDetail: episode.leftFromDetail ?? '',
  seen: episode.lastSeen,
  ...momentValues('seenAt', episode.lastSeenAt),
  ...momentValues('reported', episode.reportedAt),
  reportedBy: episode.reportedBy,
  ...momentValues('police', episode.policeToldAt),
  policeReference: episode.policeReference ?? '',
  policeWhyNot: episode.policeNotToldReason ?? '',
  risk: episode.risk,
  riskReasons: episode.riskReasons,
  version: `${episode.version}`,
})
