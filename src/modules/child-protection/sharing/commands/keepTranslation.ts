import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'
import type { PaperPart } from '../rules/paper.ts'

/** A translator's text of one part. */
export type Translation = {
  readonly lang: string
  readonly heading: string
  readonly words: string
  readonly translator: string
}

/** Keeps a translator's text of a part, beside the words that it translates. */
export async function keepTranslation(
  work: Work,
  part: Pick<PaperPart, 'id' | 'version'>,
  wanted: Translation,
  old: { readonly id: Uuid; readonly version: number } | undefined,
): Promise<void> {
  const database = work.db<ChildProtectionTables>()
  const said = {
    heading: wanted.heading,
    words: wanted.words,
    translator: wanted.translator,
    of_version: part.version,
  }
  if (old === undefined)
    await database
      .insertInto('part_translation')
      .values({ id: makeUuid(), part_id: part.id, lang: wanted.lang, ...said })
      .execute()
  else
    await database
      .updateTable('part_translation')
      .set({ ...said, version: old.version + 1 })
      .where('id', '=', old.id)
      .execute()
}
