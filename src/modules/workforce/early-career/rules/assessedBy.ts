import { type ClockSettings, clockDefinition, clockVersionOn, countLimit } from '#reference'

/** How the limit of the programme stands: ASYE_12M, counted from its first day. */
export type AssessedBy = {
  readonly dueOn: Temporal.PlainDate
  readonly state: 'running' | 'soon' | 'overdue' | 'met' | 'late'
  readonly rule: string
}

type Programme = { readonly startedOn: Temporal.PlainDate; readonly assessedOn: Temporal.PlainDate | null }

const SOON = 60

/** The day by which the outcome is to be assessed; null where the authority has no such limit on that day. */
export function assessedBy(
  { startedOn, assessedOn }: Programme,
  today: Temporal.PlainDate,
  settings: ClockSettings,
): AssessedBy | null {
  const found = clockVersionOn('ASYE_12M', startedOn, settings)
  if (!found.ok || found.version.limit === null) return null
  const { dueOn } = countLimit(found.version, startedOn)
  const definition = clockDefinition('ASYE_12M')
  const rule = `${found.version.limit.value} ${found.version.limit.unit} from the first day: ${definition.sources[0]?.ref ?? ''}, ${definition.sources[0]?.document ?? ''}`
  if (assessedOn !== null) return { dueOn, rule, state: isAfter(assessedOn, dueOn) ? 'late' : 'met' }
  if (isAfter(today, dueOn)) return { dueOn, rule, state: 'overdue' }
  return { dueOn, rule, state: isAfter(today, dueOn.subtract({ days: SOON })) ? 'soon' : 'running' }
}

const isAfter = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(one, other) > 0
