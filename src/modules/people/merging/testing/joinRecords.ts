import type { Actor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { TestRecord } from '#test/record.ts'
import { askMerge, confirmMerge } from '../commands/mergeCommands.ts'
import { mergeMark } from '../queries/mergeMark.ts'
import { mergeChoices } from '../rules/mergeChoices.ts'

/** Asks as the one and confirms as the other, each with the mark that they see. */
export async function joinRecords(
  record: TestRecord,
  given: { asker: Actor; manager: Actor; one: Uuid; other: Uuid; chosen?: object },
) {
  const { one, other } = given
  const choices = mergeChoices.parse(given.chosen ?? {})
  const ids = { survivorId: one, mergedId: other }
  const evidence = 'Birth certificate seen today'
  const asked = await record.as(given.asker, async work =>
    askMerge(work, {
      ...ids,
      evidence,
      evidenceKinds: ['birth_certificate'],
      choices,
      mark: (await mergeMark(work, one, other)) ?? '',
      isOnePerson: true,
    }),
  )
  if (!('id' in asked)) return { id: one, outcome: asked.outcome, ...ids }
  const outcome = await record.as(given.manager, async work =>
    confirmMerge(work, {
      id: asked.id,
      ...ids,
      choices,
      mark: (await mergeMark(work, one, other)) ?? '',
      isOnePerson: true,
    }),
  )
  return { id: asked.id, outcome, ...ids }
}
