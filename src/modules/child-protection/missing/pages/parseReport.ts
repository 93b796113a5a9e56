import { codesOf, type Fields, parseMoment } from '#modules/casework'
import type { Uuid } from '#platform/ids'
import type { MissingReport } from '../commands/recordMissing.ts'
import { absenceKinds, leftFrom, missingRisks } from '../rules/words.ts'

const LONGEST_LINE = 200
const LONGEST_TEXT = 10_000

/** What was typed of an absence; null with the problems noted. */
export function parseReport(
  fields: Fields,
  personId: Uuid,
  now: Temporal.Instant,
): Omit<MissingReport, 'returned' | 'submission'> | null {
  const going = parseGoing(fields, now)
  const report = parseReported(fields, going.startedAt, now)
  const police = parsePolice(fields, now)
  const risk = fields.choice('risk', codesOf(missingRisks), 'Select how great the risk is')
  const riskReasons = fields.text('riskReasons', LONGEST_TEXT, 'Enter why the risk is judged so')
  const { kind, startedAt, from, lastSeen, ...more } = going
  const { reportedAt, reportedBy } = report
  if (fields.issues.length > 0 || !kind || !startedAt || !from || !lastSeen) return null
  if (!reportedAt || !reportedBy || !risk || !riskReasons) return null
  const told = { reportedAt, reportedBy, ...police, risk, riskReasons }
  return { personId, kind, startedAt, leftFrom: from, lastSeen, ...more, ...told }
}

/** When, from where and how the child went. */
function parseGoing(fields: Fields, now: Temporal.Instant) {
  const words = { label: 'Missing from', needed: 'Enter the day the child went' }
  return {
    kind: fields.choice('kind', codesOf(absenceKinds), 'Select whether the child is missing or away'),
    startedAt: parseMoment(fields, 'started', words, now),
    from: fields.choice('from', codesOf(leftFrom), 'Select from where the child went'),
    leftFromDetail: fields.text('fromDetail', LONGEST_LINE),
    lastSeen: fields.text('seen', LONGEST_TEXT, 'Enter when and where the child was last seen'),
    lastSeenAt: parseMoment(fields, 'seenAt', { label: 'When the child was last seen' }, now),
  }
}

function parseReported(fields: Fields, startedAt: Temporal.Instant | null, now: Temporal.Instant) {
  const words = { label: 'Reported', needed: 'Enter the day it was reported' }
  const reportedAt = parseMoment(fields, 'reported', words, now)
  if (startedAt && reportedAt && Temporal.Instant.compare(reportedAt, startedAt) < 0)
    fields.problem('reported', 'Reported must be after the child went')
  return { reportedAt, reportedBy: fields.text('reportedBy', LONGEST_LINE, 'Enter who reported it') }
}

/** When the police were told, or why they were not: one of the two. */
function parsePolice(fields: Fields, now: Temporal.Instant) {
  const policeToldAt = parseMoment(fields, 'police', { label: 'When police were told' }, now)
  const isTyped =
    policeToldAt !== null || fields.issues.some(({ path }) => String(path[0]).startsWith('police'))
  const needed = isTyped ? undefined : 'Enter when police were told, or why they were not'
  const whyNot = fields.text('policeWhyNot', LONGEST_TEXT, needed)
  const reference = fields.text('policeReference', LONGEST_LINE)
  const isTold = policeToldAt !== null
  return {
    policeToldAt,
    policeReference: isTold ? reference : null,
    policeNotToldReason: isTold ? null : whyNot,
  }
}
