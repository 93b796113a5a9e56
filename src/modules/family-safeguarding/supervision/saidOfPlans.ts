import type { CaseworkTables } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

type Answer = NonNullable<CaseworkTables['plan_share']['understood']>

/** What somebody of the family said when a plan was shared with them. */
export type SaidOfPlan = {
  /** Of whose plans: one sheet may hold several. */
  readonly childIds: readonly Uuid[]
  readonly personId: Uuid
  readonly on: Temporal.PlainDate
  readonly understood: Answer | null
  readonly agrees: Answer | null
  /** As they said it. */
  readonly words: string | null
}

/**
 * What was said of these children's plans since a day: only by those of whom the reader has the team's work, so that nobody behind a
 * wall is heard through a child's plan.
 */
export async function saidOfPlans(
  work: Work,
  childIds: readonly Uuid[],
  shared: ReadonlySet<Uuid>,
  since: Temporal.PlainDate,
): Promise<readonly SaidOfPlan[]> {
  if (childIds.length === 0 || shared.size === 0) return []
  const rows = await work
    .db<CaseworkTables>()
    .selectFrom('plan_share')
    .select(['person_id', 'recipient_id', 'heard_on', 'understood', 'agrees', 'words'])
    .where('person_id', 'in', childIds)
    .where('recipient_id', 'in', [...shared])
    .where('heard_on', '>=', since)
    .orderBy('heard_on', 'desc')
    .orderBy('id')
    .execute()
  const same = Map.groupBy(rows, row =>
    [row.recipient_id, row.heard_on, row.understood, row.agrees, row.words].join('\n'),
  )
  return [...same.values()].flatMap(list => {
    const [row] = list
    if (row === undefined || row.heard_on === null) return []
    const { recipient_id: personId, heard_on: on, understood, agrees, words } = row
    return [{ childIds: list.map(({ person_id: id }) => id), personId, on, understood, agrees, words }]
  })
}

const understands: Readonly<Record<Answer, string>> = {
  yes: 'understands it',
  partly: 'understands part of it',
  no: 'does not understand it',
}
const agreement: Readonly<Record<Answer, string>> = {
  yes: 'agrees with it',
  partly: 'agrees with part of it',
  no: 'does not agree with it',
}

/** Whether they understand the plan and agree with it. */
export const answerWords = ({ understood, agrees }: SaidOfPlan): string =>
  [understood && understands[understood], agrees && agreement[agrees]].filter(Boolean).join(', ')
