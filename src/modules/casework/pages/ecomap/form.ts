import { parseUuid } from '#platform/ids'
import type { NewTie } from '../../commands/ecomapLinks.ts'
import type { Tie } from '../../queries/ecomapOf.ts'
import { Fields } from '../frame/fields.ts'
import { directionWords, kindWords, strengthWords } from './words.ts'

const keysOf = <T extends object>(words: T): (keyof T & string)[] =>
  Object.keys(words) as (keyof T & string)[] // their own keys

/**
 * Reads what was said of a tie.
 * @returns the fields, whose issues are empty where `tie` is whole
 */
export function readTie(
  sent: Readonly<Record<string, unknown>>,
  known: readonly Tie[],
  today: Temporal.PlainDate,
): { readonly fields: Fields; readonly tie: Omit<NewTie, 'personId'> | null } {
  const fields = new Fields(sent)
  const key = fields.typed('tie')
  const party = known.find(one => one.key === key)
  if (key !== '' && !party) fields.problem('tie', 'Select who or what it is')
  const label = party ? null : fields.text('label', 100, 'Enter the name, or select who or what it is')
  const kind = party?.kind ?? fields.choice('kind', keysOf(kindWords), 'Select what it is')
  const strength = fields.choice('strength', keysOf(strengthWords), 'Select how the tie is')
  const direction = fields.choice('direction', keysOf(directionWords), 'Select which way support flows')
  const remark = fields.text('remark', 2000)
  const notedOn = fields.date('noted', 'Date') ?? today
  if (Temporal.PlainDate.compare(notedOn, today) > 0)
    fields.problem('noted', 'Date must be today or in the past')
  if (fields.issues.length > 0 || !kind || !strength || !direction) return { fields, tie: null }
  const [what, ...rest] = (party?.key ?? '').split(':')
  const id = parseUuid(rest.join(':'))
  const tie = {
    kind,
    label: what === 'person' || what === 'involvement' ? null : (party?.label ?? label),
    otherId: what === 'person' ? id : null,
    involvementId: what === 'involvement' ? id : null,
    strength,
    direction,
    remark,
    notedOn,
  }
  return { fields, tie }
}
